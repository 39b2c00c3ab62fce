package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.CalendarChange;
import vn.trienkhai.calendar.CalendarNotice;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.calendar.WorkingCalendars;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;

/**
 * An administrator enters the notice of 2030. In it Wednesday 04/09/2030 is swapped for Saturday 07/09/2030; Monday 02/09 and
 * Tuesday 03/09 are Quốc khánh.
 */
class CalendarNoticeProcessTests extends ProcessTest {

    private static final List<Map<String, String>> DAYS = List.of(
            day("02/09/2030", "HOLIDAY"),
            day("03/09/2030", "HOLIDAY"),
            day("04/09/2030", "SWAPPED"),
            day("07/09/2030", "MAKE_UP"));

    @Autowired
    Assignments assignments;

    @Autowired
    CalendarNoticeForms forms;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    WorkingCalendars calendars;

    @AfterEach
    void withdrawWhatWasEntered() {
        calendars.noticesOf(2030).stream()
                .filter(CalendarNotice::holds)
                .forEach(notice -> calendars.enter(
                        new CalendarChange(2030, null, null, "rút lại", List.of(), notice.id()), "admin"));
    }

    @Test
    void showsWhatMovesAndThenMovesItAllAtOnce() {
        var onADay = open(DeadlineTerm.on(LocalDate.of(2030, 9, 4)));
        var counted = open(DeadlineTerm.workingDays(5, LocalDate.of(2030, 8, 28)));
        var untouched = open(DeadlineTerm.on(LocalDate.of(2030, 8, 30)));
        var reminded = open(DeadlineTerm.on(LocalDate.of(2030, 9, 9))); // reminded three working days before
        assertThat(dueOf(counted)).isEqualTo(LocalDate.of(2030, 9, 6));

        var confirmation = entered(DAYS);

        var view = viewOf(confirmation);
        assertThat(view.choices().get("moves"))
                .asInstanceOf(InstanceOfAssertFactories.list(OpenDeadlines.Move.class))
                .filteredOn(move -> move.subject().startsWith("Hạn 2030"))
                .extracting("what", "before", "after")
                .contains(tuple("thời hạn", "04/09/2030", "05/09/2030"), tuple("thời hạn", "06/09/2030", "07/09/2030"));
        assertThat(dueOf(onADay)).as("before it is confirmed").isEqualTo(LocalDate.of(2030, 9, 4));

        desk.as("admin").complete(confirmation, Map.of("confirmed", true));

        assertThat(dueOf(onADay)).isEqualTo(LocalDate.of(2030, 9, 5));
        assertThat(dueOf(counted)).isEqualTo(LocalDate.of(2030, 9, 7));
        assertThat(dueOf(untouched)).isEqualTo(LocalDate.of(2030, 8, 30));
        assertThat(VietnamTime.dateOf(desk.task(onADay.toString(), "UserTask_ConfirmReceipt")
                        .getDueDate()
                        .toInstant()))
                .isEqualTo(LocalDate.of(2030, 9, 5));
        assertThat(assignments.historyOf(onADay)).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Đổi hạn từ 04/09/2030 thành 05/09/2030");
            assertThat(event.why()).contains("Theo thông báo 12/TB-BNV: nghỉ Quốc khánh năm 2030");
            assertThat(event.actor()).contains("admin");
        });
        assertThat(assignments.historyOf(untouched)).hasSize(1);
        assertThat(timerOf(reminded)).isEqualTo(Date.from(Instant.parse("2030-09-05T00:00:00Z")));
    }

    @Test
    void changesNothingWhenItIsNotConfirmed() {
        var duty = open(DeadlineTerm.on(LocalDate.of(2030, 9, 4)));

        desk.as("admin").complete(entered(DAYS), Map.of("confirmed", false));

        assertThat(dueOf(duty)).isEqualTo(LocalDate.of(2030, 9, 4));
        assertThat(calendar.isWorkingDay(LocalDate.of(2030, 9, 4))).isTrue();
    }

    @Test
    void offersANoticeThatHoldsForCorrection() {
        desk.as("admin").complete(entered(DAYS), Map.of("confirmed", true));
        var correct = calendars.noticesOf(2030).stream()
                .filter(CalendarNotice::holds)
                .findFirst()
                .orElseThrow();
        var form = noticeForm(DAYS.subList(0, 2));
        form.put("corrects", correct.id().toString());

        var instance = desk.as("admin").start("calendar-notice", form);
        desk.as("admin").complete(taskOf(instance), Map.of("confirmed", true));

        assertThat(calendar.isWorkingDay(LocalDate.of(2030, 9, 4))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2030, 9, 7))).isFalse();
    }

    @Test
    void refusesDaysThatCannotBeRight() {
        var refused = desk.as("admin")
                .refusedWhenStarting("calendar-notice", noticeForm(List.of(day("05/09/2030", "MAKE_UP"))));

        assertThat(refused.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo("days");
            assertThat(reason.message())
                    .contains("Ngày 05/09/2030: làm bù phải là thứ Bảy hoặc Chủ nhật, gặp thứ Năm.");
        });
    }

    @Test
    void isStartedByAdministratorsOnly() {
        assertThatThrownBy(() -> desk.as("phong-vhtt.head").start("calendar-notice", noticeForm(DAYS)))
                .isInstanceOf(AuthorizationException.class);
    }

    private static Map<String, String> day(String day, String kind) {
        return Map.of("day", day, "kind", kind, "name", "Quốc khánh");
    }

    private static Map<String, Object> noticeForm(List<Map<String, String>> days) {
        var form = new HashMap<String, Object>();
        form.put("year", 2030);
        form.put("number", "12/TB-BNV");
        form.put("issuedOn", "15/11/2029");
        form.put("title", "nghỉ Quốc khánh năm 2030");
        form.put("days", days);
        return form;
    }

    private Task entered(List<Map<String, String>> days) {
        return taskOf(desk.as("admin").start("calendar-notice", noticeForm(days)));
    }

    private Task taskOf(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private FormView viewOf(Task task) {
        return forms.of(new FormOpened(
                task.getTaskDefinitionKey(),
                "admin",
                null,
                Map.of(
                        CalendarNoticeProcess.CHANGE,
                        engine.getTaskService().getVariable(task.getId(), CalendarNoticeProcess.CHANGE))));
    }

    private Date timerOf(UUID assignment) {
        var ladder = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(assignment.toString(), "overdue-escalation")
                .singleResult();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(ladder.getId())
                .singleResult()
                .getDuedate();
    }

    private LocalDate dueOf(UUID assignment) {
        return assignments.get(assignment).due().orElseThrow();
    }

    private UUID open(DeadlineTerm deadline) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        "Hạn 2030: " + deadline.kind(),
                        "Cung cấp thông tin",
                        deadline,
                        null,
                        true,
                        false),
                "phong-vhtt.head");
    }
}
