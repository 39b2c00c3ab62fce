package vn.trienkhai.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;

/** How long something took, in working days: the day on which it began does not count (Bộ luật Dân sự 2015, Điều 147). */
@Component
class WorkedTime {

    private final WorkingCalendar calendar;
    private final Clock clock;

    WorkedTime(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param until null: it still goes on */
    int days(Date from, Date until) {
        var end = until == null ? clock.instant() : until.toInstant();
        return calendar.workingDaysBetween(VietnamTime.dateOf(from.toInstant()), VietnamTime.dateOf(end));
    }

    /** "trong ngày", "3 ngày làm việc". */
    String label(Date from, Date until) {
        var days = days(from, until);
        return days == 0 ? "trong ngày" : days + " ngày làm việc";
    }

    /** Working days from now until a moment; negative if it is past. */
    int left(Date until) {
        return calendar.workingDaysBetween(VietnamTime.dateOf(clock.instant()), VietnamTime.dateOf(until.toInstant()));
    }

    /** The last moment of the day so many working days from now. */
    Date endOfWorkingDay(int days) {
        return Date.from(calendar.endOf(calendar.plusWorkingDays(VietnamTime.dateOf(clock.instant()), days)));
    }

    Date now() {
        return Date.from(clock.instant());
    }

    Instant instant() {
        return clock.instant();
    }

    /** One decimal, with a comma: "2,5". */
    static String mean(Collection<Integer> days) {
        return String.format(
                Locale.forLanguageTag("vi"),
                "%.1f",
                days.stream().mapToInt(Integer::intValue).average().orElse(0));
    }
}
