package vn.trienkhai.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What models ask about dates inside a deadline: {@code ${deadlines.workingDaysBefore(due, 3)}}. */
@Component("deadlines")
public class Deadlines {

    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The end of the day that lies so many working days before the whole is due, so that what follows still fits. Where
     * too little time is left, the next working day; never after the whole.
     *
     * @param due when the whole is due; null for no deadline, which gives none
     */
    public Date workingDaysBefore(Date due, int days) {
        if (due == null) {
            return null;
        }
        var whole = VietnamTime.dateOf(due.toInstant());
        var soonest = calendar.plusWorkingDays(LocalDate.now(clock), 1);
        var wanted = calendar.plusWorkingDays(whole, -days);
        var part = wanted.isBefore(soonest) ? soonest : wanted;
        return part.isBefore(whole) ? Date.from(calendar.endOf(part)) : due;
    }
}
