package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.consistency.Broken;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView;

class WorkProgrammeProcessTests extends ProcessTest {

    private static final String LEAD = "phong-vhtt.head";

    @Autowired
    DataSource dataSource;

    @Autowired
    List<ConsistencyCheck> checks;

    @Autowired
    Plans plans;

    @Autowired
    WorkProgrammes programmes;

    @Autowired
    WorkProgrammeForms forms;

    @Autowired
    ProgrammeResults results;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient jdbc;

    private final CopyOfPlan269 copy = CopyOfPlan269.fresh();
    private final String plan = copy.id();

    @BeforeEach
    void bringIntoForce() {
        plans.load(copy.files());
        plans.adopt(plan, "ubnd.head");
    }

    @AfterEach
    void takeOutOfForce() {
        jdbc.sql("update plan set status = 'RETURNED' where id = ?").param(plan).update();
    }

    @Test
    void walksTheWholeRoundOfAQuarter() {
        var programme = start(quarterIii(), "KT-1b", "KT-2a");
        var prepare = desk.task(programme, "UserTask_PrepareProgramme");
        assertThat(prepare.getName()).isEqualTo("Lập chương trình: quý III/2021 – Kế hoạch 269/KH-UBND");
        assertThat(desk.as("phong-vhtt.officer").sees()).anyMatch(task -> isSame(task, prepare));
        assertThat(programmes.get(id(programme)).items()).hasSize(28);

        desk.as("phong-vhtt.officer")
                .complete(prepare, Map.of("items", lines(programme, (duty, unit) -> unit.equals("phong-kinh-te"))));
        var approve = desk.task(programme, "UserTask_ApproveProgramme");
        assertThat(desk.as("ubnd.deputy").sees()).anyMatch(task -> isSame(task, approve));
        assertThat(desk.as("phong-vhtt.head").sees()).noneMatch(task -> isSame(task, approve));
        assertThat(viewOf(approve, "ubnd.deputy").known().facts())
                .contains(new FormView.Fact("Số việc giao", "2 việc cho 1 đơn vị"));
        desk.as("ubnd.deputy").complete(approve, Map.of("decision", "APPROVE"));
        assertThat(opened(programme)).isEmpty();
        desk.runDueJobs();

        assertThat(opened(programme))
                .extracting(Assignment::subject)
                .containsExactly("KT-1b – Phòng Kinh tế – quý III/2021", "KT-2a – Phòng Kinh tế – quý III/2021");
        assertThat(opened(programme)).allSatisfy(assignment -> {
            assertThat(assignment.assigner()).isEqualTo("phong-vhtt");
            assertThat(assignment.due()).contains(LocalDate.of(2021, 9, 30));
            assertThat(assignment.planId()).isEqualTo(plan);
        });
        assertThat(opened(programme).get(0).workProcess()).isEmpty();
        assertThat(opened(programme).get(1).workProcess()).contains("unit-campaign");
        assertThat(programmes.openWorkOf(plan)).contains("“Chương trình quý III/2021” chưa kết thúc");

        fulfil(opened(programme).get(0));
        assertThat(desk.openTasks(programme)).isEmpty();
        assignments.withdraw(opened(programme).get(1).id(), "Hết kinh phí", LEAD);

        var close = desk.task(programme, "UserTask_CloseProgramme");
        assertThat(results.resultsOf(id(programme)))
                .containsExactly(new ProgrammeResults.UnitResult("phong-kinh-te", 1, 0, 0, 0, 1));
        assertThat(viewOf(close, LEAD).answer())
                .isEqualTo(Map.of(
                        "conclusion",
                        "Kết quả quý III/2021: hoàn thành đúng hạn 1 việc, hoàn thành muộn 0 việc, chưa xong 0 việc"
                                + " (quá hạn 0), đã rút 1 việc."));
        var silent = desk.as(LEAD).refusedWhenCompleting(close, Map.of("conclusion", " "));
        assertThat(silent.getMessage()).isEqualTo("Chưa viết kết luận.");
        desk.as(LEAD).complete(desk.task(programme, "UserTask_CloseProgramme"), Map.of("conclusion", "Đạt yêu cầu"));

        assertThat(endOf(programme)).isEqualTo("Đã kết thúc chương trình");
        assertThat(programmes.get(id(programme)).status()).isEqualTo(ProgrammeStatus.CLOSED);
        assertThat(programmes.get(id(programme)).conclusion()).contains("Đạt yêu cầu");
        assertThat(programmes.openWorkOf(plan)).isEmpty();
    }

    @Test
    void isMissedWhenItsProcessOrAnAssignmentIsLost() throws SQLException {
        var programme = underWay("KT-1b", "phong-kinh-te", "y-te");
        var broken = new Broken(dataSource, checks);

        assertThat(broken.contradictions()).noneMatch(line -> line.contains(programme));
        assertThat(broken.by("update act_ru_execution set business_key_ = 'x' where business_key_ = '%s'", programme))
                .filteredOn(line -> line.startsWith("Chương trình"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(programme, "(Đang thực hiện)", "mong đợi 1 quy trình đang chạy, gặp 0"));
        assertThat(broken.by("update work_programme set status = 'CLOSED' where id = '%s'", programme))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains(programme, "(Đã kết thúc)", "mong đợi 0 quy trình đang chạy, gặp 1"));
        assertThat(broken.by(
                        "update assignment set origin_id = 'x' where id = '%s'",
                        opened(programme).get(0).id()))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(programme, "đã mở 2 việc, sổ việc được giao chỉ có 1"));
    }

    @Test
    void isConcludedWhenThePeriodEndsAndOpenAssignmentsGoOn() {
        var programme = underWay("KT-1b", "phong-kinh-te", "y-te");

        clock.moveTo(LocalDate.of(2021, 9, 30));
        desk.runDueJobs();
        assertThat(desk.openTasks(programme)).isEmpty();
        clock.moveTo(LocalDate.of(2021, 10, 1));
        desk.runDueJobs();

        assertThat(results.resultsOf(id(programme)))
                .containsExactly(
                        new ProgrammeResults.UnitResult("phong-kinh-te", 0, 0, 1, 1, 0),
                        new ProgrammeResults.UnitResult("y-te", 0, 0, 1, 1, 0));
        desk.as("phong-vhtt.officer")
                .complete(
                        desk.task(programme, "UserTask_CloseProgramme"),
                        Map.of("conclusion", "Chuyển hai việc sang quý IV"));
        assertThat(endOf(programme)).isEqualTo("Đã kết thúc chương trình");
        var late = opened(programme).get(0);
        assertThat(late.progress()).isEqualTo(Progress.AWAITING_RECEIPT);
        fulfil(late);
        assignments.withdraw(opened(programme).get(1).id(), "Đã chuyển", LEAD);
        assertThat(results.resultsOf(id(programme)))
                .contains(new ProgrammeResults.UnitResult("phong-kinh-te", 0, 1, 0, 0, 0));
    }

    @Test
    void isConcludedOnceWhenTheLastTwoAssignmentsAreClosedAtOnce() throws Exception {
        var programme = underWay("KT-1b", "phong-kinh-te", "y-te");
        var people = Executors.newFixedThreadPool(2);
        try {
            var closings = people.invokeAll(opened(programme).stream()
                    .map(assignment ->
                            Executors.callable(() -> assignments.withdraw(assignment.id(), "Gộp vào đợt khác", LEAD)))
                    .toList());
            for (var closing : closings) {
                closing.get();
            }
        } finally {
            people.shutdownNow();
        }

        assertThat(desk.openTasks(programme)).singleElement().satisfies(task -> assertThat(task.getTaskDefinitionKey())
                .isEqualTo("UserTask_CloseProgramme"));
    }

    @Test
    void waitsForTheUnitToWhichAnAssignmentWasTransferred() {
        var programme = underWay("KT-1b", "phong-kinh-te");
        var duty = opened(programme).get(0).id().toString();
        desk.as("phong-kinh-te.head")
                .complete(
                        desk.task(duty, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Không thuộc chức năng"));
        desk.as(LEAD)
                .complete(
                        desk.task(duty, "UserTask_DecideRefusal"),
                        Map.of("decision", "TRANSFER", "unit", "y-te", "reason", "Thuộc Phòng Y tế"));

        assertThat(desk.openTasks(programme)).isEmpty();
        assertThat(results.resultsOf(id(programme)))
                .containsExactly(new ProgrammeResults.UnitResult("y-te", 0, 0, 1, 0, 0));
    }

    @Test
    void comesBackWithTheLeadersReason() {
        var programme = submitted("KT-1b", "phong-kinh-te");
        var silent = desk.as("ubnd.head")
                .refusedWhenCompleting(desk.task(programme, "UserTask_ApproveProgramme"), Map.of("decision", "RETURN"));
        assertThat(fieldsOf(silent)).containsExactly("reason");

        desk.as("ubnd.head")
                .complete(
                        desk.task(programme, "UserTask_ApproveProgramme"),
                        Map.of("decision", "RETURN", "reason", "Thêm Phòng Y tế"));

        var prepare = desk.task(programme, "UserTask_PrepareProgramme");
        assertThat(viewOf(prepare, LEAD).known().returned()).singleElement().satisfies(returned -> {
            assertThat(returned.by()).isEqualTo("Chủ tịch UBND thành phố – Trả lại chương trình");
            assertThat(returned.why()).isEqualTo("Thêm Phòng Y tế");
        });
        desk.as(LEAD).complete(prepare, Map.of("items", lines(programme, (duty, unit) -> unit.equals("y-te"))));
        assertThat(desk.task(programme, "UserTask_ApproveProgramme")).isNotNull();
    }

    @Test
    void endsWhenTheLeadersRejectItAndItsQuarterIsFreeAgain() {
        var programme = submitted("KT-1b", "phong-kinh-te");

        desk.as("ubnd.head")
                .complete(
                        desk.task(programme, "UserTask_ApproveProgramme"),
                        Map.of("decision", "REJECT", "reason", "Dừng vì dịch bệnh"));

        assertThat(endOf(programme)).isEqualTo("Không thực hiện");
        assertThat(opened(programme)).isEmpty();
        assertThat(programmes.openWorkOf(plan)).isEmpty();
        assertThat(start(quarterIii(), "KT-1b")).isNotEqualTo(programme);
    }

    @Test
    void isStartedOnlyByTheLeadAgency() {
        var period = ProgrammePeriod.quarterOf(LocalDate.of(2021, 7, 1));
        var proposal = new ProgrammeProposal(plan, period, "Thử", null, List.of("KT-1b"), null);

        assertThatThrownBy(() -> desk.as("phong-kinh-te.head").start("work-programme", answer(quarterIii(), "KT-1b")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> programmes.proposeByHand(proposal, "phong-kinh-te.head"))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chỉ đơn vị chủ trì kế hoạch (Phòng Văn hóa và Thông tin) được lập chương trình.");
    }

    @Test
    void isStartedOnlyForAPlanInForceAndAPeriodThatLiesAhead() {
        assertThat(refusedToStart(Map.of("from", "01/04/2021", "to", "30/06/2021")))
                .containsExactly("to");
        assertThat(refusedToStart(Map.of("from", "01/07/2021", "to", "31/07/2021")))
                .containsExactly("from");
        assertThat(refusedToStart(Map.of("from", "01/01/2031", "to", "31/03/2031")))
                .containsExactly("from");
        assertThat(refusedToStart(Map.of("kind", "CAMPAIGN"))).containsExactly("name");
        assertThat(refusedToStart(Map.of("duties", List.of("KT-1c")))).containsExactly("duties");
        assertThat(refusedToStart(Map.of("duties", List.of()))).containsExactly("duties");
        assertThat(refusedToStart(Map.of("topic", "ND-9"))).containsExactly("topic");
        assertThat(refusedToStart(Map.of("plan", "khong-co"))).containsExactly("plan");
        start(quarterIii(), "KT-1b");
        assertThat(refusedToStart(Map.of())).as("a quarter has one programme").containsExactly("from");
    }

    @Test
    void offersThePlansOfTheLeadAgencyWithThisQuarterAndTheNext() {
        var view = forms.of(new FormOpened(null, LEAD, null, Map.of()));
        var stranger = forms.of(new FormOpened(null, "y-te.head", null, Map.of()));

        assertThat((List<?>) stranger.choices().get("plans")).isEmpty();
        assertThat((List<?>) view.choices().get("plans"))
                .map(WorkProgrammeForms.PlanShown.class::cast)
                .filteredOn(shown -> shown.value().equals(plan))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.quarters())
                            .containsExactly(
                                    new WorkProgrammeForms.PeriodShown("quý III/2021", "01/07/2021", "30/09/2021"),
                                    new WorkProgrammeForms.PeriodShown("quý IV/2021", "01/10/2021", "31/12/2021"));
                    assertThat(shown.dutyCodes()).hasSize(13).doesNotContain("VHTT-3b", "KT-1c", "XP-3");
                });
    }

    @Test
    void proposesToThePersonEveryLineWithTheLastDayOfThePeriod() {
        var programme = start(quarterIii(), "KT-1b", "XP-2");

        var view = viewOf(desk.task(programme, "UserTask_PrepareProgramme"), LEAD);

        assertThat((List<?>) ((Map<?, ?>) view.answer()).get("items"))
                .map(WorkProgrammeForms.ItemShown.class::cast)
                .hasSize(14 + 9)
                .allMatch(WorkProgrammeForms.ItemShown::included)
                .allMatch(item -> item.due().equals("30/09/2021"));
        assertThat((List<?>) view.choices().get("units")).hasSize(14 + 9);
    }

    @Test
    void isNotPreparedWithoutADeadlineInThePeriodForEachIncludedLine() {
        var programme = start(quarterIii(), "KT-1b");
        clock.moveTo(LocalDate.of(2021, 7, 15));
        var wrong = lines(programme, (duty, unit) -> true);
        wrong.get(0).put("due", "");
        wrong.get(1).put("due", "14/07/2021");
        wrong.get(2).put("due", "01/10/2021");
        wrong.get(3).put("due", "15/07/2021");
        wrong.get(4).put("due", "");
        wrong.get(4).put("included", false);

        var refused = refusedToPrepare(programme, wrong);

        assertThat(refused.reasons())
                .containsExactly(
                        new FormRefused.Reason("items[0].due", "Chưa đặt thời hạn."),
                        new FormRefused.Reason("items[1].due", "Thời hạn 14/07/2021 đã qua."),
                        new FormRefused.Reason(
                                "items[2].due", "Thời hạn phải từ 01/07/2021 đến 30/09/2021, gặp 01/10/2021."));
        assertThat(refusedToPrepare(programme, lines(programme, (duty, unit) -> false))
                        .getMessage())
                .isEqualTo("Chương trình phải có ít nhất một việc được giao.");
        assertThat(refusedToPrepare(programme, wrong.subList(0, 3)).getMessage())
                .isEqualTo("Mong đợi quyết định cho 14 dòng, gặp 3 dòng: hãy mở lại biểu mẫu.");
        assertThat(desk.task(programme, "UserTask_PrepareProgramme")).isNotNull();
    }

    @Test
    void isNotApprovedOnceADeadlinePassed() {
        var programme = submitted("KT-1b", "phong-kinh-te");
        clock.moveTo(LocalDate.of(2021, 10, 2));

        var refused = desk.as("ubnd.head")
                .refusedWhenCompleting(
                        desk.task(programme, "UserTask_ApproveProgramme"), Map.of("decision", "APPROVE"));

        assertThat(refused.getMessage())
                .isEqualTo("Thời hạn 30/09/2021 của “KT-1b – Phòng Kinh tế – quý III/2021” đã qua: hãy trả lại để đặt"
                        + " thời hạn khác.");
        assertThat(programmes.get(id(programme)).status()).isEqualTo(ProgrammeStatus.SUBMITTED);
    }

    @Test
    void aCampaignRunsBesideTheQuarterUnderItsOwnName() {
        start(quarterIii(), "KT-1b");
        var campaign = new HashMap<String, Object>(Map.of(
                "kind",
                "CAMPAIGN",
                "from",
                "01/08/2021",
                "to",
                "31/08/2021",
                "name",
                "Đợt mô hình thực hành tốt",
                "topic",
                "ND-3"));

        var programme = start(campaign, "KT-1b");

        assertThat(desk.task(programme, "UserTask_PrepareProgramme").getName())
                .isEqualTo("Lập chương trình: Đợt mô hình thực hành tốt – Kế hoạch 269/KH-UBND");
        assertThat(programmes.get(id(programme)).items().get(0).subject())
                .isEqualTo("KT-1b – Phòng Kinh tế – Đợt mô hình thực hành tốt");
    }

    private String underWay(String duty, String... units) {
        var programme = submitted(duty, units);
        desk.as("ubnd.head").complete(desk.task(programme, "UserTask_ApproveProgramme"), Map.of("decision", "APPROVE"));
        desk.runDueJobs();
        assertThat(opened(programme)).hasSize(units.length);
        return programme;
    }

    private String submitted(String duty, String... units) {
        var programme = start(quarterIii(), duty);
        desk.as(LEAD)
                .complete(
                        desk.task(programme, "UserTask_PrepareProgramme"),
                        Map.of("items", lines(programme, (code, unit) -> List.of(units)
                                .contains(unit))));
        return programme;
    }

    private String start(Map<String, ?> period, String... duties) {
        var instance = desk.as("phong-vhtt.officer").start("work-programme", answer(period, duties));
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private Map<String, Object> answer(Map<String, ?> more, String... duties) {
        var answer = new HashMap<String, Object>();
        answer.put("plan", plan);
        answer.put("duties", List.of(duties));
        answer.putAll(more);
        return answer;
    }

    private static Map<String, Object> quarterIii() {
        return Map.of("kind", "QUARTER", "from", "01/07/2021", "to", "30/09/2021");
    }

    private List<String> refusedToStart(Map<String, ?> different) {
        var answer = answer(quarterIii(), "KT-1b");
        answer.putAll(different);
        return fieldsOf(desk.as("phong-vhtt.officer").refusedWhenStarting("work-programme", answer));
    }

    private FormRefused refusedToPrepare(String programme, List<Map<String, Object>> lines) {
        return desk.as(LEAD)
                .refusedWhenCompleting(desk.task(programme, "UserTask_PrepareProgramme"), Map.of("items", lines));
    }

    /** What the form sends back: every line as proposed, included where wanted. */
    private List<Map<String, Object>> lines(String programme, BiPredicate<String, String> wanted) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var item : programmes.get(id(programme)).items()) {
            var line = new HashMap<String, Object>();
            line.put("duty", item.dutyCode());
            line.put("unit", item.unit());
            line.put("included", wanted.test(item.dutyCode(), item.unit()));
            line.put("due", "30/09/2021");
            line.put("instruction", item.instruction());
            line.put("unitName", "hiển thị");
            lines.add(line);
        }
        return lines;
    }

    private void fulfil(Assignment assignment) {
        var duty = assignment.id().toString();
        var unit = assignment.unit();
        desk.as(unit + ".head").complete(desk.task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head")
                .complete(desk.task(duty, "UserTask_HandOut"), Map.of("officers", List.of(unit + ".officer")));
        desk.as(unit + ".officer").complete(desk.task(duty, "UserTask_SubmitResult"), Map.of("result", "Đã xong"));
        desk.as("phong-vhtt.officer").complete(desk.task(duty, "UserTask_ReviewResult"), Map.of("accepted", true));
    }

    private List<Assignment> opened(String programme) {
        return assignments.openedBy(new Origin("programme", programme));
    }

    private FormView viewOf(Task task, String userId) {
        var variables = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        variables.values().removeIf(value -> value == null);
        return forms.of(new FormOpened(task.getTaskDefinitionKey(), userId, null, variables));
    }

    private String endOf(String programme) {
        var history = engine.getHistoryService();
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(programme)
                .finished()
                .singleResult();
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityName();
    }

    private static UUID id(String programme) {
        return UUID.fromString(programme);
    }

    private static List<String> fieldsOf(FormRefused refused) {
        return refused.reasons().stream().map(FormRefused.Reason::field).toList();
    }

    private static boolean isSame(Task one, Task other) {
        return one.getId().equals(other.getId());
    }
}
