package vn.trienkhai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Dates and times as every office of the country reads them: Asia/Ho_Chi_Minh, dd/MM/yyyy, whatever the server's zone. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZONE);

    private VietnamTime() {}

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Last second of the day: a time limit ends at 24:00 of its last day (Bộ luật Dân sự 2015, Điều 148 khoản 6). */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).minusSeconds(1).toInstant();
    }

    /** {@link #endOf} for the engine, which speaks {@link Date}; null stays null (no deadline). */
    public static Date dueDateOf(LocalDate day) {
        return day == null ? null : Date.from(endOf(day));
    }

    /** dd/MM/yyyy; an empty text for null. */
    public static String format(LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    /** dd/MM/yyyy HH:mm, 24 hours; an empty text for null. */
    public static String format(Instant instant) {
        return instant == null ? "" : DATE_TIME.format(instant);
    }
}
