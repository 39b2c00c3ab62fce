package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.HolidayChange;
import vn.trienkhai.calendar.PublicHoliday;
import vn.trienkhai.calendar.PublicHolidays;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.FormOpened;

/** The law makes Wednesday 20/10/2027 a holiday, as it might. */
class PublicHolidayProcessTests extends ProcessTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2027, 10, 20);
    private static final String NAME = "Ngày Phụ nữ Việt Nam";

    @Autowired
    Assignments assignments;

    @Autowired
    PublicHolidayForms forms;

    @Autowired
    PublicHolidays holidays;

    @Autowired
    WorkingCalendar calendar;

    /** As if it had never been: it ends before its first day comes. */
    @AfterEach
    void endWhatBegan() {
        holidays.from(WEDNESDAY).stream()
                .filter(holiday -> holiday.name().equals(NAME))
                .map(PublicHoliday::id)
                .forEach(id ->
                        holidays.enter(new HolidayChange(id, null, LocalDate.of(2027, 1, 2), "nhập nhầm"), "admin"));
    }

    @Test
    void showsWhatMovesAndThenMovesItAllAtOnce() {
        var duty = open();
        var confirmation = entered();

        var view = forms.of(new FormOpened(
                confirmation.getTaskDefinitionKey(),
                "admin",
                null,
                Map.of(
                        PublicHolidayProcess.CHANGE,
                        engine.getTaskService().getVariable(confirmation.getId(), PublicHolidayProcess.CHANGE))));
        assertThat(view.known().facts())
                .extracting("label", "value")
                .containsExactly(
                        tuple("Bắt đầu", NAME + ": 20/10, 1 ngày"),
                        tuple("Áp dụng từ", "01/01/2027"),
                        tuple("Căn cứ", "Luật giả định, Điều 1"));
        assertThat(view.choices().get("days"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("day", "before", "after")
                .containsExactly(
                        tuple("20/10/2027", "", "nghỉ " + NAME),
                        tuple("20/10/2028", "", "nghỉ " + NAME),
                        tuple("20/10/2029", "", "nghỉ " + NAME),
                        tuple("22/10/2029", "", "nghỉ bù " + NAME));
        assertThat(view.choices().get("moves"))
                .asInstanceOf(InstanceOfAssertFactories.list(OpenDeadlines.Move.class))
                .filteredOn(move -> move.subject().startsWith("Hạn 2027"))
                .extracting("what", "before", "after")
                .contains(tuple("thời hạn", "20/10/2027", "21/10/2027"));

        desk.as("admin").complete(confirmation, Map.of("confirmed", true));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2027, 10, 21));
        assertThat(assignments.historyOf(duty)).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Đổi hạn từ 20/10/2027 thành 21/10/2027");
            assertThat(event.why()).contains("Theo Luật giả định, Điều 1");
        });
    }

    @Test
    void changesNothingWhenItIsNotConfirmed() {
        var duty = open();

        desk.as("admin").complete(entered(), Map.of("confirmed", false));

        assertThat(assignments.get(duty).due()).contains(WEDNESDAY);
        assertThat(calendar.isWorkingDay(WEDNESDAY)).isTrue();
    }

    @Test
    void offersTheHolidaysThatCanEnd() {
        assertThat(forms.of(new FormOpened(null, "admin", null, Map.of()))
                        .choices()
                        .get("endable"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("label")
                .contains("Giỗ Tổ Hùng Vương (10/3 Âm lịch, 1 ngày)")
                .hasSize(7);
    }

    @Test
    void refusesWhatCannotBeRight() {
        var refused = desk.as("admin")
                .refusedWhenStarting("public-holiday", Map.of("from", "01/01/2027", "source", "Luật giả định, Điều 1"));

        assertThat(refused.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo("begins");
            assertThat(reason.message()).isEqualTo("Chưa nêu ngày lễ nào kết thúc hoặc bắt đầu.");
        });
    }

    @Test
    void isStartedByAdministratorsOnly() {
        assertThatThrownBy(() -> desk.as("phong-vhtt.head").start("public-holiday", form()))
                .isInstanceOf(AuthorizationException.class);
    }

    private static Map<String, Object> form() {
        return Map.of(
                "begins",
                Map.of("name", NAME, "lunar", false, "day", 20, "month", 10, "length", 1, "compensated", true),
                "from",
                "01/01/2027",
                "source",
                "Luật giả định, Điều 1");
    }

    private Task entered() {
        var instance = desk.as("admin").start("public-holiday", form());
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private UUID open() {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        "Hạn 2027",
                        "Theo luật",
                        DeadlineTerm.on(WEDNESDAY),
                        null,
                        true,
                        false),
                "phong-vhtt.head");
    }
}
