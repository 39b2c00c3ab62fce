package vn.trienkhai.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * The legal reporting periods, which close on the 14th (Nghị định 09/2019/NĐ-CP, Điều 12): month, quarter, six and nine
 * months, the year's second half, year. Both days are inclusive.
 */
class ReportingPeriods {

    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

    record ReportingPeriod(String name, LocalDate from, LocalDate to) {}

    private ReportingPeriods() {}

    /** Periods that contain a day, and those that closed last before it, for choosing from; the first is the quarter. */
    static List<ReportingPeriod> around(LocalDate day) {
        // From the 15th on, a day belongs to the next month's period.
        var month = day.getDayOfMonth() >= 15 ? day.plusMonths(1) : day;
        var year = month.getYear();
        var quarter = (month.getMonthValue() + 2) / 3;
        return List.of(
                quarter(year, quarter),
                quarter == 1 ? quarter(year - 1, 4) : quarter(year, quarter - 1),
                month(month),
                month(month.minusMonths(1)),
                firstHalf(year),
                nineMonths(year),
                secondHalf(year),
                year(year),
                secondHalf(year - 1),
                year(year - 1));
    }

    /** 15/12 to 14/12, named for the year in which it closes. */
    static ReportingPeriod year(int year) {
        return new ReportingPeriod("Năm " + year, firstOf(year), LocalDate.of(year, 12, 14));
    }

    /** The last year whose closing day is past. */
    static ReportingPeriod yearClosedBefore(LocalDate day) {
        var year = year(day.getYear());
        return year.to().isBefore(day) ? year : year(day.getYear() - 1);
    }

    private static ReportingPeriod month(LocalDate day) {
        var closing = day.withDayOfMonth(14);
        return new ReportingPeriod(
                "Tháng %d/%d".formatted(day.getMonthValue(), day.getYear()),
                closing.minusMonths(1).plusDays(1),
                closing);
    }

    private static ReportingPeriod quarter(int year, int quarter) {
        var closing = LocalDate.of(year, quarter * 3, 14);
        return new ReportingPeriod(
                "Quý %s/%d".formatted(QUARTERS.get(quarter - 1), year),
                closing.minusMonths(3).plusDays(1),
                closing);
    }

    private static ReportingPeriod firstHalf(int year) {
        return new ReportingPeriod("6 tháng đầu năm " + year, firstOf(year), LocalDate.of(year, 6, 14));
    }

    private static ReportingPeriod nineMonths(int year) {
        return new ReportingPeriod("9 tháng năm " + year, firstOf(year), LocalDate.of(year, 9, 14));
    }

    private static ReportingPeriod secondHalf(int year) {
        return new ReportingPeriod("6 tháng cuối năm " + year, LocalDate.of(year, 6, 15), LocalDate.of(year, 12, 14));
    }

    private static LocalDate firstOf(int year) {
        return LocalDate.of(year - 1, 12, 15);
    }
}
