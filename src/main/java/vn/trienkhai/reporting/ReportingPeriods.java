package vn.trienkhai.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * The legal reporting periods, which close on the 14th (Nghị định 09/2019/NĐ-CP, Điều 12): month, quarter, six and nine
 * months, year. Both days are inclusive.
 */
class ReportingPeriods {

    record ReportingPeriod(String name, LocalDate from, LocalDate to) {}

    private ReportingPeriods() {}

    /** Periods that contain a day or closed last before it, for choosing from; the first is the quarter. */
    static List<ReportingPeriod> around(LocalDate day) {
        // From the 15th on, a day belongs to the next month's period.
        var month = day.getDayOfMonth() >= 15 ? day.plusMonths(1) : day;
        var year = month.getYear();
        var quarter = (month.getMonthValue() + 2) / 3;
        return List.of(
                quarter(year, quarter),
                quarter == 1 ? quarter(year - 1, 4) : quarter(year, quarter - 1),
                new ReportingPeriod(
                        "Tháng %d/%d".formatted(month.getMonthValue(), year),
                        month.withDayOfMonth(1).minusMonths(1).withDayOfMonth(15),
                        month.withDayOfMonth(14)),
                new ReportingPeriod(
                        "6 tháng đầu năm " + year, LocalDate.of(year - 1, 12, 15), LocalDate.of(year, 6, 14)),
                new ReportingPeriod("9 tháng năm " + year, LocalDate.of(year - 1, 12, 15), LocalDate.of(year, 9, 14)),
                new ReportingPeriod("Năm " + year, LocalDate.of(year - 1, 12, 15), LocalDate.of(year, 12, 14)));
    }

    private static ReportingPeriod quarter(int year, int quarter) {
        var closing = LocalDate.of(year, quarter * 3, 14);
        return new ReportingPeriod(
                "Quý %s/%d".formatted(List.of("I", "II", "III", "IV").get(quarter - 1), year),
                closing.minusMonths(3).plusDays(1),
                closing);
    }
}
