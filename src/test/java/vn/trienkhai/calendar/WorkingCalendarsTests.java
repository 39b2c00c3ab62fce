package vn.trienkhai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.MovableClock;

/** Entering and correcting notices: what is refused, who sees what when, and that nothing is forgotten. */
class WorkingCalendarsTests {

    /** A node of the program: its own memory, the database of all. */
    private static class Node {

        final WorkingCalendars calendars;
        final WorkingCalendar calendar;

        Node(DataSource database, MovableClock clock) {
            var tables = new CalendarTables(JdbcClient.create(database));
            var current = new CurrentDays(tables, clock);
            var hours = new WorkingHours(CalendarDatabase.SETTINGS);
            calendars = new WorkingCalendars(tables, current, hours, clock);
            calendar = new WorkingCalendar(current, hours);
        }
    }

    private static final LocalDate MONDAY_3_SEPTEMBER_2029 = LocalDate.of(2029, 9, 3);
    private static final LocalDate MONDAY_31_AUGUST_2026 = LocalDate.of(2026, 8, 31);

    private final MovableClock clock = new MovableClock();
    private final DataSource database = CalendarDatabase.fresh();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Node node = new Node(database, clock);
    private final Node other = new Node(database, clock);

    private static final CalendarChange YEAR_2028 = notice(
            2028,
            "1/TB-BNV",
            holiday("25/01/2028", "Tết Nguyên đán"),
            holiday("26/01/2028", "Tết Nguyên đán"),
            holiday("27/01/2028", "Tết Nguyên đán"),
            holiday("28/01/2028", "tết nguyên đán"),
            holiday("31/01/2028", "Tết Nguyên đán"),
            holiday("02/09/2028", "Quốc khánh"),
            holiday("03/09/2028", "Quốc khánh"),
            new CalendarDay(VietnamTime.parse("04/09/2028"), DayKind.COMPENSATORY, "Quốc khánh"),
            new CalendarDay(VietnamTime.parse("05/09/2028"), DayKind.COMPENSATORY, "Quốc khánh"));

    @Test
    void aNoticeDecidesItsYear() {
        assertThat(node.calendar.isProvisional(2028)).isTrue();
        assertThat(node.calendar.isWorkingDay(LocalDate.of(2028, 9, 1))).isFalse();

        enter(node, YEAR_2028);

        assertThat(node.calendar.isProvisional(2028)).isFalse();
        assertThat(node.calendar.isWorkingDay(LocalDate.of(2028, 9, 1))).isTrue();
        assertThat(node.calendar.isWorkingDay(LocalDate.of(2028, 9, 5))).isFalse();
        assertThat(node.calendar.isWorkingDay(LocalDate.of(2028, 5, 2)))
                .as("holidays that the notice does not name follow their rules")
                .isFalse();
    }

    @Test
    void aNoticeOfTetAloneLeavesTheYearProvisional() {
        enter(node, notice(2029, "2/TB-BNV", holiday("13/02/2029", "Tết Nguyên đán")));

        assertThat(node.calendar.isProvisional(2029)).isTrue();
        assertThat(node.calendar.isWorkingDay(LocalDate.of(2029, 2, 12)))
                .as("exactly the notice's days hold")
                .isTrue();
    }

    @Test
    void aPreviewComparesAndStoresNothing() {
        var term = DeadlineTerm.on(LocalDate.of(2028, 9, 1));

        var preview = transaction.execute(running -> node.calendars.preview(YEAR_2028));

        assertThat(preview.deadlineOf(term)).isEqualTo(new Deadline(term.date(), "Hết ngày 01/09/2028", false));
        assertThat(node.calendar.deadlineOf(term).lastDay()).isEqualTo(LocalDate.of(2028, 9, 5));
        assertThat(node.calendars.noticesOf(2028)).isEmpty();
    }

    @Test
    void theTransactionThatEntersSeesItOthersAfterItCommits() {
        assertThat(node.calendar.isProvisional(2028)).isTrue();

        transaction.executeWithoutResult(running -> {
            node.calendars.enter(YEAR_2028, "admin");
            assertThat(node.calendar.isProvisional(2028)).isFalse();
            running.setRollbackOnly();
        });

        assertThat(node.calendar.isProvisional(2028)).isTrue();
        assertThat(node.calendars.noticesOf(2028)).isEmpty();
    }

    @Test
    void otherNodesSeeItWithinAMinute() {
        assertThat(other.calendar.isProvisional(2028)).isTrue();
        enter(node, YEAR_2028);

        later(Duration.ofSeconds(59));
        assertThat(other.calendar.isProvisional(2028)).isTrue();
        later(Duration.ofSeconds(1));
        assertThat(other.calendar.isProvisional(2028)).isFalse();
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasEnteredAndBothStay() {
        var wrong = enter(node, notice(2029, "2/TB-BNV", holiday("04/09/2029", "Quốc khánh")));
        assertThat(node.calendar.isWorkingDay(MONDAY_3_SEPTEMBER_2029)).isTrue();

        var right = enter(node, notice(2029, "2/TB-BNV", holiday("03/09/2029", "Quốc khánh")));

        assertThat(node.calendar.isWorkingDay(MONDAY_3_SEPTEMBER_2029)).isFalse();
        assertThat(node.calendar.isWorkingDay(LocalDate.of(2029, 9, 4))).isTrue();
        assertThat(node.calendars.noticesOf(2029))
                .satisfiesExactlyInAnyOrder(
                        old -> {
                            assertThat(old.id()).isEqualTo(wrong);
                            assertThat(old.replacedBy()).isEqualTo(right);
                            assertThat(old.enteredBy()).isEqualTo("admin");
                            assertThat(old.days()).containsExactly(holiday("04/09/2029", "Quốc khánh"));
                        },
                        current -> assertThat(current.holds()).isTrue());
    }

    @Test
    void aNoticeThatWasAMistakeIsTakenBack() {
        var wrong = enter(node, notice(2029, "2/TB-BNV", holiday("04/09/2029", "Quốc khánh")));

        enter(node, new CalendarChange(2029, null, null, "Nhập nhầm", List.of(), wrong));

        assertThat(node.calendar.isWorkingDay(MONDAY_3_SEPTEMBER_2029)).isFalse();
    }

    @Test
    void anExtraDayNeedsNoRule() {
        enter(node, notice(2027, "3/TB-BNV", holiday("15/03/2027", "Quốc tang")));

        assertThat(node.calendar.isWorkingDay(LocalDate.of(2027, 3, 15))).isFalse();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertRefused(
                notice(
                        2026,
                        "4/TB-BNV",
                        day("29/08/2026", DayKind.SWAPPED),
                        day("24/08/2026", DayKind.MAKE_UP),
                        day("12/09/2026", DayKind.COMPENSATORY),
                        day("20/01/2027", DayKind.SWAPPED),
                        day("20/01/2027", DayKind.SWAPPED)),
                "Ngày 29/08/2026: nghỉ hoán đổi phải là ngày trong tuần, gặp thứ Bảy.",
                "Ngày 24/08/2026: làm bù phải là thứ Bảy hoặc Chủ nhật, gặp thứ Hai.",
                "Ngày 12/09/2026: nghỉ bù phải là ngày trong tuần, gặp thứ Bảy.",
                "Ngày 20/01/2027 ở ngoài năm 2026.",
                "Ngày 20/01/2027 có hai lần.",
                "Ngày 20/01/2027 ở ngoài năm 2026.");
        assertRefused(
                new CalendarChange(2101, "x", null, " ", List.of()),
                "Mong đợi năm từ 2000 đến 2100, gặp 2101.",
                "Chưa điền trích yếu của thông báo.",
                "Thông báo phải có ít nhất một ngày.");
    }

    @Test
    void refusesWhatContradictsTheCalendar() {
        assertRefused(
                notice(2029, "5/TB-BNV", day("01/09/2029", DayKind.MAKE_UP), day("03/09/2029", DayKind.SWAPPED)),
                "Ngày 01/09/2029 là ngày nghỉ Quốc khánh, không làm bù được.",
                "Ngày 03/09/2029 là ngày nghỉ bù Quốc khánh, không nghỉ hoán đổi được.");
        assertRefused(
                notice(2026, "6/TB-BNV", holiday("03/09/2026", "Quốc khánh"), holiday("02/09/2026", "Lễ")),
                "Ngày 02/09/2026 đã có trong thông báo 9441/TB-BNV.",
                "Quốc khánh năm 2026 đã có trong thông báo 9441/TB-BNV: hãy sửa thông báo đó.");
    }

    @Test
    void aSwapMayReachIntoTheYearBefore() {
        enter(node, notice(2030, "7/TB-BNV", day("31/12/2029", DayKind.SWAPPED), day("05/01/2030", DayKind.MAKE_UP)));

        assertThat(node.calendar.isWorkingDay(LocalDate.of(2029, 12, 31))).isFalse();
        assertThat(node.calendar.isWorkingDay(LocalDate.of(2030, 1, 5))).isTrue();
    }

    @Test
    void knowsTheNoticesThatDecidedAPastYear() {
        assertThat(node.calendars.noticesOf(2026).stream().map(CalendarNotice::label))
                .containsExactly("9441/TB-BNV", "12729/VPCP-KGVX");
        assertThat(node.calendar.daysOf(2026))
                .contains(new CalendarDay(MONDAY_31_AUGUST_2026, DayKind.SWAPPED, "Quốc khánh"));
        assertThat(node.calendars.holidaysOf(2025))
                .containsExactly(
                        "Tết Dương lịch",
                        "Tết Nguyên đán",
                        "Giỗ Tổ Hùng Vương",
                        "Chiến thắng 30/4",
                        "Quốc tế Lao động 01/5",
                        "Quốc khánh");
        assertThat(node.calendars.holidaysOf(2026)).hasSize(7).last().isEqualTo("Ngày Văn hóa Việt Nam");
    }

    private UUID enter(Node at, CalendarChange change) {
        return transaction.execute(running -> at.calendars.enter(change, "admin"));
    }

    private void assertRefused(CalendarChange change, String... reasons) {
        var refused = catchThrowableOfType(CalendarRefused.class, () -> enter(node, change));
        assertThat(refused.reasons()).containsExactly(reasons);
    }

    private void later(Duration time) {
        clock.moveTo(clock.instant().plus(time).atZone(VietnamTime.ZONE));
    }

    private static CalendarChange notice(int year, String number, CalendarDay... days) {
        return new CalendarChange(year, number, null, "Nghỉ lễ năm " + year, List.of(days));
    }

    private static CalendarDay holiday(String day, String name) {
        return new CalendarDay(VietnamTime.parse(day), DayKind.HOLIDAY, name);
    }

    private static CalendarDay day(String day, DayKind kind) {
        return new CalendarDay(VietnamTime.parse(day), kind, "Dịp lễ");
    }
}
