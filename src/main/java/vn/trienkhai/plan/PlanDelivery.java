package vn.trienkhai.plan;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That the plan was sent to a line of "Nơi nhận". @param units ids, separated by commas; null if sent outside the program */
@Embeddable
public record PlanDelivery(String recipientCode, String recipient, String units, Instant sentAt) {}
