package vn.trienkhai.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the notices that decide each year's days off. What was entered stays: a correction takes its place. */
@Service
public class WorkingCalendars {

    /** How far from its year a notice's day may lie; Monday 31/12/2018 was swapped for Tết Dương lịch 2019. */
    private static final int DAYS_BEYOND_THE_YEAR = 15;

    private final CalendarTables tables;
    private final CurrentDays current;
    private final WorkingHours hours;
    private final Clock clock;

    WorkingCalendars(CalendarTables tables, CurrentDays current, WorkingHours hours, Clock clock) {
        this.tables = tables;
        this.current = current;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * The calendar as it would be with a notice; nothing is stored.
     *
     * @throws CalendarRefused with every reason why the notice cannot be right
     */
    @Transactional(readOnly = true)
    public WorkingCalendar preview(CalendarChange change) {
        var notice = noticeOf(change, "");
        var days = checked(change, notice);
        return new WorkingCalendar(() -> days, hours);
    }

    /**
     * Enters a notice, or corrects one: by its id, or by the same number in the same year. {@link WorkingCalendar} tells the
     * new days at once to the transaction that runs, and to others after it commits.
     *
     * @return id of the notice
     * @throws CalendarRefused with every reason why the notice cannot be right
     */
    @Transactional
    public UUID enter(CalendarChange change, String by) {
        tables.raiseRevision();
        var notice = noticeOf(change, by);
        var corrected = correctedBy(change);
        checked(change, notice);
        tables.add(notice);
        corrected.ifPresent(old -> tables.replace(old.id(), notice.id()));
        current.changed();
        return notice.id();
    }

    /** All notices that were ever entered for a year, corrected ones too, in the order of entering. */
    @Transactional(readOnly = true)
    public List<CalendarNotice> noticesOf(int year) {
        return tables.notices().stream().filter(notice -> notice.year() == year).toList();
    }

    /** Holidays of a year by the law, in their order: the names that notices use. */
    @Transactional(readOnly = true)
    public List<String> holidaysOf(int year) {
        return tables.rules().stream()
                .filter(rule -> !rule.daysOf(year).isEmpty())
                .map(HolidayRule::name)
                .toList();
    }

    private CalendarNotice noticeOf(CalendarChange change, String by) {
        return new CalendarNotice(
                UUID.randomUUID(),
                change.year(),
                blankToNull(change.number()),
                change.issuedOn(),
                change.title(),
                clock.instant(),
                by,
                null,
                change.days());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Optional<CalendarNotice> correctedBy(CalendarChange change) {
        return tables.notices().stream()
                .filter(CalendarNotice::holds)
                .filter(old -> change.corrects() != null
                        ? old.id().equals(change.corrects())
                        : old.year() == change.year()
                                && old.number() != null
                                && old.number().equals(blankToNull(change.number())))
                .findFirst();
    }

    private WorkingDays checked(CalendarChange change, CalendarNotice notice) {
        var reasons = new ArrayList<String>();
        var corrected = correctedBy(change);
        if (change.year() < WorkingDays.FIRST_YEAR || change.year() > WorkingDays.LAST_YEAR) {
            reasons.add("Mong đợi năm từ %d đến %d, gặp %d."
                    .formatted(WorkingDays.FIRST_YEAR, WorkingDays.LAST_YEAR, change.year()));
        }
        if (change.title() == null || change.title().isBlank()) {
            reasons.add("Chưa điền trích yếu của thông báo.");
        }
        if (change.corrects() != null && corrected.isEmpty()) {
            reasons.add("Thông báo cần sửa không còn hiệu lực: hãy mở lại lịch năm %d.".formatted(change.year()));
        }
        if (change.days().isEmpty() && corrected.isEmpty()) {
            reasons.add("Thông báo phải có ít nhất một ngày.");
        }
        checkEachDay(change, reasons);
        var others = tables.notices().stream()
                .filter(CalendarNotice::holds)
                .filter(other -> corrected.isEmpty()
                        || !other.id().equals(corrected.get().id()))
                .toList();
        others.forEach(other -> checkAgainst(other, change, reasons));
        refuseIfAny(reasons);

        checkAgainst(new WorkingDays(tables.rules(), withoutSwaps(others, notice)), change, reasons);
        refuseIfAny(reasons);
        return new WorkingDays(tables.rules(), with(others, notice));
    }

    private static void checkEachDay(CalendarChange change, List<String> reasons) {
        var first = LocalDate.of(change.year(), 1, 1).minusDays(DAYS_BEYOND_THE_YEAR);
        var last = LocalDate.of(change.year(), 12, 31).plusDays(DAYS_BEYOND_THE_YEAR);
        var seen = new HashSet<LocalDate>();
        for (var entry : change.days()) {
            var day = entry.day();
            if (!seen.add(day)) {
                reasons.add("Ngày %s có hai lần.".formatted(VietnamTime.format(day)));
            }
            if (entry.name() == null || entry.name().isBlank()) {
                reasons.add("Ngày %s chưa có tên dịp lễ.".formatted(VietnamTime.format(day)));
            }
            if (day.isBefore(first) || day.isAfter(last)) {
                reasons.add("Ngày %s ở ngoài năm %d.".formatted(VietnamTime.format(day), change.year()));
            }
            var needsRestDay = entry.kind() == DayKind.MAKE_UP;
            if (entry.kind() != DayKind.HOLIDAY && WorkingDays.isRestDay(day) != needsRestDay) {
                reasons.add("Ngày %s: %s phải là %s, gặp %s."
                        .formatted(
                                VietnamTime.format(day),
                                entry.kind().label(),
                                needsRestDay ? "thứ Bảy hoặc Chủ nhật" : "ngày trong tuần",
                                VietnamTime.weekdayOf(day)));
            }
        }
    }

    private static void checkAgainst(CalendarNotice other, CalendarChange change, List<String> reasons) {
        for (var entry : change.days()) {
            if (other.days().stream().anyMatch(given -> given.day().equals(entry.day()))) {
                reasons.add(
                        "Ngày %s đã có trong thông báo %s.".formatted(VietnamTime.format(entry.day()), other.label()));
            }
        }
        if (other.year() == change.year()) {
            holidaysIn(change.days()).stream()
                    .filter(name -> holidaysIn(other.days()).stream()
                            .anyMatch(given -> WorkingDays.key(given).equals(WorkingDays.key(name))))
                    .forEach(name -> reasons.add("%s năm %d đã có trong thông báo %s: hãy sửa thông báo đó."
                            .formatted(name, change.year(), other.label())));
        }
    }

    /** A day that is off anyway can be neither swapped nor worked. */
    private static void checkAgainst(WorkingDays days, CalendarChange change, List<String> reasons) {
        for (var entry : change.days()) {
            var off = days.markOf(entry.day());
            if (isSwap(entry) && off != null) {
                reasons.add("Ngày %s là ngày %s, không %s được."
                        .formatted(
                                VietnamTime.format(entry.day()),
                                off.label(),
                                entry.kind().label()));
            }
        }
    }

    private static List<String> holidaysIn(List<CalendarDay> days) {
        return days.stream()
                .filter(day -> day.kind() == DayKind.HOLIDAY)
                .map(CalendarDay::name)
                .distinct()
                .toList();
    }

    private static boolean isSwap(CalendarDay day) {
        return day.kind() == DayKind.SWAPPED || day.kind() == DayKind.MAKE_UP;
    }

    private static List<CalendarNotice> with(List<CalendarNotice> others, CalendarNotice notice) {
        var all = new ArrayList<>(others);
        all.add(notice);
        return all;
    }

    private static List<CalendarNotice> withoutSwaps(List<CalendarNotice> others, CalendarNotice notice) {
        return with(
                others,
                new CalendarNotice(
                        notice.id(),
                        notice.year(),
                        notice.number(),
                        notice.issuedOn(),
                        notice.title(),
                        notice.enteredAt(),
                        notice.enteredBy(),
                        null,
                        notice.days().stream().filter(day -> !isSwap(day)).toList()));
    }

    private static void refuseIfAny(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new CalendarRefused(reasons);
        }
    }
}
