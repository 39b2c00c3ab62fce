package vn.trienkhai.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A notice about a year's days off as an administrator enters it, or the corrected text of one that was entered before.
 *
 * @param year whose holidays it decides; single days may lie in the neighbouring years, at most 15 days away
 * @param number for example "9441/TB-BNV"; null if not known
 * @param issuedOn null if not known
 * @param days all days that it gives; empty only to withdraw a notice that was entered by mistake
 * @param corrects the notice that this one takes the place of; null for a new one
 */
public record CalendarChange(
        int year, String number, LocalDate issuedOn, String title, List<CalendarDay> days, UUID corrects) {

    public CalendarChange {
        days = List.copyOf(days);
    }

    public CalendarChange(int year, String number, LocalDate issuedOn, String title, List<CalendarDay> days) {
        this(year, number, issuedOn, title, days, null);
    }
}
