package vn.trienkhai.plan;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * A line of a programme: one duty for one of its owners.
 *
 * @param assigner the unit that will ask for it and review the result
 * @param subject duty, unit and period, at most 200 characters
 * @param included whether it will be assigned
 * @param due last day on which it is on time, inclusive
 * @param instruction what is expected, in the words of the lead agency; null where the duty says enough
 */
@Embeddable
public record ProgrammeItem(
        String dutyCode,
        String unit,
        String assigner,
        String subject,
        boolean included,
        LocalDate due,
        String instruction) {

    ProgrammeItem asked(boolean include, LocalDate by, String expected) {
        return new ProgrammeItem(dutyCode, unit, assigner, subject, include, by, expected);
    }

    boolean isFor(String duty, String owner) {
        return dutyCode.equals(duty) && unit.equals(owner);
    }
}
