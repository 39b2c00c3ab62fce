package vn.trienkhai.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.trienkhai.MovableClock;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;

@DataJpaTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid}")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@AutoConfigureJson
@Import({Audit.class, Organisation.class, Absences.class, MovableClock.class})
class AbsencesTests {

    private static final LocalDate TODAY = LocalDate.of(2021, 7, 1);
    private static final LocalDate MONDAY = LocalDate.of(2021, 7, 5);
    private static final LocalDate FRIDAY = LocalDate.of(2021, 7, 9);

    @Autowired
    private Organisation organisation;

    @Autowired
    private Absences absences;

    @Autowired
    private MovableClock clock;

    @MockitoBean
    private AbsenceProcess process;

    @BeforeEach
    void establish() {
        clock.moveTo(TODAY);
        organisation.establish(chart());
    }

    @AfterEach
    void resetTheEngine() {
        ClockUtil.reset();
    }

    @Test
    void lendsThePostFromMidnightOfTheFirstDayToMidnightAfterTheLast() {
        leave("one.head", "one.officer", MONDAY, FRIDAY);

        at(2021, 7, 4, 23, 59);
        assertThat(organisation.leads("one.officer", "one")).isFalse();
        assertThat(organisation.substituteOf("one.head")).isEmpty();
        at(2021, 7, 5, 0, 0);
        assertThat(organisation.leads("one.officer", "one")).isTrue();
        assertThat(organisation.leads("one.officer", "board")).isFalse();
        assertThat(organisation.standsInFor("one.officer"))
                .extracting(Person::userId)
                .containsExactly("one.head");
        assertThat(organisation.substituteOf("one.head")).map(Person::userId).contains("one.officer");
        assertThat(organisation.actsForOneOf("one.officer", List.of("one.head")))
                .isTrue();
        at(2021, 7, 9, 23, 59);
        assertThat(organisation.leads("one.officer", "one")).isTrue();
        at(2021, 7, 10, 0, 0);
        assertThat(organisation.leads("one.officer", "one")).isFalse();
        assertThat(organisation.standsInFor("one.officer")).isEmpty();
        assertThat(organisation.actsForOneOf("one.officer", List.of("one.head")))
                .isFalse();
    }

    @Test
    void namesWhoActedForWhomForEver() {
        leave("one.head", "one.deputy", MONDAY, FRIDAY);
        clock.moveTo(LocalDate.of(2022, 3, 1));

        assertThat(organisation.nameOf("one.deputy", moment(2021, 7, 4, 23, 59)))
                .isEqualTo("Phó Trưởng phòng Một");
        assertThat(organisation.nameOf("one.deputy", moment(2021, 7, 5, 8, 0)))
                .isEqualTo("Phó Trưởng phòng Một (thay Trưởng phòng Một)");
        assertThat(organisation.nameOf("one.head", moment(2021, 7, 5, 8, 0))).isEqualTo("Trưởng phòng Một");
        assertThat(organisation.nameOf("admin", moment(2021, 7, 5, 8, 0))).isEqualTo("admin");
    }

    @Test
    void givesNothingForTheTimeBeforeItWasEntered() {
        leave("one.head", "one.deputy", TODAY, TODAY);

        assertThat(organisation.nameOf("one.deputy", moment(2021, 7, 1, 7, 59))).isEqualTo("Phó Trưởng phòng Một");
        assertThat(organisation.nameOf("one.deputy", moment(2021, 7, 1, 8, 0)))
                .isEqualTo("Phó Trưởng phòng Một (thay Trưởng phòng Một)");
    }

    @Test
    void handsAPostOverUntilItIsEnded() {
        var handover = absences.report(
                new AbsenceOrder("one.head", "one.deputy", AbsenceKind.HANDOVER, TODAY, null, "Nghỉ hưu"), "one.head");
        clock.moveTo(LocalDate.of(2023, 1, 2));
        assertThat(organisation.standsInFor("one.deputy")).hasSize(1);

        absences.end(handover.id(), "Đã bổ nhiệm", "one.deputy");

        verify(process).endedEarly(handover);
        assertThat(organisation.standsInFor("one.deputy")).isEmpty();
        assertThat(refusalOf(() -> absences.end(handover.id(), "Lần nữa", "one.deputy"))
                        .field())
                .isEqualTo("absence");
    }

    @Test
    void refusesDaysThatCannotBe() {
        assertRefused(
                order("one.head", "one.deputy", TODAY.minusDays(1), FRIDAY),
                "firstDay",
                "Mong đợi từ hôm nay, 01/07/2021, trở đi, gặp 30/06/2021.");
        assertRefused(
                order("one.head", "one.deputy", FRIDAY, MONDAY),
                "lastDay",
                "Mong đợi không trước ngày đầu, 09/07/2021, gặp 05/07/2021.");
        assertRefused(order("one.head", "one.deputy", MONDAY, null), "lastDay", "Chưa điền ngày cuối cùng vắng mặt.");
    }

    @Test
    void takesSubstitutesOfTheSameUnitOnly() {
        assertRefused(
                order("one.head", "one.head", MONDAY, FRIDAY),
                "substitute",
                "Mong đợi một người khác của Phòng Một, gặp Trưởng phòng Một.");
        assertRefused(
                order("one.head", "board.head", MONDAY, FRIDAY),
                "substitute",
                "Mong đợi một người khác của Phòng Một, gặp Chủ tịch.");
        assertRefused(
                "board.head",
                order("board.head", "board.officer", MONDAY, FRIDAY),
                "substitute",
                "Mong đợi một lãnh đạo khác của Ủy ban, gặp Thư ký.");
        assertRefused(
                "admin",
                order("nobody", "one.deputy", MONDAY, FRIDAY),
                "person",
                "Không có người này trong tổ chức: “nobody”.");
    }

    @Test
    void refusesTwoAbsencesAtOnceAndChainsOfSubstitutes() {
        leave("one.head", "one.deputy", MONDAY, FRIDAY);

        assertRefused(
                order("one.head", "one.officer", FRIDAY, FRIDAY.plusDays(3)),
                "firstDay",
                "Trưởng phòng Một đã được ghi vắng mặt trong những ngày đó:"
                        + " Trưởng phòng Một, Phó Trưởng phòng Một thay, từ 05/07/2021 đến hết 09/07/2021.");
        assertRefused(
                order("one.deputy", "one.officer", FRIDAY, FRIDAY),
                "person",
                "Phó Trưởng phòng Một đang được cử thay người khác trong những ngày đó:"
                        + " Trưởng phòng Một, Phó Trưởng phòng Một thay, từ 05/07/2021 đến hết 09/07/2021.");
        assertRefused(
                order("one.officer", "one.head", MONDAY.minusDays(1), MONDAY),
                "substitute",
                "Trưởng phòng Một cũng vắng mặt trong những ngày đó:"
                        + " Trưởng phòng Một, Phó Trưởng phòng Một thay, từ 05/07/2021 đến hết 09/07/2021.");
        leave("one.head", "one.officer", FRIDAY.plusDays(1), FRIDAY.plusDays(1));
        assertThat(absences.endableBy("one.head")).hasSize(2);
    }

    @Test
    void freesTheDaysOfAnAbsenceThatWasEnded() {
        var planned = leave("one.head", "one.deputy", MONDAY, FRIDAY);
        absences.end(planned.id(), "Đổi kế hoạch", "one.head");

        leave("one.head", "one.officer", MONDAY, FRIDAY);
        clock.moveTo(MONDAY);

        assertThat(organisation.substituteOf("one.head")).map(Person::userId).contains("one.officer");
        assertThat(absences.endableBy("one.head")).hasSize(1);
    }

    @Test
    void isEnteredByThePersonTheUnitsLeadersOrAnAdministratorOnly() {
        when(process.isAdministrator("admin")).thenReturn(true);
        var order = order("one.officer", "one.officer-2", MONDAY, FRIDAY);

        assertRefused(
                "one.officer-2",
                order,
                "",
                "Chỉ Chuyên viên Một, lãnh đạo Phòng Một hoặc người quản trị được ghi việc này.");
        assertThat(absences.reportableBy("one.officer"))
                .extracting(Person::userId)
                .containsExactly("one.officer");
        assertThat(absences.reportableBy("one.deputy")).hasSize(4);
        assertThat(absences.reportableBy("admin")).hasSize(7);
        assertThat(absences.report(order, "admin").enteredBy()).isEqualTo("admin");
    }

    @Test
    void survivesANewChart() {
        leave("one.head", "one.officer", TODAY, FRIDAY);

        organisation.establish(chart());

        assertThat(organisation.leads("one.officer", "one")).isTrue();
        assertThat(absences.running()).hasSize(1);
    }

    private Absence leave(String person, String substitute, LocalDate from, LocalDate to) {
        return absences.report(order(person, substitute, from, to), person);
    }

    private static AbsenceOrder order(String person, String substitute, LocalDate from, LocalDate to) {
        return new AbsenceOrder(person, substitute, AbsenceKind.LEAVE, from, to, "Nghỉ phép năm");
    }

    private void assertRefused(AbsenceOrder order, String field, String message) {
        assertRefused("one.head", order, field, message);
    }

    private void assertRefused(String by, AbsenceOrder order, String field, String message) {
        var reason = refusalOf(() -> absences.report(order, by));
        assertThat(reason.field()).isEqualTo(field);
        assertThat(reason.message()).isEqualTo(message);
    }

    private static FormRefused.Reason refusalOf(Runnable act) {
        var refused = catchThrowableOfType(FormRefused.class, act::run);
        assertThat(refused.reasons()).hasSize(1);
        return refused.reasons().get(0);
    }

    private void at(int year, int month, int day, int hour, int minute) {
        clock.moveTo(ZonedDateTime.of(year, month, day, hour, minute, 0, 0, VietnamTime.ZONE));
    }

    private static Instant moment(int year, int month, int day, int hour, int minute) {
        return ZonedDateTime.of(year, month, day, hour, minute, 0, 0, VietnamTime.ZONE)
                .toInstant();
    }

    private static OrganisationChart chart() {
        return new OrganisationChart(
                List.of(
                        new Unit("one", "Phòng Một", "Một", UnitKind.AGENCY),
                        new Unit("board", "Ủy ban", "Ủy ban", UnitKind.LEADERSHIP)),
                List.of(
                        new Post("one", "head", "Trưởng phòng Một"),
                        new Post("one", "deputy", "Phó Trưởng phòng Một"),
                        new Post("one", "officer", "Chuyên viên Một"),
                        new Post("one", "officer-2", "Chuyên viên Hai"),
                        new Post("board", "head", "Chủ tịch"),
                        new Post("board", "deputy", "Phó Chủ tịch"),
                        new Post("board", "officer", "Thư ký")),
                List.of(
                        new Person("one.head", "Trưởng phòng Một", "one", "one.head"),
                        new Person("one.deputy", "Phó Trưởng phòng Một", "one", "one.deputy"),
                        new Person("one.officer", "Chuyên viên Một", "one", "one.officer"),
                        new Person("one.officer-2", "Chuyên viên Hai", "one", "one.officer-2"),
                        new Person("board.head", "Chủ tịch", "board", "board.head"),
                        new Person("board.deputy", "Phó Chủ tịch", "board", "board.deputy"),
                        new Person("board.officer", "Thư ký", "board", "board.officer")),
                List.of());
    }
}
