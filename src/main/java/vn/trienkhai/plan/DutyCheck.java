package vn.trienkhai.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the lead agency found when it held a duty against the issued text. @param reason null where nothing is wrong */
@Embeddable
public record DutyCheck(String dutyCode, @Enumerated(EnumType.STRING) Verdict verdict, String reason) {

    /** Whether the duty, as data, says what the text says. */
    public enum Verdict {
        CONFIRMED,
        NEEDS_CORRECTION
    }
}
