package vn.trienkhai.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Counts a deadline and says how it was counted, in one sentence. */
class DeadlineCount {

    private final WorkingDays days;

    DeadlineCount(WorkingDays days) {
        this.days = days;
    }

    Deadline of(DeadlineTerm term) {
        return switch (term.kind()) {
            case ON -> on(term.date());
            case BEFORE -> before(term.date());
            case CALENDAR_DAYS -> calendarDays(term.days(), term.date());
            case WORKING_DAYS -> workingDays(term.days(), term.date());
        };
    }

    /** A last day that is off ends with the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
    private Deadline on(LocalDate day) {
        var lastDay = days.onOrAfter(day);
        return lastDay.equals(day)
                ? deadline(day, lastDay, "Hết ngày %s".formatted(text(day)))
                : deadline(
                        day,
                        lastDay,
                        "Ngày %s là %s, chuyển sang ngày làm việc tiếp theo: hết ngày %s"
                                .formatted(text(day), whyOff(day), text(lastDay)));
    }

    /**
     * Strictly before the day named. Where the day before is off, moving on as Điều 148 khoản 5 has it would reach the day
     * that was excluded; so the limit moves back, to the last working day before.
     */
    private Deadline before(LocalDate day) {
        var dayBefore = day.minusDays(1);
        var lastDay = days.plus(day, -1);
        return lastDay.equals(dayBefore)
                ? deadline(lastDay, day, lastDay, "Trước ngày %s: hết ngày %s".formatted(text(day), text(lastDay)))
                : deadline(
                        lastDay,
                        day,
                        lastDay,
                        "Trước ngày %s, mà ngày %s là %s, nên lùi về ngày làm việc liền trước: hết ngày %s"
                                .formatted(text(day), text(dayBefore), whyOff(dayBefore), text(lastDay)));
    }

    /** The day of the event is not counted (Điều 147 khoản 2, 3). */
    private Deadline calendarDays(int count, LocalDate from) {
        var last = from.plusDays(count);
        var lastDay = days.onOrAfter(last);
        return lastDay.equals(last)
                ? deadline(from, lastDay, "%d ngày từ %s: hết ngày %s".formatted(count, text(from), text(lastDay)))
                : deadline(
                        from,
                        lastDay,
                        "%d ngày từ %s là đến ngày %s, %s, chuyển sang ngày làm việc tiếp theo: hết ngày %s"
                                .formatted(count, text(from), text(last), whyOff(last), text(lastDay)));
    }

    private Deadline workingDays(int count, LocalDate from) {
        var lastDay = days.plus(from, count);
        var passed = days.marksWithin(from.plusDays(1), lastDay);
        var off = passed.stream()
                .filter(day -> day.kind().isOff() && !WorkingDays.isRestDay(day.day()))
                .map(CalendarDay::name)
                .distinct()
                .toList();
        var madeUp = passed.stream()
                .filter(day -> day.kind() == DayKind.MAKE_UP)
                .map(day -> text(day.day()))
                .toList();
        return deadline(
                from,
                lastDay,
                "%d ngày làm việc từ %s%s%s: hết ngày %s"
                        .formatted(
                                count,
                                text(from),
                                off.isEmpty() ? "" : ", trừ nghỉ " + enumerated(off),
                                madeUp.isEmpty() ? "" : ", kể cả ngày làm bù " + enumerated(madeUp),
                                text(lastDay)));
    }

    private Deadline deadline(LocalDate from, LocalDate lastDay, String sentence) {
        return deadline(from, lastDay, lastDay, sentence);
    }

    /** @param from first @param to last of the days that were looked at */
    private Deadline deadline(LocalDate from, LocalDate to, LocalDate lastDay, String sentence) {
        var open = days.provisionalYears(from, to);
        return open.isEmpty()
                ? new Deadline(lastDay, sentence, false)
                : new Deadline(
                        lastDay,
                        "%s (dự kiến: chưa có thông báo lịch nghỉ năm %s)"
                                .formatted(
                                        sentence,
                                        enumerated(open.stream()
                                                .map(String::valueOf)
                                                .toList())),
                        true);
    }

    private String whyOff(LocalDate day) {
        var mark = days.markOf(day);
        return mark == null ? VietnamTime.weekdayOf(day) : "ngày " + mark.label();
    }

    private static String enumerated(List<String> parts) {
        var last = parts.size() - 1;
        return last == 0
                ? parts.get(0)
                : parts.subList(0, last).stream().collect(Collectors.joining(", ")) + " và " + parts.get(last);
    }

    private static String text(LocalDate day) {
        return VietnamTime.format(day);
    }
}
