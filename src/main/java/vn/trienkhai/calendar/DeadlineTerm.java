package vn.trienkhai.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How a deadline was given, in the words of whoever gave it; {@link WorkingCalendar#deadlineOf} says what it comes to.
 *
 * @param date the day that was named, or the day of the event from which days are counted
 * @param days how many; 0 where a day was named
 */
public record DeadlineTerm(Kind kind, LocalDate date, int days) {

    public enum Kind {
        /** On a day, inclusive. */
        ON,
        /** "trước ngày D": D−1 at the latest. */
        BEFORE,
        /** Calendar days from the day of the event. */
        CALENDAR_DAYS,
        /** Working days from the day of the event. */
        WORKING_DAYS
    }

    public DeadlineTerm {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(date, "date");
    }

    public static DeadlineTerm on(LocalDate day) {
        return new DeadlineTerm(Kind.ON, day, 0);
    }

    public static DeadlineTerm before(LocalDate day) {
        return new DeadlineTerm(Kind.BEFORE, day, 0);
    }

    public static DeadlineTerm calendarDays(int days, LocalDate from) {
        return new DeadlineTerm(Kind.CALENDAR_DAYS, from, days);
    }

    public static DeadlineTerm workingDays(int days, LocalDate from) {
        return new DeadlineTerm(Kind.WORKING_DAYS, from, days);
    }

    /** What a clerk types. */
    public static DeadlineTerm parse(String text, LocalDate from) {
        return on(LocalDate.parse(text, java.time.format.DateTimeFormatter.ofPattern("d/M/uuuu")));
    }

    /** As it was typed. */
    public String text() {
        return VietnamTime.format(date);
    }
}
