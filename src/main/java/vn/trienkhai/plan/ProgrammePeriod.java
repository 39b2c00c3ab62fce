package vn.trienkhai.plan;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;

/**
 * The days of a programme, both inclusive. A quarter and a year are those of the calendar; a campaign is any days.
 *
 * @throws FormRefused if a day is missing, the last is before the first, or the days are not a whole quarter or year
 */
public record ProgrammePeriod(ProgrammeKind kind, LocalDate from, LocalDate to) {

    private static final String[] QUARTERS = {"I", "II", "III", "IV"};

    public ProgrammePeriod {
        if (from == null) {
            throw FormRefused.at("from", "Chưa chọn ngày bắt đầu.");
        }
        if (to == null) {
            throw FormRefused.at("to", "Chưa chọn ngày kết thúc.");
        }
        if (to.isBefore(from)) {
            throw FormRefused.at(
                    "to",
                    "Ngày kết thúc phải từ ngày bắt đầu %s trở đi, gặp %s."
                            .formatted(VietnamTime.format(from), VietnamTime.format(to)));
        }
        if (kind == ProgrammeKind.QUARTER && !(from.equals(startOfQuarter(from)) && to.equals(endOfQuarter(from)))) {
            throw FormRefused.at("from", "Mong đợi trọn một quý, gặp " + days(from, to) + ".");
        }
        if (kind == ProgrammeKind.YEAR
                && !(from.getDayOfYear() == 1 && to.equals(from.with(TemporalAdjusters.lastDayOfYear())))) {
            throw FormRefused.at("from", "Mong đợi trọn một năm, gặp " + days(from, to) + ".");
        }
    }

    /** The calendar quarter that contains the day. */
    public static ProgrammePeriod quarterOf(LocalDate day) {
        return new ProgrammePeriod(ProgrammeKind.QUARTER, startOfQuarter(day), endOfQuarter(day));
    }

    /** The calendar year that contains the day. */
    public static ProgrammePeriod yearOf(LocalDate day) {
        return new ProgrammePeriod(
                ProgrammeKind.YEAR,
                day.with(TemporalAdjusters.firstDayOfYear()),
                day.with(TemporalAdjusters.lastDayOfYear()));
    }

    /** The quarter or year that follows. */
    public ProgrammePeriod next() {
        return kind == ProgrammeKind.YEAR ? yearOf(to.plusDays(1)) : quarterOf(to.plusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** "quý III/2021", "năm 2021", or the first and last day of a campaign. */
    public String label() {
        return switch (kind) {
            case QUARTER -> "quý %s/%d".formatted(QUARTERS[(from.getMonthValue() - 1) / 3], from.getYear());
            case YEAR -> "năm " + from.getYear();
            case CAMPAIGN -> days(from, to);
        };
    }

    private static String days(LocalDate from, LocalDate to) {
        return VietnamTime.format(from) + " – " + VietnamTime.format(to);
    }

    private static LocalDate startOfQuarter(LocalDate day) {
        return day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
    }

    private static LocalDate endOfQuarter(LocalDate day) {
        return startOfQuarter(day).plusMonths(2).with(TemporalAdjusters.lastDayOfMonth());
    }
}
