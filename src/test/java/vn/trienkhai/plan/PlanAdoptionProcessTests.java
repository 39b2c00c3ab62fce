package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.consistency.Broken;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.form.CaseFilePart;
import vn.trienkhai.form.CaseFilePart.Entry;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.OpenTask;

class PlanAdoptionProcessTests extends ProcessTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    List<ConsistencyCheck> checks;

    @Autowired
    Plans plans;

    @Autowired
    PlanAdoptions adoptions;

    @Autowired
    PlanAdoptionForms forms;

    @Autowired
    List<CaseFilePart> caseFile;

    @Autowired
    JdbcClient jdbc;

    private final CopyOfPlan269 copy = CopyOfPlan269.fresh();
    private final String plan = copy.id();

    @AfterEach
    void takeOutOfForce() {
        jdbc.sql("update plan set status = 'RETURNED' where id = ?").param(plan).update();
    }

    @Test
    void beginsInTheTransactionThatLoadsThePlan() {
        plans.load(copy.files());

        var check = desk.task(plan, "UserTask_ConfirmDuties");
        assertThat(check.getName()).isEqualTo("Xác nhận từng nhiệm vụ: Kế hoạch 269/KH-UBND");
        assertThat(desk.as("phong-vhtt.officer").sees()).anyMatch(task -> isSame(task, check));
        assertThat(desk.as("phong-kinh-te.head").sees()).noneMatch(task -> isSame(task, check));
        assertThat(plans.plan(plan).status()).isEqualTo(PlanStatus.PROPOSED);
    }

    @Test
    void isMissedWhenItsProcessIsLost() throws SQLException {
        plans.load(copy.files());
        var broken = new Broken(dataSource, checks);

        assertThat(broken.contradictions()).noneMatch(line -> line.contains(plan));
        assertThat(broken.by("update act_ru_execution set business_key_ = 'x' where business_key_ = '%s'", plan))
                .filteredOn(line -> line.startsWith("Kế hoạch"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                plan,
                                "(Chờ xác nhận từng nhiệm vụ)",
                                "mong đợi 1 quy trình thông qua đang chạy, gặp 0"));
    }

    @Test
    void doesNotBeginAnewWhenTheSameFilesAreLoadedAgain() {
        plans.load(copy.files());
        plans.load(copy.files());

        assertThat(desk.openTasks(plan)).hasSize(1);
    }

    @Test
    void showsThePlanAndEveryDutyWithItsClauseAndEachOwner() {
        plans.load(copy.files());

        var view = viewOf(desk.task(plan, "UserTask_ConfirmDuties"), "phong-vhtt.officer");

        assertThat(view.known().quote()).startsWith("Thực hiện Kế hoạch số 115/KH-UBND ngày 04 tháng 6 năm 2021");
        assertThat(view.known().facts())
                .contains(
                        new FormView.Fact("Số, ký hiệu", "269/KH-UBND"),
                        new FormView.Fact("Thời gian thực hiện", "01/01/2021 – 31/12/2030"),
                        new FormView.Fact("Người ký", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Phạm Văn Nghiệp"));
        assertThat(dutiesIn(view)).hasSize(16).anySatisfy(duty -> {
            assertThat(duty.code()).isEqualTo("KT-2a");
            assertThat(duty.kind()).isEqualTo("Tuyên truyền");
            assertThat(duty.quote()).endsWith("Treo băng rôn, pano, áp phích");
            assertThat(duty.clause()).isEqualTo("Kế hoạch 269/KH-UBND, mục III.2");
            assertThat(duty.owners()).hasSize(14).startsWith("Phòng Kinh tế").contains("Phòng Y tế");
        });
    }

    @Test
    void goesIntoForceIsSentToSevenRecipientsAndReceivedByEachResponsibleUnit() {
        plans.load(copy.files());
        confirmAll();
        desk.as("ubnd.deputy").complete(desk.task(plan, "UserTask_AdoptPlan"), Map.of("adopted", true));
        assertThat(plans.plan(plan).status()).isEqualTo(PlanStatus.ADOPTED);
        assertThat(plans.plan(plan).adoptedBy()).contains("ubnd.deputy");
        assertThat(adoptions.openWorkOf(plan)).contains("kế hoạch đã phê duyệt, đang gửi đến nơi nhận");

        desk.runDueJobs();

        var adoption = adoptions.latestOf(plan).orElseThrow();
        assertThat(adoption.deliveries())
                .extracting(PlanDelivery::recipientCode)
                .containsExactly("NN-1", "NN-2", "NN-3", "NN-4", "NN-5", "NN-6", "NN-7");
        assertThat(adoption.deliveries().get(0).units()).as("sent outside").isNull();
        assertThat(adoption.deliveries().get(4).units().split(",")).hasSize(9);
        // Phòng VH&TT, Phòng Kinh tế, 13 cơ quan, Trung tâm, 9 xã phường: each once
        assertThat(adoptions.receiptsOf(adoption.id())).hasSize(25).doesNotHaveDuplicates();
        assertThat(adoptions.openWorkOf(plan)).contains("còn 25 đơn vị chưa xác nhận nhận kế hoạch");

        var receipts = desk.tasks(plan, "UserTask_ConfirmPlanReceipt");
        assertThat(receipts)
                .hasSize(25)
                .extracting(Task::getName)
                .contains(
                        "Xác nhận nhận kế hoạch: Kế hoạch 269/KH-UBND – Phòng Kinh tế",
                        "Xác nhận nhận kế hoạch: Kế hoạch 269/KH-UBND – UBND phường An Thới");
        assertThat(receipts)
                .allMatch(task -> task.getDueDate().equals(VietnamTime.dueDateOf(LocalDate.of(2021, 7, 1))));
        receipts.forEach(this::receive);
        desk.runDueJobs();

        assertThat(desk.openTasks(plan)).isEmpty();
        assertThat(endsOf()).containsExactly("Đã triển khai kế hoạch");
        assertThat(adoptions.openWorkOf(plan)).isEmpty();
        assertThat(adoptions.receiptsOf(adoption.id()))
                .filteredOn(receipt -> receipt.unit().equals("an-thoi"))
                .singleElement()
                .satisfies(receipt -> {
                    assertThat(receipt.contact()).contains("an-thoi.head");
                    assertThat(receipt.confirmedBy()).contains("an-thoi.head");
                });
    }

    @Test
    void tellsAUnitInItsCaseFileHowManyOthersAreLeftButNotWho() {
        adopted();
        receive(receiptOf("duong-dong"));
        var receipt = receiptOf("an-thoi");
        var asked = new OpenTask(
                receipt.getId(),
                receipt.getName(),
                PlanAdoptionProcess.KEY,
                receipt.getTaskDefinitionKey(),
                plan,
                null,
                Map.of(),
                "an-thoi.head");

        var told = caseFile.stream()
                .flatMap(answering -> answering.partsOf(asked).stream())
                .flatMap(part -> part.entries().stream())
                .toList();

        assertThat(told)
                .extracting(Entry::title)
                .contains(
                        "Xác nhận nhận kế hoạch – Xác nhận và triển khai kế hoạch (việc đang mở)",
                        "Xác nhận nhận kế hoạch – Xác nhận và triển khai kế hoạch: còn chờ 23 nơi khác",
                        "Xác nhận nhận kế hoạch – Xác nhận và triển khai kế hoạch: 1 nơi đã xong");
        assertThat(told).noneMatch(entry -> entry.toString().contains("Dương Đông"));
    }

    @Test
    void isReceivedOnlyByTheLeadsOfTheUnitWhoSeeItsDuties() {
        adopted();
        var receipt = receiptOf("an-thoi");

        assertThat(desk.as("an-thoi.deputy").sees()).anyMatch(task -> isSame(task, receipt));
        assertThat(desk.as("an-thoi.culture-officer").sees()).noneMatch(task -> isSame(task, receipt));
        assertThat(desk.as("duong-dong.head").sees()).noneMatch(task -> isSame(task, receipt));
        var view = viewOf(receipt, "an-thoi.head");
        assertThat(dutiesIn(view)).extracting(PlanFacts.DutyShown::code).containsExactly("XP-1", "XP-2", "XP-3");
        assertThat(view.known().deadline()).isEqualTo("01/07/2021");
    }

    @Test
    void refusesAContactOfAnotherUnit() {
        adopted();
        var receipt = receiptOf("an-thoi");

        var stranger = desk.as("an-thoi.head").refusedWhenCompleting(receipt, Map.of("contact", "duong-dong.head"));
        var nobody = desk.as("an-thoi.head").refusedWhenCompleting(receiptOf("an-thoi"), Map.of());

        assertThat(stranger.reasons()).extracting("field").containsExactly("contact");
        assertThat(stranger.getMessage()).endsWith("không thuộc Ủy ban nhân dân phường An Thới.");
        assertThat(nobody.getMessage()).isEqualTo("Chưa chọn đầu mối của đơn vị.");
        assertThat(receiptOf("an-thoi")).isNotNull();
    }

    @Test
    void goesBackForCorrectionWhenADutyDiffersFromTheText() {
        plans.load(copy.files());
        var answer = allConfirmed();
        answer.set(7, Map.of("code", "KT-1c", "verdict", "NEEDS_CORRECTION", "reason", "Thiếu Phòng Y tế"));

        desk.as("phong-vhtt.officer").complete(desk.task(plan, "UserTask_ConfirmDuties"), Map.of("duties", answer));

        assertThat(endsOf()).containsExactly("Trả lại để sửa dữ liệu");
        assertThat(plans.plan(plan).status()).isEqualTo(PlanStatus.RETURNED);
        assertThat(plans.plan(plan).returnedBecause()).contains("KT-1c: Thiếu Phòng Y tế");
        assertThat(plans.load(copy.corrected()).outcome()).isEqualTo(PlanLoading.Outcome.REPLACED);
        assertThat(desk.task(plan, "UserTask_ConfirmDuties")).isNotNull();
    }

    @Test
    void isNotConfirmedWithoutEveryDutyAndAReasonForEachFault() {
        plans.load(copy.files());
        var silent = allConfirmed();
        silent.set(3, Map.of("code", "VHTT-3a", "verdict", "NEEDS_CORRECTION"));
        var open = allConfirmed();
        open.set(2, Map.of("code", "VHTT-2"));

        assertThat(refusedToConfirm(silent)).containsExactly("duties[3].reason");
        assertThat(refusedToConfirm(open)).containsExactly("duties[2].verdict");
        assertThat(refusedToConfirm(allConfirmed().subList(0, 15))).containsExactly("");
        assertThat(desk.task(plan, "UserTask_ConfirmDuties")).isNotNull();
        assertThat(adoptions.latestOf(plan).orElseThrow().checks()).isEmpty();
    }

    @Test
    void comesBackFromTheLeadersWithTheirReasonAndWhatWasConfirmed() {
        plans.load(copy.files());
        confirmAll();
        var silent = desk.as("ubnd.head")
                .refusedWhenCompleting(desk.task(plan, "UserTask_AdoptPlan"), Map.of("adopted", false));
        assertThat(silent.reasons()).extracting("field").containsExactly("reason");

        desk.as("ubnd.head")
                .complete(
                        desk.task(plan, "UserTask_AdoptPlan"),
                        Map.of("adopted", false, "reason", "Xem lại danh sách cơ quan, ban, ngành"));

        var view = viewOf(desk.task(plan, "UserTask_ConfirmDuties"), "phong-vhtt.officer");
        assertThat(view.known().returned()).singleElement().satisfies(returned -> {
            assertThat(returned.by()).isEqualTo("Chủ tịch UBND thành phố – Trả lại đơn vị chủ trì");
            assertThat(returned.why()).isEqualTo("Xem lại danh sách cơ quan, ban, ngành");
        });
        assertThat(view.answer().toString()).contains("verdict=CONFIRMED");
        confirmAll();
        assertThat(desk.task(plan, "UserTask_AdoptPlan")).isNotNull();
    }

    @Test
    void givesWayToATextThatIsLoadedBeforeTheDecision() {
        plans.load(copy.files());
        confirmAll();
        var older = adoptions.latestOf(plan).orElseThrow().id();

        plans.load(copy.corrected());

        assertThat(endsOf()).containsExactly("Đã thay bằng bản mới");
        assertThat(adoptions.get(older).stage()).isEqualTo(PlanAdoption.Stage.REPLACED);
        assertThat(desk.openTasks(plan)).singleElement().satisfies(task -> assertThat(task.getTaskDefinitionKey())
                .isEqualTo("UserTask_ConfirmDuties"));
    }

    @Test
    void keepsThePlanFromBeingReplacedWhileReceiptsAreOpen() {
        adopted();

        assertThatThrownBy(() -> plans.load(copy.corrected()))
                .isInstanceOf(PlanChangeRefused.class)
                .hasMessageEndingWith("còn 25 đơn vị chưa xác nhận nhận kế hoạch");
        assertThat(plans.plan(plan).status()).isEqualTo(PlanStatus.ADOPTED);
    }

    private void adopted() {
        plans.load(copy.files());
        confirmAll();
        desk.as("ubnd.head").complete(desk.task(plan, "UserTask_AdoptPlan"), Map.of("adopted", true));
        desk.runDueJobs();
    }

    private void confirmAll() {
        desk.as("phong-vhtt.officer")
                .complete(desk.task(plan, "UserTask_ConfirmDuties"), Map.of("duties", allConfirmed()));
    }

    private List<Map<String, String>> allConfirmed() {
        var answer = new ArrayList<Map<String, String>>();
        plans.definition(plan)
                .duties()
                .forEach(duty -> answer.add(Map.of("code", duty.code(), "verdict", "CONFIRMED")));
        return answer;
    }

    private List<Object> refusedToConfirm(List<Map<String, String>> answer) {
        return desk
                .as("phong-vhtt.officer")
                .refusedWhenCompleting(desk.task(plan, "UserTask_ConfirmDuties"), Map.of("duties", answer))
                .reasons()
                .stream()
                .map(reason -> (Object) reason.field())
                .toList();
    }

    private void receive(Task receipt) {
        var unit = (String) engine.getTaskService().getVariable(receipt.getId(), "unit");
        desk.as(unit + ".head").complete(receipt, Map.of("contact", unit + ".head"));
    }

    private Task receiptOf(String unit) {
        return desk.tasks(plan, "UserTask_ConfirmPlanReceipt").stream()
                .filter(task -> unit.equals(engine.getTaskService().getVariable(task.getId(), "unit")))
                .findFirst()
                .orElseThrow();
    }

    private FormView viewOf(Task task, String userId) {
        var variables = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        variables.values().removeIf(value -> value == null);
        return forms.of(new FormOpened(task.getTaskDefinitionKey(), userId, plan, variables));
    }

    private static List<PlanFacts.DutyShown> dutiesIn(FormView view) {
        return ((List<?>) view.choices().get("duties"))
                .stream().map(PlanFacts.DutyShown.class::cast).toList();
    }

    private List<String> endsOf() {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(plan)
                .list()
                .stream()
                .filter(instance -> instance.getEndTime() != null)
                .flatMap(instance -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(end -> end.getActivityName())
                .toList();
    }

    private static boolean isSame(Task one, Task other) {
        return one.getId().equals(other.getId());
    }
}
