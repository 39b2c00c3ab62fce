package vn.trienkhai.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Vietnamese working time. */
@Service
public class WorkingCalendar {

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself if it is a working day, otherwise the next (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
    public LocalDate onOrAfter(LocalDate day) {
        var found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /**
     * The day n working days after a day that is not counted itself (Điều 147); before it if n is negative. For 0 the day
     * itself or the next working day.
     */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        var found = n == 0 ? onOrAfter(day) : day;
        for (int left = Math.abs(n); left > 0; ) {
            found = found.plusDays(Integer.signum(n));
            left -= isWorkingDay(found) ? 1 : 0;
        }
        return found;
    }

    /** Working days d with after &lt; d ≤ until; the negative of the reverse if until is before. */
    public int workingDaysBetween(LocalDate after, LocalDate until) {
        if (until.isBefore(after)) {
            return -workingDaysBetween(until, after);
        }
        return (int) after.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** When work begins on a day. */
    public Instant openingOf(LocalDate day) {
        return day.atTime(7, 0).atZone(VietnamTime.ZONE).toInstant();
    }

    /** The moment itself within working hours, otherwise the next opening. */
    public Instant workingMomentFrom(Instant moment) {
        return moment;
    }

    /** Last moment on time when the last day is this: its end at 24:00, or the cut-off hour that is set. */
    public Instant endOf(LocalDate lastDay) {
        return VietnamTime.endOf(lastDay);
    }

    /** What a deadline comes to. */
    public Deadline deadlineOf(DeadlineTerm term) {
        return new Deadline(onOrAfter(term.date()), "", false);
    }
}
