package vn.trienkhai.assignment;

import java.util.List;
import vn.trienkhai.calendar.WorkingCalendar;

/** Answered by each module that keeps open deadlines: what moves when the year's days off change. */
public interface OpenDeadlines {

    /** One deadline or timer that moves. @param what for example "thời hạn"; @param before and after as people read them */
    record Move(String subject, String unit, String what, String before, String after) {}

    /** What would move if this were the calendar. */
    List<Move> movesUnder(WorkingCalendar next);

    /** Moves it all to the calendar that now holds. @param why for the histories */
    void moveToCalendar(String why, String by);
}
