package vn.trienkhai.inspection;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One line of a visit's checklist: a duty that the unit owes, and what was found. @param note null if none */
@Embeddable
public record Finding(String dutyCode, @Enumerated(EnumType.STRING) FindingResult result, String note) {}
