package vn.trienkhai.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The holidays of the law. Nothing is deleted: what ends keeps its days of former years. */
@Service
public class PublicHolidays {

    private static final int LONGEST = 10;
    private static final int LUNAR_MONTH = 30;

    private final CalendarTables tables;
    private final CurrentDays current;
    private final WorkingHours hours;
    private final Clock clock;

    PublicHolidays(CalendarTables tables, CurrentDays current, WorkingHours hours, Clock clock) {
        this.tables = tables;
        this.current = current;
        this.hours = hours;
        this.clock = clock;
    }

    /** Those that hold on a day or will hold later, in the order of the year. */
    @Transactional(readOnly = true)
    public List<PublicHoliday> from(LocalDate day) {
        return tables.holidays().stream()
                .filter(holiday ->
                        holiday.validTo() == null || !holiday.validTo().isBefore(day))
                .toList();
    }

    /**
     * The calendar as it would be with a change; nothing is stored.
     *
     * @throws CalendarRefused with every reason why the change cannot be right
     */
    @Transactional(readOnly = true)
    public WorkingCalendar preview(HolidayChange change) {
        check(change);
        var rules = new ArrayList<HolidayRule>();
        for (var known : tables.rulesById().entrySet()) {
            rules.add(
                    known.getKey().equals(change.ends()) ? known.getValue().until(lastDay(change)) : known.getValue());
        }
        newRule(change).ifPresent(rules::add);
        var days = new WorkingDays(
                rules, tables.notices().stream().filter(CalendarNotice::holds).toList());
        return new WorkingCalendar(() -> days, hours);
    }

    /**
     * Enters a change; {@link WorkingCalendar} tells the new days at once to the transaction that runs.
     *
     * @throws CalendarRefused with every reason why the change cannot be right
     */
    @Transactional
    public void enter(HolidayChange change, String by) {
        tables.raiseRevision();
        check(change);
        if (change.ends() != null) {
            tables.end(change.ends(), lastDay(change), change.source(), clock.instant(), by);
        }
        newRule(change)
                .ifPresent(
                        rule -> tables.add(UUID.randomUUID().toString(), rule, change.source(), clock.instant(), by));
        current.changed();
    }

    private static LocalDate lastDay(HolidayChange change) {
        return change.from().minusDays(1);
    }

    private static Optional<HolidayRule> newRule(HolidayChange change) {
        return Optional.ofNullable(change.begins())
                .map(given -> new HolidayRule(
                        given.name().strip(),
                        given.lunar(),
                        given.month(),
                        given.day(),
                        given.firstOffset(),
                        given.length(),
                        false,
                        given.compensated(),
                        change.from(),
                        null));
    }

    private void check(HolidayChange change) {
        var reasons = new ArrayList<String>();
        if (change.ends() == null && change.begins() == null) {
            reasons.add("Chưa nêu ngày lễ nào kết thúc hoặc bắt đầu.");
        }
        if (change.from().getYear() < WorkingDays.FIRST_YEAR || change.from().getYear() > WorkingDays.LAST_YEAR) {
            reasons.add("Mong đợi năm từ %d đến %d, gặp %d."
                    .formatted(
                            WorkingDays.FIRST_YEAR,
                            WorkingDays.LAST_YEAR,
                            change.from().getYear()));
        }
        var ending = tables.holidays().stream()
                .filter(holiday -> holiday.id().equals(change.ends()))
                .findFirst();
        if (change.ends() != null) {
            ending.ifPresentOrElse(
                    holiday -> checkEnd(holiday, change, reasons),
                    () -> reasons.add("Ngày lễ cần kết thúc không có trong lịch: hãy mở lại biểu mẫu."));
        }
        if (change.begins() != null) {
            checkBeginning(change, reasons);
        }
        if (!reasons.isEmpty()) {
            throw new CalendarRefused(reasons);
        }
    }

    private static void checkEnd(PublicHoliday holiday, HolidayChange change, List<String> reasons) {
        if (holiday.validTo() != null) {
            reasons.add("%s đã hết hiệu lực từ sau ngày %s."
                    .formatted(holiday.name(), VietnamTime.format(holiday.validTo())));
        } else if (!holiday.validFrom().isBefore(change.from())) {
            reasons.add("%s chỉ có từ %s: mong đợi thay đổi sau ngày ấy, gặp %s."
                    .formatted(
                            holiday.name(),
                            VietnamTime.format(holiday.validFrom()),
                            VietnamTime.format(change.from())));
        }
    }

    private void checkBeginning(HolidayChange change, List<String> reasons) {
        var given = change.begins();
        if (given.name() == null || given.name().isBlank()) {
            reasons.add("Chưa điền tên ngày lễ.");
        } else {
            from(change.from()).stream()
                    .filter(holiday -> !holiday.id().equals(change.ends()))
                    .filter(holiday -> WorkingDays.key(holiday.name())
                            .equals(WorkingDays.key(given.name().strip())))
                    .forEach(holiday -> reasons.add("Đã có ngày lễ “%s” (%s): hãy chọn kết thúc ngày lễ đó."
                            .formatted(holiday.name(), holiday.rule())));
        }
        if (!exists(given)) {
            reasons.add("Không có ngày %d/%d%s hằng năm."
                    .formatted(given.day(), given.month(), given.lunar() ? " Âm lịch" : ""));
        }
        if (given.length() < 1 || given.length() > LONGEST) {
            reasons.add("Mong đợi từ 1 đến %d ngày nghỉ, gặp %d.".formatted(LONGEST, given.length()));
        }
        if (given.firstOffset() < 1 - given.length() || given.firstOffset() > 0) {
            reasons.add("Các ngày nghỉ phải có chính ngày lễ: mong đợi nghỉ trước từ 0 đến %d ngày, gặp %d."
                    .formatted(Math.max(0, given.length() - 1), -given.firstOffset()));
        }
    }

    /** A day that not every year has cannot be a yearly holiday: 29/02, and the 30th of a lunar month. */
    private static boolean exists(HolidayChange.NewHoliday given) {
        if (given.lunar()) {
            return given.month() >= 1 && given.month() <= 12 && given.day() >= 1 && given.day() < LUNAR_MONTH;
        }
        try {
            return !MonthDay.of(given.month(), given.day()).equals(MonthDay.of(2, 29));
        } catch (DateTimeException notADay) {
            return false;
        }
    }
}
