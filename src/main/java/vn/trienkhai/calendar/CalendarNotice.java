package vn.trienkhai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice about a year's days off, as it was entered. Never changed: a correction is another notice.
 *
 * @param year whose holidays it decides
 * @param number null if not known
 * @param issuedOn null if not known
 * @param replacedBy the notice that corrected this one; null while it holds
 * @param days in their order
 */
public record CalendarNotice(
        UUID id,
        int year,
        String number,
        LocalDate issuedOn,
        String title,
        Instant enteredAt,
        String enteredBy,
        UUID replacedBy,
        List<CalendarDay> days) {

    public CalendarNotice {
        days = List.copyOf(days);
    }

    public boolean holds() {
        return replacedBy == null;
    }

    /** Number, or title where no number is known. */
    public String label() {
        return Optional.ofNullable(number).orElse(title);
    }
}
