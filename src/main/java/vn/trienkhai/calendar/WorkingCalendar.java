package vn.trienkhai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Vietnamese working time, from 2000 to 2100; a day beyond that is a {@link CalendarRefused}.
 *
 * <p>The one bean tells the days that hold now. {@link WorkingCalendars#preview} gives another one that tells the days as
 * they would be.
 */
@Service
public class WorkingCalendar {

    private final Supplier<WorkingDays> days;
    private final WorkingHours hours;

    WorkingCalendar(Supplier<WorkingDays> days, WorkingHours hours) {
        this.days = days;
        this.hours = hours;
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.get().isWorkingDay(day);
    }

    /** The day itself if it is a working day, otherwise the next (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
    public LocalDate onOrAfter(LocalDate day) {
        return days.get().onOrAfter(day);
    }

    /**
     * The day n working days after a day that is not counted itself (Điều 147); before it if n is negative. For 0 the day
     * itself or the next working day.
     */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        return days.get().plus(day, n);
    }

    /** Working days d with after &lt; d ≤ until; the negative of the reverse if until is before. */
    public int workingDaysBetween(LocalDate after, LocalDate until) {
        return days.get().between(after, until);
    }

    /** When work begins on a day. */
    public Instant openingOf(LocalDate day) {
        return hours.openingOf(day);
    }

    /** The moment itself within working hours, otherwise the next opening, after the noon break too. */
    public Instant workingMomentFrom(Instant moment) {
        var day = VietnamTime.dateOf(moment);
        var today = isWorkingDay(day) ? hours.nextOnTheDayOf(moment) : Optional.<Instant>empty();
        return today.orElseGet(() -> openingOf(plusWorkingDays(day, 1)));
    }

    /** Last moment on time when the last day is this: its end at 24:00, or the cut-off hour that is set. */
    public Instant endOf(LocalDate lastDay) {
        return hours.endOf(lastDay);
    }

    /**
     * Where something owed until the end of a day stands at a moment.
     *
     * @param lastMoment the last one on time on that day, inclusive
     */
    public Standing standingAt(Instant moment, LocalDate lastDay, Instant lastMoment) {
        if (moment.isAfter(lastMoment)) {
            return Standing.OVERDUE;
        }
        return workingDaysBetween(VietnamTime.dateOf(moment), lastDay) <= Standing.SOON
                ? Standing.DUE_SOON
                : Standing.ON_TRACK;
    }

    /** What a deadline comes to, and how. */
    public Deadline deadlineOf(DeadlineTerm term) {
        return new DeadlineCount(days.get()).of(term);
    }

    /** The day that a term names, or the last day that it counts to; for whoever keeps a day and asks what it comes to later. */
    public LocalDate dayOf(DeadlineTerm term) {
        return term.kind() == DeadlineTerm.Kind.ON
                ? term.date()
                : deadlineOf(term).lastDay();
    }

    /** Whether the days off of a year are not decided yet ("dự kiến"). */
    public boolean isProvisional(int year) {
        return days.get().isProvisional(year);
    }

    /** Days of a year that are set apart, on weekly rest days too, in their order. */
    public List<CalendarDay> daysOf(int year) {
        return days.get().marksWithin(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
