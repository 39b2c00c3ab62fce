package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.Measure;

class DutyAssignmentProcessTests extends ProcessTest {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 30);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    Attachments attachments;

    @Test
    void goesFromReceiptToReviewEachAsTheirOwnUser() {
        var duty = open("phong-kinh-te");

        desk.as("phong-kinh-te.head").complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        assertThat(progressOf(duty)).isEqualTo(Progress.AWAITING_HANDOUT);
        desk.as("phong-kinh-te.head")
                .complete(
                        task(duty, "UserTask_HandOut"),
                        Map.of("officers", List.of("phong-kinh-te.officer"), "note", "Treo trước ngày 05/7"));
        desk.as("phong-kinh-te.officer")
                .complete(task(duty, "UserTask_SubmitResult"), Map.of("result", "Đã treo 3 băng rôn"));
        assertThat(progressOf(duty)).isEqualTo(Progress.AWAITING_REVIEW);
        desk.as("phong-vhtt.officer").complete(task(duty, "UserTask_ReviewResult"), Map.of("accepted", true));

        assertThat(progressOf(duty)).isEqualTo(Progress.FULFILLED);
        assertThat(instance(duty)).isNull();
        assertThat(assignments.historyOf(duty))
                .extracting(AssignmentEvent::what)
                .containsExactly(
                        "Giao việc",
                        "Nhận việc",
                        "Phân công Chuyên viên Phòng Kinh tế",
                        "Trình kết quả",
                        "Chấp nhận kết quả");
    }

    @Test
    void namesItsTasksAfterDutyUnitAndPeriod() {
        var duty = open("phong-kinh-te");

        assertThat(task(duty, "UserTask_ConfirmReceipt").getName())
                .isEqualTo("Nhận việc: KT-1b – phong-kinh-te – quý III/2021");
    }

    @Test
    void isSeenByTheUnitsLeadsAndByNobodyElse() {
        var duty = open("phong-kinh-te");
        var receipt = task(duty, "UserTask_ConfirmReceipt").getId();

        assertThat(desk.as("phong-kinh-te.head").sees())
                .anyMatch(task -> task.getId().equals(receipt));
        assertThat(desk.as("phong-kinh-te.deputy").sees())
                .anyMatch(task -> task.getId().equals(receipt));
        assertThat(desk.as("phong-kinh-te.officer").sees())
                .noneMatch(task -> task.getId().equals(receipt));
        assertThat(desk.as("y-te.head").sees()).noneMatch(task -> task.getId().equals(receipt));
    }

    @Test
    void refusesARefusalWithoutAReasonAndLeavesTheTaskOpen() {
        var duty = open("phong-kinh-te");

        var refused = desk.as("phong-kinh-te.head")
                .refusedWhenCompleting(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", false));

        assertThat(refused.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo("reason");
            assertThat(reason.message()).isEqualTo("Chưa điền lý do.");
        });
        assertThat(instance(duty)).isWaitingAt("UserTask_ConfirmReceipt");
        assertThat(progressOf(duty)).isEqualTo(Progress.AWAITING_RECEIPT);
    }

    @Test
    void goesBackToTheUnitWhenTheAssignerInsists() {
        var duty = refusedBy("phong-kinh-te");

        desk.as("phong-vhtt.head")
                .complete(
                        task(duty, "UserTask_DecideRefusal"),
                        Map.of("decision", "INSIST", "reason", "Kế hoạch giao đích danh Phòng Kinh tế"));

        assertThat(instance(duty)).isWaitingAt("UserTask_ConfirmReceipt");
        assertThat(progressOf(duty)).isEqualTo(Progress.AWAITING_RECEIPT);
    }

    @Test
    void movesToAnotherUnitAfterARefusal() {
        var duty = refusedBy("phong-kinh-te");

        desk.as("phong-vhtt.head")
                .complete(
                        task(duty, "UserTask_DecideRefusal"),
                        Map.of("decision", "TRANSFER", "unit", "y-te", "reason", "Thuộc chức năng Phòng Y tế"));

        assertThat(progressOf(duty)).isEqualTo(Progress.TRANSFERRED);
        assertThat(instance(duty)).isNull();
        assertThat(assignments.ofUnit("y-te", PLAN_269)).anySatisfy(newer -> {
            assertThat(newer.origin()).isEqualTo(assignments.get(duty).origin());
            assertThat(newer.progress()).isEqualTo(Progress.AWAITING_RECEIPT);
            assertThat(newer.due()).contains(DUE);
        });
    }

    @Test
    void isNotTransferredWithoutNamingTheUnit() {
        var duty = refusedBy("phong-kinh-te");

        var refused = desk.as("phong-vhtt.head")
                .refusedWhenCompleting(
                        task(duty, "UserTask_DecideRefusal"), Map.of("decision", "TRANSFER", "reason", "Không thuộc"));

        assertThat(refused.reasons()).extracting("field").containsExactly("unit");
        assertThat(progressOf(duty)).isEqualTo(Progress.REFUSED);
    }

    @Test
    void endsWhenTheAssignerAcceptsTheRefusal() {
        var duty = refusedBy("phong-kinh-te");

        desk.as("phong-vhtt.head")
                .complete(
                        task(duty, "UserTask_DecideRefusal"),
                        Map.of("decision", "WITHDRAW", "reason", "Trùng việc khác"));

        assertThat(progressOf(duty)).isEqualTo(Progress.WITHDRAWN);
        assertThat(instance(duty)).isNull();
    }

    @Test
    void comesBackWithTheReasonUntilTheResultIsGoodEnough() {
        var duty = handedOut("phong-kinh-te");
        desk.as("phong-kinh-te.officer").complete(task(duty, "UserTask_SubmitResult"), Map.of("result", "Xong"));

        var silent = desk.as("phong-vhtt.officer")
                .refusedWhenCompleting(task(duty, "UserTask_ReviewResult"), Map.of("accepted", false));
        assertThat(silent.reasons()).extracting("field").containsExactly("reason");
        desk.as("phong-vhtt.officer")
                .complete(task(duty, "UserTask_ReviewResult"), Map.of("accepted", false, "reason", "Thiếu ảnh"));

        assertThat(progressOf(duty)).isEqualTo(Progress.REDO);
        assertThat(instance(duty)).isWaitingAt("UserTask_SubmitResult");
        assertThat(assignments.historyOf(duty)).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Trả lại để làm lại");
            assertThat(event.why()).contains("Thiếu ảnh");
        });
    }

    @Test
    void recordsEvidenceAndItsFilesTogetherWithTheResult() {
        var duty = handedOut("phong-kinh-te");
        var photo = attachments.store("băng rôn.png", PNG, "phong-kinh-te.officer");

        desk.as("phong-kinh-te.officer")
                .complete(
                        task(duty, "UserTask_SubmitResult"),
                        Map.of(
                                "result",
                                "Đã treo băng rôn",
                                "done",
                                List.of(Map.of(
                                        "from",
                                        "01/07/2021",
                                        "place",
                                        "đường 30/4",
                                        "measures",
                                        Map.of("BANNERS", 3),
                                        "attachments",
                                        List.of(photo.id().toString())))));

        assertThat(evidence.of(duty)).singleElement().satisfies(entry -> {
            assertThat(entry.unit()).isEqualTo("phong-kinh-te");
            assertThat(entry.from()).isEqualTo(LocalDate.of(2021, 7, 1));
            assertThat(entry.to()).isEqualTo(LocalDate.of(2021, 7, 1));
            assertThat(entry.measures()).containsExactlyEntriesOf(Map.of(Measure.BANNERS, 3L));
            assertThat(entry.attachments()).containsExactly(photo.id());
        });
        clock.moveTo(LocalDate.of(2021, 8, 1));
        attachments.sweep();
        assertThat(attachments.bytesOf(photo.id())).isEqualTo(PNG);
    }

    @Test
    void recordsNothingWhenOneEntryIsWrong() {
        var duty = handedOut("phong-kinh-te");

        var refused = desk.as("phong-kinh-te.officer")
                .refusedWhenCompleting(
                        task(duty, "UserTask_SubmitResult"),
                        Map.of(
                                "result",
                                "Đã treo băng rôn",
                                "done",
                                List.of(
                                        Map.of("from", "01/07/2021", "measures", Map.of("BANNERS", 1)),
                                        Map.of("from", "31/06/2021", "measures", Map.of("BANNERS", 2)))));

        assertThat(refused.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo("done[1].from");
            assertThat(reason.message()).isEqualTo("Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “31/06/2021”.");
        });
        assertThat(evidence.of(duty)).isEmpty();
        assertThat(progressOf(duty)).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void isWonByOneOfTwoOfficersAndRecordedOnce() {
        var duty = open("phong-vhtt", "ubnd");
        desk.as("phong-vhtt.head").complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("phong-vhtt.head")
                .complete(
                        task(duty, "UserTask_HandOut"),
                        Map.of("officers", List.of("phong-vhtt.officer", "phong-vhtt.officer-2")));
        var work = task(duty, "UserTask_SubmitResult");
        engine.getTaskService().claim(work.getId(), "phong-vhtt.officer");

        assertThatThrownBy(() -> desk.as("phong-vhtt.officer-2").complete(work, Map.of("result", "Của tôi")))
                .isInstanceOf(TaskAlreadyClaimedException.class);
        var claimed = task(duty, "UserTask_SubmitResult");
        desk.as("phong-vhtt.officer").complete(claimed, Map.of("result", "Đã xong"));
        assertThatThrownBy(() -> desk.as("phong-vhtt.officer").complete(claimed, Map.of("result", "Đã xong")))
                .hasMessageContaining("Cannot find task");

        assertThat(assignments.historyOf(duty))
                .filteredOn(event -> event.kind() == AssignmentEvent.Kind.SUBMITTED)
                .hasSize(1);
    }

    @Test
    void isTakenBackFromOneOfficerAndGivenToAnother() {
        var duty = handedOut("duong-dong", "duong-dong.culture-officer");
        engine.getTaskService().claim(task(duty, "UserTask_SubmitResult").getId(), "duong-dong.culture-officer");

        desk.as("duong-dong.head")
                .start(
                        "assignment-steering",
                        Map.of(
                                "assignment",
                                duty.toString(),
                                "act",
                                "HAND_OUT",
                                "officers",
                                List.of("duong-dong.broadcasting-officer"),
                                "reason",
                                "Cán bộ văn hóa đi học"));

        var work = task(duty, "UserTask_SubmitResult");
        assertThat(work.getAssignee()).isNull();
        assertThat(desk.as("duong-dong.broadcasting-officer").sees())
                .anyMatch(task -> task.getId().equals(work.getId()));
        assertThat(desk.as("duong-dong.culture-officer").sees())
                .noneMatch(task -> task.getId().equals(work.getId()));
        assertThat(assignments.get(duty).officers()).containsExactly("duong-dong.broadcasting-officer");
    }

    @Test
    void isWithdrawnByWhoAskedForIt() {
        var duty = handedOut("phong-kinh-te");

        desk.as("phong-vhtt.head")
                .start(
                        "assignment-steering",
                        Map.of("assignment", duty.toString(), "act", "WITHDRAW", "reason", "Kế hoạch tỉnh thay đổi"));

        assertThat(progressOf(duty)).isEqualTo(Progress.WITHDRAWN);
        assertThat(instance(duty)).isNull();
    }

    @Test
    void isNotSteeredByAStranger() {
        var duty = handedOut("phong-kinh-te");

        var withdrawal = desk.as("y-te.head")
                .refusedWhenStarting(
                        "assignment-steering",
                        Map.of("assignment", duty.toString(), "act", "WITHDRAW", "reason", "Nhầm"));
        var handOut = desk.as("y-te.head")
                .refusedWhenStarting(
                        "assignment-steering",
                        Map.of(
                                "assignment",
                                duty.toString(),
                                "act",
                                "HAND_OUT",
                                "officers",
                                List.of("y-te.officer"),
                                "reason",
                                "Nhầm"));

        assertThat(withdrawal.getMessage()).isEqualTo("Chỉ lãnh đạo Phòng Văn hóa và Thông tin được rút việc này.");
        assertThat(handOut.getMessage()).isEqualTo("Chỉ lãnh đạo Phòng Kinh tế được phân công lại việc này.");
        assertThat(progressOf(duty)).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void isHandedOnlyToPeopleOfTheUnit() {
        var duty = open("phong-kinh-te");
        desk.as("phong-kinh-te.head").complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));

        var refused = desk.as("phong-kinh-te.head")
                .refusedWhenCompleting(task(duty, "UserTask_HandOut"), Map.of("officers", List.of("y-te.officer")));

        assertThat(refused.reasons()).extracting("field").containsExactly("officers");
        assertThat(progressOf(duty)).isEqualTo(Progress.AWAITING_HANDOUT);
    }

    @Test
    void becomesOverdueAtTheEndOfItsLastDayAndNotBefore() {
        var duty = handedOut("phong-kinh-te");

        assertThat(assignments
                        .get(duty)
                        .isLateAt(ZonedDateTime.of(DUE.atTime(23, 59, 58), VietnamTime.ZONE)
                                .toInstant()))
                .isFalse();
        assertThat(assignments
                        .get(duty)
                        .isLateAt(ZonedDateTime.of(DUE.plusDays(1).atStartOfDay(), VietnamTime.ZONE)
                                .toInstant()))
                .isTrue();
    }

    @Test
    void chargesNoUnitForWaitingForTheReviewer() {
        var duty = handedOut("phong-kinh-te");
        desk.as("phong-kinh-te.officer").complete(task(duty, "UserTask_SubmitResult"), Map.of("result", "Xong"));

        clock.moveTo(DUE.plusDays(20));
        desk.runDueJobs();

        assertThat(assignments.get(duty).isLateAt(clock.instant())).isFalse();
        assertThat(assignments.historyOf(duty))
                .extracting(AssignmentEvent::kind)
                .doesNotContain(AssignmentEvent.Kind.REMINDED, AssignmentEvent.Kind.OVERDUE);
    }

    @Test
    void onlyAsksMassOrganisations() {
        var duty = open("mttq");

        clock.moveTo(DUE.plusDays(20));
        desk.runDueJobs();

        assertThat(assignments.get(duty).isBinding()).isFalse();
        assertThat(assignments.get(duty).isLateAt(clock.instant())).isFalse();
        assertThat(assignments.historyOf(duty))
                .extracting(AssignmentEvent::what)
                .containsExactly("Đề nghị phối hợp");
    }

    @Test
    void runsWithoutADeadlineWhereNobodySetOne() {
        var duty = assignments.open(order("phong-kinh-te", "phong-vhtt", null), "phong-vhtt.head");

        assertThat(instance(duty)).isWaitingAt("UserTask_ConfirmReceipt");
        assertThat(task(duty, "UserTask_ConfirmReceipt").getDueDate()).isNull();
    }

    private UUID open(String unit) {
        return open(unit, "phong-vhtt");
    }

    private UUID open(String unit, String assigner) {
        return assignments.open(order(unit, assigner, DUE), "phong-vhtt.head");
    }

    private static AssignmentOrder order(String unit, String assigner, LocalDate due) {
        return new AssignmentOrder(
                PLAN_269,
                "KT-1b",
                new Origin("test", UUID.randomUUID().toString()),
                unit,
                assigner,
                "KT-1b – %s – quý III/2021".formatted(unit),
                "Cung cấp thông tin về mô hình tốt",
                due,
                null);
    }

    private UUID refusedBy(String unit) {
        var duty = open(unit);
        desk.as(unit + ".head")
                .complete(
                        task(duty, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Không thuộc chức năng"));
        assertThat(instance(duty)).isWaitingAt("UserTask_DecideRefusal");
        return duty;
    }

    private UUID handedOut(String unit) {
        return handedOut(unit, unit + ".officer");
    }

    private UUID handedOut(String unit, String officer) {
        var duty = open(unit);
        desk.as(unit + ".head").complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head").complete(task(duty, "UserTask_HandOut"), Map.of("officers", List.of(officer)));
        return duty;
    }

    private Task task(UUID duty, String id) {
        return desk.task(duty.toString(), id);
    }

    private ProcessInstance instance(UUID duty) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(duty.toString(), "duty-assignment")
                .singleResult();
    }

    private Progress progressOf(UUID duty) {
        return assignments.get(duty).progress();
    }
}
