package vn.trienkhai.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.trienkhai.calendar.VietnamTime;

/**
 * Days on which somebody is away and somebody else acts at their post. Never changed but by being ended, so that it can be
 * asked for ever who stood in for whom at a moment.
 *
 * @param person user id of who is away
 * @param substitute user id of who acts
 * @param lastDay inclusive; null for a post handed over until it is ended
 * @param endedAt when it was ended before its last day was over; null if it was not
 */
public record Absence(
        UUID id,
        String person,
        String substitute,
        AbsenceKind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String enteredBy,
        Instant enteredAt,
        Instant endedAt) {

    /** From 00:00 of the first day, but not before it was entered, to 24:00 of the last day or to its early end. */
    boolean runsAt(Instant moment) {
        var day = VietnamTime.dateOf(moment);
        return !moment.isBefore(enteredAt)
                && !day.isBefore(firstDay)
                && !isPastOn(day)
                && (endedAt == null || moment.isBefore(endedAt));
    }

    /** Planned or running: neither ended nor past. */
    boolean isOpenOn(LocalDate day) {
        return endedAt == null && !isPastOn(day);
    }

    /** Whether it takes up one of these days. @param to inclusive; null for no end */
    boolean meets(LocalDate from, LocalDate to) {
        return endedAt == null && (to == null || !firstDay.isAfter(to)) && (lastDay == null || !lastDay.isBefore(from));
    }

    /** For example "từ 08/07/2021 đến hết 15/07/2021". */
    String days() {
        return "từ %s %s".formatted(VietnamTime.format(firstDay), until());
    }

    /** For example "đến hết 15/07/2021". */
    String until() {
        return lastDay == null ? "đến khi có quyết định khác" : "đến hết " + VietnamTime.format(lastDay);
    }

    private boolean isPastOn(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }
}
