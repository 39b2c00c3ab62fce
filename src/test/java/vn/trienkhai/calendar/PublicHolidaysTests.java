package vn.trienkhai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.MovableClock;
import vn.trienkhai.calendar.HolidayChange.NewHoliday;

/** The law gives a holiday, takes one away, counts one differently. */
class PublicHolidaysTests {

    private static final LocalDate NEW_YEAR_2027 = LocalDate.of(2027, 1, 1);
    private static final NewHoliday WOMEN = new NewHoliday("Ngày Phụ nữ Việt Nam", false, 10, 20, 0, 1, true);

    private final MovableClock clock = new MovableClock();
    private final DataSource database = CalendarDatabase.fresh();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final CalendarTables tables = new CalendarTables(JdbcClient.create(database));
    private final CurrentDays current = new CurrentDays(tables, clock);
    private final WorkingHours hours = new WorkingHours(CalendarDatabase.SETTINGS);
    private final PublicHolidays holidays = new PublicHolidays(tables, current, hours, clock);
    private final WorkingCalendar calendar = new WorkingCalendar(current, hours);

    @Test
    void knowsTheHolidaysOfTheLaw() {
        assertThat(holidays.from(LocalDate.of(2026, 11, 23)))
                .extracting("name", "rule", "validFrom")
                .containsExactly(
                        tuple("Tết Dương lịch", "1/1, 1 ngày", LocalDate.of(1995, 1, 1)),
                        tuple("Tết Nguyên đán", "1/1 Âm lịch, 5 ngày", LocalDate.of(2013, 5, 1)),
                        tuple("Giỗ Tổ Hùng Vương", "10/3 Âm lịch, 1 ngày", LocalDate.of(2007, 4, 2)),
                        tuple("Chiến thắng 30/4", "30/4, 1 ngày", LocalDate.of(1995, 1, 1)),
                        tuple("Quốc tế Lao động 01/5", "1/5, 1 ngày", LocalDate.of(1995, 1, 1)),
                        tuple("Quốc khánh", "2/9, 2 ngày", LocalDate.of(2021, 1, 1)),
                        tuple("Ngày Văn hóa Việt Nam", "24/11, 1 ngày", LocalDate.of(2026, 7, 1)));
    }

    @Test
    void aNewHolidayIsOffFromItsFirstYearAndGivenBackOnAWeekend() {
        var change = new HolidayChange(null, WOMEN, NEW_YEAR_2027, "Luật giả định, Điều 1");
        assertThat(holidays.preview(change).isWorkingDay(LocalDate.of(2027, 10, 20)))
                .isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 20)))
                .as("a preview stores nothing")
                .isTrue();

        enter(change);

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 20)))
                .as("Tuesday")
                .isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 20)))
                .as("Wednesday")
                .isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2029, 10, 22)))
                .as("Monday after Saturday 20/10/2029")
                .isFalse();
    }

    @Test
    void aHolidayThatEndsKeepsItsFormerYears() {
        var culture = idOf("Ngày Văn hóa Việt Nam");

        enter(new HolidayChange(culture, null, LocalDate.of(2028, 1, 1), "Luật giả định, Điều 2"));

        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 11, 24)))
                .as("Wednesday")
                .isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2028, 11, 24)))
                .as("Friday")
                .isTrue();
        assertThat(holidays.from(LocalDate.of(2028, 1, 1))).extracting("name").doesNotContain("Ngày Văn hóa Việt Nam");
    }

    @Test
    void oneTakesThePlaceOfAnother() {
        enter(new HolidayChange(
                idOf("Giỗ Tổ Hùng Vương"),
                new NewHoliday("Giỗ Tổ Hùng Vương", true, 3, 10, -1, 2, true),
                NEW_YEAR_2027,
                "Luật giả định, Điều 3"));

        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 4, 15)))
                .as("Thursday before 16/4/2027, the 10th of the third lunar month")
                .isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 4, 24)))
                .as("Friday, in a year before")
                .isTrue();
    }

    @Test
    void keepsWhoEnteredAndWhoEnded() {
        enter(new HolidayChange(idOf("Ngày Văn hóa Việt Nam"), WOMEN, NEW_YEAR_2027, "Luật giả định, Điều 4"));

        var rows = JdbcClient.create(database)
                .sql("select name, entered_by, ended_by, ended_why from holiday_rule"
                        + " where entered_by is not null or ended_by is not null order by name")
                .query()
                .listOfRows();
        assertThat(rows)
                .extracting("NAME", "ENTERED_BY", "ENDED_BY", "ENDED_WHY")
                .containsExactly(
                        tuple("Ngày Phụ nữ Việt Nam", "admin", null, null),
                        tuple("Ngày Văn hóa Việt Nam", null, "admin", "Luật giả định, Điều 4"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertRefused(new HolidayChange(null, null, NEW_YEAR_2027, "x"), "Chưa nêu ngày lễ nào kết thúc hoặc bắt đầu.");
        assertRefused(
                new HolidayChange(null, new NewHoliday(" ", false, 2, 29, -1, 1, true), NEW_YEAR_2027, "x"),
                "Chưa điền tên ngày lễ.",
                "Không có ngày 29/2 hằng năm.",
                "Các ngày nghỉ phải có chính ngày lễ: mong đợi nghỉ trước từ 0 đến 0 ngày, gặp 1.");
        assertRefused(
                new HolidayChange(null, new NewHoliday("Rằm", true, 13, 15, 0, 11, true), NEW_YEAR_2027, "x"),
                "Không có ngày 15/13 Âm lịch hằng năm.",
                "Mong đợi từ 1 đến 10 ngày nghỉ, gặp 11.");
        assertRefused(
                new HolidayChange(null, new NewHoliday("quốc khánh", false, 9, 2, 0, 3, true), NEW_YEAR_2027, "x"),
                "Đã có ngày lễ “Quốc khánh” (2/9, 2 ngày): hãy chọn kết thúc ngày lễ đó.");
        assertRefused(
                new HolidayChange("national-day-alone", null, NEW_YEAR_2027, "x"),
                "Quốc khánh đã hết hiệu lực từ sau ngày 31/12/2020.");
        assertRefused(
                new HolidayChange("unknown", null, NEW_YEAR_2027, "x"),
                "Ngày lễ cần kết thúc không có trong lịch: hãy mở lại biểu mẫu.");
        assertRefused(
                new HolidayChange(idOf("Ngày Văn hóa Việt Nam"), null, LocalDate.of(2026, 7, 1), "x"),
                "Ngày Văn hóa Việt Nam chỉ có từ 01/07/2026: mong đợi thay đổi sau ngày ấy, gặp 01/07/2026.");
    }

    private void enter(HolidayChange change) {
        transaction.executeWithoutResult(running -> holidays.enter(change, "admin"));
    }

    private void assertRefused(HolidayChange change, String... reasons) {
        var refused = catchThrowableOfType(CalendarRefused.class, () -> enter(change));
        assertThat(refused.reasons()).containsExactly(reasons);
    }

    private String idOf(String name) {
        return holidays.from(NEW_YEAR_2027).stream()
                .filter(holiday -> holiday.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
