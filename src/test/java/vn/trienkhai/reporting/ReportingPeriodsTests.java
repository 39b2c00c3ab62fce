package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trienkhai.reporting.ReportingPeriods.ReportingPeriod;

/** Dates as in Nghị định 09/2019/NĐ-CP, Điều 12: data close on the 14th. */
class ReportingPeriodsTests {

    @Test
    void closesEveryPeriodOnThe14th() {
        assertThat(ReportingPeriods.around(LocalDate.of(2021, 9, 10)))
                .isEqualTo(List.of(
                        period("Quý III/2021", "2021-06-15", "2021-09-14"),
                        period("Quý II/2021", "2021-03-15", "2021-06-14"),
                        period("Tháng 9/2021", "2021-08-15", "2021-09-14"),
                        period("Tháng 8/2021", "2021-07-15", "2021-08-14"),
                        period("6 tháng đầu năm 2021", "2020-12-15", "2021-06-14"),
                        period("9 tháng năm 2021", "2020-12-15", "2021-09-14"),
                        period("6 tháng cuối năm 2021", "2021-06-15", "2021-12-14"),
                        period("Năm 2021", "2020-12-15", "2021-12-14"),
                        period("6 tháng cuối năm 2020", "2020-06-15", "2020-12-14"),
                        period("Năm 2020", "2019-12-15", "2020-12-14")));
    }

    @Test
    void countsThe15thToTheNextPeriod() {
        assertThat(ReportingPeriods.around(LocalDate.of(2021, 9, 15)).get(0))
                .isEqualTo(period("Quý IV/2021", "2021-09-15", "2021-12-14"));
        assertThat(ReportingPeriods.around(LocalDate.of(2021, 12, 20)))
                .startsWith(
                        period("Quý I/2022", "2021-12-15", "2022-03-14"),
                        period("Quý IV/2021", "2021-09-15", "2021-12-14"),
                        period("Tháng 1/2022", "2021-12-15", "2022-01-14"));
    }

    @Test
    void crossesTheYearWithItsMonthsAndQuarters() {
        assertThat(ReportingPeriods.around(LocalDate.of(2022, 1, 14)))
                .startsWith(
                        period("Quý I/2022", "2021-12-15", "2022-03-14"),
                        period("Quý IV/2021", "2021-09-15", "2021-12-14"),
                        period("Tháng 1/2022", "2021-12-15", "2022-01-14"),
                        period("Tháng 12/2021", "2021-11-15", "2021-12-14"))
                .contains(period("Năm 2021", "2020-12-15", "2021-12-14"));
        assertThat(ReportingPeriods.around(LocalDate.of(2022, 3, 31)))
                .as("the months before one of 31 days")
                .contains(
                        period("Tháng 4/2022", "2022-03-15", "2022-04-14"),
                        period("Tháng 3/2022", "2022-02-15", "2022-03-14"));
    }

    @Test
    void knowsTheYearThatClosedLast() {
        assertThat(ReportingPeriods.yearClosedBefore(LocalDate.of(2021, 12, 14)))
                .as("its last day is not past")
                .isEqualTo(period("Năm 2020", "2019-12-15", "2020-12-14"));
        assertThat(ReportingPeriods.yearClosedBefore(LocalDate.of(2021, 12, 15)))
                .isEqualTo(period("Năm 2021", "2020-12-15", "2021-12-14"));
        assertThat(ReportingPeriods.yearClosedBefore(LocalDate.of(2022, 2, 1)))
                .isEqualTo(period("Năm 2021", "2020-12-15", "2021-12-14"));
    }

    private static ReportingPeriod period(String name, String from, String to) {
        return new ReportingPeriod(name, LocalDate.parse(from), LocalDate.parse(to));
    }
}
