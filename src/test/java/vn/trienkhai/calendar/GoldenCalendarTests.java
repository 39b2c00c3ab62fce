package vn.trienkhai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every day of 2021 to 2030 against a table written by hand: to 2026 from the notices of each year, from 2027 on from the
 * Labour Code and the lunar dates.
 */
class GoldenCalendarTests {

    private final WorkingCalendar calendar = CalendarDatabase.calendar();

    /** Days off from Monday to Friday, and Saturdays or Sundays that are worked; as day/month. */
    static Stream<Arguments> years() {
        return Stream.of(
                // Thông báo 4875/TB-LĐTBXH: Tết 10–14/02, in lieu 15 and 16/02; Quốc khánh 02–03/9. 01/5 is a Saturday.
                Arguments.of(2021, "01/01 10/02 11/02 12/02 15/02 16/02 21/04 30/04 03/05 02/09 03/09", ""),
                // Thông báo 119/TB-LĐTBXH: Tết 31/01–04/02; Quốc khánh 01–02/9. 01/01 a Saturday, Giỗ Tổ 10/4 a Sunday,
                // 30/4 and 01/5 a weekend.
                Arguments.of(2022, "03/01 31/01 01/02 02/02 03/02 04/02 11/04 02/05 03/05 01/09 02/09", ""),
                // Thông báo 5034/TB-LĐTBXH: Tết 20–24/01, in lieu 25 and 26/01; Quốc khánh 01–02/9, in lieu 04/9.
                // Giỗ Tổ Saturday 29/4, 30/4 Sunday: the days in lieu move over 01/5.
                Arguments.of(2023, "02/01 20/01 23/01 24/01 25/01 26/01 01/05 02/05 03/05 01/09 04/09", ""),
                // Thông báo 5015/TB-LĐTBXH: Tết 08–12/02, in lieu 13 and 14/02; Quốc khánh 02–03/9.
                // Thông báo 1570/TB-LĐTBXH: 29/4 for Saturday 04/5.
                Arguments.of(2024, "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09", "04/05"),
                // Thông báo 6150/TB-BLĐTBXH: Tết 27–31/01; 02/5 for Saturday 26/4; Quốc khánh 01–02/9.
                Arguments.of(2025, "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09", "26/04"),
                // Công văn 12729/VPCP-KGVX: 02/01 for Saturday 10/01. Thông báo 9441/TB-BNV: Tết 16–20/02; 31/8 for
                // Saturday 22/8; Quốc khánh 01–02/9. Giỗ Tổ Sunday 26/4. Nghị quyết 28/2026/QH16: 24/11.
                Arguments.of(
                        2026,
                        "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
                        "10/01 22/08"),
                // Mùng 1 is Saturday 06/02: 05–09/02 with 10 and 11/02 in lieu. 01/5 is a Saturday. 02/9 is a Thursday.
                Arguments.of(2027, "01/01 05/02 08/02 09/02 10/02 11/02 16/04 30/04 03/05 02/09 03/09 24/11", ""),
                // 01/01 is a Saturday. Mùng 1 is Wednesday 26/01, mùng 4 a Saturday: in lieu 31/01. 30/4 is a Sunday,
                // its
                // day in lieu moves over 01/5. 02/9 is a Saturday.
                Arguments.of(2028, "03/01 25/01 26/01 27/01 28/01 31/01 04/04 01/05 02/05 01/09 04/09 24/11", ""),
                // 02/9 is a Sunday, 01/9 a Saturday. 24/11 is a Saturday, for which nothing is given back.
                Arguments.of(2029, "01/01 12/02 13/02 14/02 15/02 16/02 23/04 30/04 01/05 03/09 04/09", ""),
                // Mùng 1 is Saturday 02/02 (in China Sunday 03/02). 02/9 is a Monday, 01/9 a Sunday. 24/11 is a Sunday.
                Arguments.of(2030, "01/01 01/02 04/02 05/02 06/02 07/02 12/04 30/04 01/05 02/09 03/09", ""));
    }

    @ParameterizedTest
    @MethodSource("years")
    void everyDayIsAsTheNoticesSay(int year, String off, String worked) {
        assertThat(daysOff(year)).isEqualTo(days(year, off));
        assertThat(restDaysWorked(year)).isEqualTo(days(year, worked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Asia/Ho_Chi_Minh", "UTC", "Pacific/Pago_Pago"})
    void theZoneOfTheMachineDoesNotMatter(String zone) {
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            var days = CalendarDatabase.daysIn(new CalendarTables(JdbcClient.create(CalendarDatabase.fresh())));

            assertThat(days.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
            assertThat(days.isWorkingDay(LocalDate.of(2026, 8, 31))).isFalse();
            assertThat(days.isWorkingDay(LocalDate.of(2026, 9, 3))).isTrue();
            assertThat(days.isWorkingDay(LocalDate.of(2030, 2, 1))).isFalse();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void yearsWithANoticeAreDecidedAndLaterOnesProvisional() {
        assertThat(Stream.iterate(2021, year -> year + 1).limit(10).filter(calendar::isProvisional))
                .containsExactly(2027, 2028, 2029, 2030);
    }

    /** Mùng 1 Tết and Giỗ Tổ, by the Vietnamese calendar; 2007 and 2030 differ from China's by a day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "17/02/2007 26/04/2007",
                "12/02/2021 21/04/2021",
                "01/02/2022 10/04/2022",
                "22/01/2023 29/04/2023",
                "10/02/2024 18/04/2024",
                "29/01/2025 07/04/2025",
                "17/02/2026 26/04/2026",
                "06/02/2027 16/04/2027",
                "26/01/2028 04/04/2028",
                "13/02/2029 23/04/2029",
                "02/02/2030 12/04/2030"
            })
    void lunarDaysAreThoseOfTheVietnameseCalendar(String anchors) {
        var tet = VietnamTime.parse(anchors.split(" ")[0]);
        var hungKings = VietnamTime.parse(anchors.split(" ")[1]);

        assertThat(lunarRule(1, 1).daysOf(tet.getYear())).containsExactly(tet);
        assertThat(lunarRule(3, 10).daysOf(tet.getYear())).containsExactly(hungKings);
    }

    @Test
    void daysTellWhatTheyAre() {
        assertThat(calendar.daysOf(2023).stream()
                        .filter(day ->
                                day.day().getMonthValue() == 4 || day.day().getMonthValue() == 5))
                .containsExactly(
                        new CalendarDay(LocalDate.of(2023, 4, 29), DayKind.HOLIDAY, "Giỗ Tổ Hùng Vương"),
                        new CalendarDay(LocalDate.of(2023, 4, 30), DayKind.HOLIDAY, "Chiến thắng 30/4"),
                        new CalendarDay(LocalDate.of(2023, 5, 1), DayKind.HOLIDAY, "Quốc tế Lao động 01/5"),
                        new CalendarDay(LocalDate.of(2023, 5, 2), DayKind.COMPENSATORY, "Giỗ Tổ Hùng Vương"),
                        new CalendarDay(LocalDate.of(2023, 5, 3), DayKind.COMPENSATORY, "Chiến thắng 30/4"));
    }

    @Test
    void cultureDayIsOffFrom2026On() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 11, 24))).isTrue(); // a Monday
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 24))).isFalse(); // a Tuesday
    }

    private static HolidayRule lunarRule(int month, int day) {
        return new HolidayRule("", true, month, day, 0, 1, false, true, LocalDate.of(2000, 1, 1), null);
    }

    private List<LocalDate> daysOff(int year) {
        return daysOf(year)
                .filter(day -> !isWeekend(day) && !calendar.isWorkingDay(day))
                .toList();
    }

    private List<LocalDate> restDaysWorked(int year) {
        return daysOf(year)
                .filter(day -> isWeekend(day) && calendar.isWorkingDay(day))
                .toList();
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<LocalDate> days(int year, String text) {
        return Arrays.stream(text.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> VietnamTime.parse(day + "/" + year))
                .toList();
    }
}
