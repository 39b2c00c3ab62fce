package vn.trienkhai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Date;
import java.util.List;

/** Dates and times as every office of the country reads them: Asia/Ho_Chi_Minh, dd/MM/yyyy, whatever the server's zone. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZONE);

    private static final DateTimeFormatter TYPED_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final List<String> WEEKDAYS =
            List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");

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

    /** As official documents write it, "ngày 04 tháng 02 năm 2021": zeros for days below 10 and for January and February. */
    public static String inWords(LocalDate day) {
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonthValue() <= 2 ? "0" + day.getMonthValue() : day.getMonthValue(),
                        day.getYear());
    }

    /** For example "08 giờ 00 phút, ngày 28 tháng 9 năm 2021". */
    public static String inWords(Instant instant) {
        var moment = instant.atZone(ZONE);
        return "%02d giờ %02d phút, %s".formatted(moment.getHour(), moment.getMinute(), inWords(moment.toLocalDate()));
    }

    /** dd/MM/yyyy HH:mm, 24 hours; an empty text for null. */
    public static String format(Instant instant) {
        return instant == null ? "" : DATE_TIME.format(instant);
    }

    /**
     * A day as people write it, 5/7/2021 or 05/07/2021, or as programs do, 2021-07-05.
     *
     * @throws CalendarRefused if it is written otherwise, or there is no such day
     */
    public static LocalDate parse(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text.strip(), TYPED_DATE) : LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new CalendarRefused("Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “%s”.", text.strip());
        }
    }

    /** "thứ Hai" to "thứ Bảy", "Chủ nhật". */
    public static String weekdayOf(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    }
}
