package vn.trienkhai.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a deadline was given, in the words of whoever gave it; {@link WorkingCalendar#deadlineOf} says what it comes to.
 *
 * @param date the day that was named, or the day of the event from which days are counted
 * @param days how many, from 1 to 1000; 0 where a day was named
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

    private static final int MOST_DAYS = 1000;

    private static final String DATE = "(?<date>\\d{1,4}[/-]\\d{1,2}[/-]\\d{1,4})";
    private static final Pattern DAY = Pattern.compile("((đến|hết|đến hết) )?(ngày )?" + DATE);
    private static final Pattern BEFORE_DAY = Pattern.compile("trước (ngày )?" + DATE);
    private static final Pattern COUNTED =
            Pattern.compile("(?<days>\\d{1,9}) ngày(?<working> làm việc| lv)?( (kể )?từ (ngày )?" + DATE + ")?");

    public DeadlineTerm {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(date, "date");
        var counted = kind == Kind.CALENDAR_DAYS || kind == Kind.WORKING_DAYS;
        if (counted ? days < 1 || days > MOST_DAYS : days != 0) {
            throw new CalendarRefused(
                    counted ? "Mong đợi từ 1 đến %2$d ngày, gặp %1$d." : "Mong đợi một ngày, gặp thêm %d ngày.",
                    days,
                    MOST_DAYS);
        }
        if (date.getYear() < WorkingDays.FIRST_YEAR || date.getYear() > WorkingDays.LAST_YEAR) {
            throw new CalendarRefused(
                    "Mong đợi năm từ %d đến %d, gặp %s.",
                    WorkingDays.FIRST_YEAR, WorkingDays.LAST_YEAR, VietnamTime.format(date));
        }
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

    /**
     * What a clerk types: "30/9/2021", "trước ngày 15/12/2021", "5 ngày làm việc" (or "lv"), "10 ngày", the last two also
     * with "từ 29/8/2026". Case, extra blanks and the form of Unicode do not matter.
     *
     * @param from the day of the event where the text names none
     * @throws CalendarRefused if it is anything else, or no real day
     */
    public static DeadlineTerm parse(String text, LocalDate from) {
        var typed = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
        var words = typed.toLowerCase(Locale.ROOT);
        var day = DAY.matcher(words);
        if (day.matches()) {
            return on(dateIn(day, from));
        }
        var beforeDay = BEFORE_DAY.matcher(words);
        if (beforeDay.matches()) {
            return before(dateIn(beforeDay, from));
        }
        var counted = COUNTED.matcher(words);
        if (counted.matches()) {
            return new DeadlineTerm(
                    counted.group("working") == null ? Kind.CALENDAR_DAYS : Kind.WORKING_DAYS,
                    dateIn(counted, from),
                    Integer.parseInt(counted.group("days")));
        }
        throw new CalendarRefused(
                "Mong đợi thời hạn như “30/09/2021”, “trước ngày 15/12/2021”, “5 ngày làm việc” hoặc “10 ngày”, gặp “%s”.",
                typed);
    }

    private static LocalDate dateIn(Matcher found, LocalDate otherwise) {
        var date = found.group("date");
        return date == null ? otherwise : VietnamTime.parse(date);
    }

    /** In the words that {@link #parse} reads, with the day from which days are counted. */
    public String text() {
        var day = VietnamTime.format(date);
        return switch (kind) {
            case ON -> day;
            case BEFORE -> "trước ngày " + day;
            case CALENDAR_DAYS -> "%d ngày từ %s".formatted(days, day);
            case WORKING_DAYS -> "%d ngày làm việc từ %s".formatted(days, day);
        };
    }
}
