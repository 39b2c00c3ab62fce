package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;

/** Deadlines that move: extension, hold, redo, refusal. Days are of July 2021, which has no holiday; 01/07 is a Thursday. */
class AssignmentDeadlineTests extends ProcessTest {

    private static final LocalDate DUE = LocalDate.of(2021, 7, 15);

    @Autowired
    Assignments assignments;

    @Autowired
    DutyAssignmentForms forms;

    @Test
    void isExtendedByWhoAskedForTheWork() {
        var duty = handedOut();

        var request = ask("phong-kinh-te.officer", duty, "22/07/2021");
        var decision = desk.task(request, "UserTask_DecideExtension");
        assertThat(decision.getName()).startsWith("Quyết định gia hạn: KT-1b");
        assertThat(decision.getDueDate()).isEqualTo(endOf("2021-07-02"));
        assertThat(desk.as("phong-vhtt.officer").sees())
                .noneMatch(task -> task.getId().equals(decision.getId()));
        desk.as("phong-vhtt.head").complete(decision, Map.of("granted", true, "deadline", "22/07/2021"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 22));
        assertThat(task(duty, "UserTask_SubmitResult").getDueDate()).isEqualTo(endOf("2021-07-22"));
        assertThat(assignments.historyOf(duty))
                .extracting(AssignmentEvent::what)
                .endsWith("Xin gia hạn đến hết ngày 22/07/2021", "Đổi hạn từ 15/07/2021 thành 22/07/2021");
        assertThat(assignments.historyOf(duty)).last().satisfies(event -> {
            assertThat(event.actor()).contains("phong-vhtt.head");
            assertThat(event.why()).contains("Nhà in giao chậm");
        });
        clock.moveTo(LocalDate.of(2021, 7, 16));
        assertThat(assignments.deadlineStateOf(assignments.get(duty))).isEqualTo(DeadlineState.ON_TRACK);
    }

    @Test
    void mayBeExtendedToAnotherDayThanAsked() {
        var duty = handedOut();
        var request = ask("phong-kinh-te.head", duty, "30/07/2021");

        desk.as("phong-vhtt.deputy")
                .complete(
                        desk.task(request, "UserTask_DecideExtension"),
                        Map.of("granted", true, "deadline", "19/07/2021", "reason", "Hội nghị ngày 20/7"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 19));
    }

    @Test
    void staysAsItWasWhenTheExtensionIsRefusedWithAReason() {
        var duty = handedOut();
        var decision = desk.task(ask("phong-kinh-te.head", duty, "22/07/2021"), "UserTask_DecideExtension");

        var silent = desk.as("phong-vhtt.head").refusedWhenCompleting(decision, Map.of("granted", false));
        assertThat(silent.reasons()).extracting("field").containsExactly("reason");
        desk.as("phong-vhtt.head").complete(decision, Map.of("granted", false, "reason", "Tỉnh yêu cầu đúng hạn"));

        assertThat(assignments.get(duty).due()).contains(DUE);
        assertThat(assignments.historyOf(duty)).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Không gia hạn");
            assertThat(event.why()).contains("Tỉnh yêu cầu đúng hạn");
        });
    }

    @Test
    void isNotExtendedToADayThatIsNotLater() {
        var duty = handedOut();

        var same = refusedAsking("phong-kinh-te.head", duty, "15/07/2021");
        var past = refusedAsking("phong-kinh-te.head", duty, "30/06/2021");

        assertThat(same).isEqualTo("Hạn mới phải sau hạn đang có 15/07/2021, gặp 15/07/2021.");
        assertThat(past).isEqualTo("Hạn mới 30/06/2021 đã qua.");
    }

    @Test
    void isAskedForOnceAtATimeAndByTheUnitOnly() {
        var duty = handedOut();
        assertThat(refusedAsking("y-te.head", duty, "22/07/2021"))
                .isEqualTo("Chỉ lãnh đạo Phòng Kinh tế hoặc người được phân công được xin gia hạn việc này.");

        ask("phong-kinh-te.officer", duty, "22/07/2021");

        assertThat(refusedAsking("phong-kinh-te.head", duty, "23/07/2021"))
                .isEqualTo("Việc này đã có một đề nghị gia hạn đang chờ quyết định.");
    }

    @Test
    void needsNoDecisionAnyMoreWhenTheWorkIsHandedIn() {
        var duty = handedOut();
        var request = ask("phong-kinh-te.officer", duty, "22/07/2021");

        desk.as("phong-kinh-te.officer").complete(task(duty, "UserTask_SubmitResult"), Map.of("result", "Xong"));

        assertThat(desk.openTasks(request)).isEmpty();
        assertThat(assignments.extension(UUID.fromString(request)).decision())
                .contains(DeadlineExtension.Decision.LAPSED);
    }

    @Test
    void standsStillOnHoldAndGetsItsDaysBack() {
        var duty = handedOut();
        clock.moveTo(LocalDate.of(2021, 7, 5));
        steer("phong-vhtt.head", duty, "HOLD");

        assertThat(task(duty, "UserTask_SubmitResult").getDueDate()).isNull();
        var refused = desk.as("phong-kinh-te.officer")
                .refusedWhenCompleting(task(duty, "UserTask_SubmitResult"), Map.of("result", "Xong"));
        assertThat(refused).hasMessageContaining("đang ở trạng thái “Tạm hoãn”");
        clock.moveTo(LocalDate.of(2021, 8, 2));
        assertThat(assignments.get(duty).isLateAt(clock.instant())).isFalse();

        clock.moveTo(LocalDate.of(2021, 7, 8));
        steer("phong-vhtt.head", duty, "RESUME");

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 20));
        assertThat(assignments.get(duty).dueExplained())
                .contains("Hạn cũ 15/07/2021, cộng 3 ngày làm việc tạm hoãn: hết ngày 20/07/2021.");
        assertThat(task(duty, "UserTask_SubmitResult").getDueDate()).isEqualTo(endOf("2021-07-20"));
        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void isHeldOnlyByWhoCommandsIt() {
        var duty = handedOut();

        var refused = desk.as("phong-kinh-te.head")
                .refusedWhenStarting(
                        "assignment-steering",
                        Map.of("assignment", duty.toString(), "act", "HOLD", "reason", "Bận việc khác"));

        assertThat(refused).hasMessage("Chỉ lãnh đạo Phòng Văn hóa và Thông tin được tạm hoãn việc này.");
        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void isMovedByTheLeadersWhoIssuedThePlan() {
        var duty = handedOut();

        desk.as("ubnd.deputy")
                .start(
                        "assignment-steering",
                        Map.of(
                                "assignment",
                                duty.toString(),
                                "act",
                                "MOVE_DEADLINE",
                                "deadline",
                                "09/07/2021",
                                "reason",
                                "Hội nghị sớm hơn"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 9));
        assertThat(task(duty, "UserTask_SubmitResult").getDueDate()).isEqualTo(endOf("2021-07-09"));
    }

    @Test
    void givesTheUnitBackTheDaysThatTheReviewerTook() {
        var duty = handedOut();
        clock.moveTo(DUE);
        desk.as("phong-kinh-te.officer").complete(task(duty, "UserTask_SubmitResult"), Map.of("result", "Xong"));

        clock.moveTo(LocalDate.of(2021, 7, 20));
        desk.as("phong-vhtt.head")
                .complete(task(duty, "UserTask_ReviewResult"), Map.of("accepted", false, "reason", "Thiếu ảnh"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 21));
        assertThat(assignments.get(duty).isLateAt(clock.instant())).isFalse();
        assertThat(task(duty, "UserTask_SubmitResult").getDueDate()).isEqualTo(endOf("2021-07-21"));
    }

    @Test
    void staysLateWhenItWasHandedInLateHoweverLongTheReviewTakes() {
        var duty = handedOut();
        clock.moveTo(LocalDate.of(2021, 7, 16));
        desk.as("phong-kinh-te.officer").complete(task(duty, "UserTask_SubmitResult"), Map.of("result", "Xong"));
        clock.moveTo(LocalDate.of(2021, 7, 30));
        desk.as("phong-vhtt.head").complete(task(duty, "UserTask_ReviewResult"), Map.of("accepted", true));

        assertThat(assignments.deadlineStateOf(assignments.get(duty))).isEqualTo(DeadlineState.DONE_LATE);
    }

    @Test
    void givesTheUnitBackTheDaysThatItsRefusalWaited() {
        var duty = open();
        clock.moveTo(LocalDate.of(2021, 7, 5));
        desk.as("phong-kinh-te.head")
                .complete(
                        task(duty, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Không thuộc chức năng"));
        clock.moveTo(LocalDate.of(2021, 7, 7));
        desk.as("phong-vhtt.head")
                .complete(
                        task(duty, "UserTask_DecideRefusal"), Map.of("decision", "INSIST", "reason", "Giao đích danh"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 19));
        assertThat(task(duty, "UserTask_ConfirmReceipt").getDueDate()).isEqualTo(endOf("2021-07-19"));
    }

    @Test
    void goesToAnotherUnitByTheSameDay() {
        var duty = handedOut();

        var newer = assignments.reassign(duty, "y-te", null, "Đúng chức năng hơn", "ubnd.head");

        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.TRANSFERRED);
        assertThat(desk.openTasks(duty.toString())).isEmpty();
        assertThat(assignments.get(newer).unit()).isEqualTo("y-te");
        assertThat(assignments.get(newer).due()).contains(DUE);
    }

    @Test
    void movesToTheNextWorkingDayWhenItsLastDayIsASunday() {
        var duty = open("phong-kinh-te", LocalDate.of(2021, 7, 18));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 19));
        clock.moveTo(LocalDate.of(2021, 7, 19));
        assertThat(assignments.get(duty).isLateAt(clock.instant())).isFalse();
    }

    @Test
    void saysInWordsWhereItStands() {
        var duty = handedOut();
        assertThat(timing(duty)).isEqualTo("Trong hạn, còn 10 ngày làm việc");
        clock.moveTo(LocalDate.of(2021, 7, 12));
        assertThat(timing(duty)).isEqualTo("Sắp đến hạn, còn 3 ngày làm việc");
        clock.moveTo(DUE);
        assertThat(timing(duty)).isEqualTo("Sắp đến hạn, hôm nay là ngày cuối cùng");
        clock.moveTo(LocalDate.of(2021, 7, 19));
        assertThat(timing(duty)).isEqualTo("Quá hạn 2 ngày làm việc");
    }

    @Test
    void showsItsWholeHistory() {
        var duty = handedOut();

        assertThat(view(duty).known().history())
                .extracting("at", "by", "what")
                .containsExactly(
                        tuple("01/07/2021 08:00", "Trưởng phòng VH&TT", "Giao việc"),
                        tuple("01/07/2021 08:00", "Trưởng phòng Kinh tế", "Nhận việc"),
                        tuple("01/07/2021 08:00", "Trưởng phòng Kinh tế", "Phân công Chuyên viên Phòng Kinh tế"));
    }

    private String timing(UUID duty) {
        return view(duty).known().timing().label();
    }

    private FormView view(UUID duty) {
        return forms.of(new FormOpened(
                "UserTask_SubmitResult",
                "phong-kinh-te.officer",
                duty.toString(),
                Map.of("assignment", duty.toString())));
    }

    private UUID open() {
        return open("phong-kinh-te", DUE);
    }

    private UUID open(String unit, LocalDate due) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        "KT-1b – %s – quý III/2021".formatted(unit),
                        "Cung cấp thông tin về mô hình tốt",
                        due,
                        null),
                "phong-vhtt.head");
    }

    private UUID handedOut() {
        var duty = open();
        desk.as("phong-kinh-te.head").complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("phong-kinh-te.head")
                .complete(task(duty, "UserTask_HandOut"), Map.of("officers", List.of("phong-kinh-te.officer")));
        return duty;
    }

    /** @return the request's id, which is the business key of its process */
    private String ask(String userId, UUID duty, String deadline) {
        return desk.as(userId)
                .start("deadline-extension", asking(duty, deadline))
                .getBusinessKey();
    }

    private String refusedAsking(String userId, UUID duty, String deadline) {
        return desk.as(userId)
                .refusedWhenStarting("deadline-extension", asking(duty, deadline))
                .getMessage();
    }

    private static Map<String, String> asking(UUID duty, String deadline) {
        return Map.of("assignment", duty.toString(), "deadline", deadline, "reason", "Nhà in giao chậm");
    }

    private void steer(String userId, UUID duty, String act) {
        desk.as(userId)
                .start(
                        "assignment-steering",
                        Map.of("assignment", duty.toString(), "act", act, "reason", "Chờ kế hoạch tỉnh"));
    }

    private Task task(UUID duty, String id) {
        return desk.task(duty.toString(), id);
    }

    /** 23:59:59 of a day in Vietnam. */
    private static Date endOf(String day) {
        return Date.from(Instant.parse(day + "T16:59:59Z"));
    }
}
