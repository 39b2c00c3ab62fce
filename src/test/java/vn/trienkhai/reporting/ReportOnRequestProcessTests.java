package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportFigures.Dimension;

class ReportOnRequestProcessTests extends ProcessTest {

    private static final LocalDate UNITS_DUE = LocalDate.of(2021, 9, 20);

    @Autowired
    Reports reports;

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidence;

    @BeforeEach
    void inSeptember() {
        clock.moveTo(LocalDate.of(2021, 9, 14));
    }

    @Test
    void collectsConsolidatesAndIsApproved() {
        var request = request("phong-kinh-te", "duong-dong");
        answer(request, "phong-kinh-te", "Đã treo 3 băng rôn");
        assertThat(instance(request)).isWaitingAt("Gateway_Collecting");
        answer(request, "duong-dong", "Đã phát 12 lượt");

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.draftOf(request).get(0)).isEmpty();
        assertThat(reports.draftOf(request).get(1))
                .isEqualTo("- Phòng Kinh tế: Đã treo 3 băng rôn\n- Ủy ban nhân dân phường Dương Đông: Đã phát 12 lượt");
        consolidate(request);
        desk.as("ubnd.head").complete(task(request, "UserTask_ApproveReport"), Map.of("approved", true));

        assertThat(instance(request)).isNull();
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.ISSUED);
        assertThat(reports.get(request).figuresAsOf()).contains(clock.instant());
    }

    @Test
    void opensOneAssignmentForEachUnitUnderTheClauseThatBindsIt() {
        var request = request("phong-kinh-te", "y-te", "duong-dong", "tt-vhtt", "mttq");

        assertThat(opened(request)).hasSize(5).allSatisfy(assignment -> {
            assertThat(assignment.due()).contains(UNITS_DUE);
            assertThat(assignment.assigner()).isEqualTo("phong-vhtt");
        });
        assertThat(of(request, "phong-kinh-te").dutyCode()).contains("KT-1c");
        assertThat(of(request, "y-te").dutyCode()).contains("KT-1c");
        assertThat(of(request, "duong-dong").dutyCode()).contains("XP-3");
        assertThat(of(request, "tt-vhtt").dutyCode())
                .as("plan 269 gives the centre no duty to report")
                .isEmpty();
        assertThat(of(request, "tt-vhtt").isBinding())
                .as("and so it is only asked")
                .isFalse();
        assertThat(of(request, "duong-dong").isBinding()).isTrue();
        assertThat(of(request, "mttq").isBinding())
                .as("mass organisations are only asked")
                .isFalse();
    }

    @Test
    void takesFiguresFromEvidenceAndKeepsThemAsOfTheirMoment() {
        var unit = "ham-ninh";
        record(unit, "KENH-07", "ND-3", LocalDate.of(2021, 7, 10), Measure.BANNERS, 3);
        record(unit, "KENH-04", "ND-1", LocalDate.of(2021, 8, 10), Measure.BROADCASTS, 12);
        record(unit, "KENH-04", "ND-1", LocalDate.of(2021, 5, 10), Measure.BROADCASTS, 99); // before the period
        var request = request(unit);
        var work = of(request, unit);
        hand(work);
        desk.as(unit + ".head")
                .complete(
                        desk.task(work.id().toString(), "UserTask_WriteContribution"),
                        Map.of(
                                "bodies", List.of("", "Đã làm", "", "", ""),
                                "adjustments",
                                        List.of(Map.of(
                                                "channel", "KENH-07",
                                                "measure", "BANNERS",
                                                "delta", 2,
                                                "reason", "Treo ngày 12/9, chưa ghi kịp"))));
        submitAndAccept(work);

        consolidate(request);
        record(unit, "KENH-07", "ND-3", LocalDate.of(2021, 7, 11), Measure.BANNERS, 50); // recorded later

        var figures = reports.get(request).figures();
        assertThat(figures.by(Dimension.UNIT).get(unit))
                .isEqualTo(Map.of(Measure.BANNERS, 5L, Measure.BROADCASTS, 12L));
        assertThat(figures.by(Dimension.CHANNEL).get("KENH-07")).isEqualTo(Map.of(Measure.BANNERS, 5L));
        assertThat(figures.by(Dimension.TOPIC).get("ND-3")).isEqualTo(Map.of(Measure.BANNERS, 3L));
        assertThat(figures.by(Dimension.TOPIC).get(ReportFigures.NONE)).isEqualTo(Map.of(Measure.BANNERS, 2L));
        assertThat(reports.figuresOf(request).by(Dimension.UNIT).get(unit).get(Measure.BANNERS))
                .isEqualTo(55L);
    }

    @Test
    void asksForAReasonBehindEveryAdjustment() {
        var request = request("cua-can");
        var work = of(request, "cua-can");
        hand(work);

        var refused = desk.as("cua-can.head")
                .refusedWhenCompleting(
                        desk.task(work.id().toString(), "UserTask_WriteContribution"),
                        Map.of(
                                "bodies", List.of("", "Đã làm", "", "", ""),
                                "adjustments", List.of(Map.of("measure", "BANNERS", "delta", 2))));

        assertThat(refused.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo("adjustments[0].reason");
            assertThat(reason.message()).isEqualTo("Chưa điền lý do điều chỉnh.");
        });
        assertThat(reports.contributionOf(work.id())).isEmpty();
    }

    @Test
    void consolidatesWithoutTheLateAndNamesThem() {
        var request = request("phong-kinh-te", "bai-thom");
        answer(request, "phong-kinh-te", "Đã làm");

        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();
        assertThat(instance(request)).isWaitingAt("UserTask_CloseCollection");
        desk.as("phong-vhtt.officer").complete(task(request, "UserTask_CloseCollection"), Map.of("decision", "CLOSE"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.draftOf(request).get(0)).isEqualTo("- Chưa báo cáo: Ủy ban nhân dân xã Bãi Thơm.");
        assertThat(of(request, "bai-thom").progress())
                .as("it still owes the report")
                .isEqualTo(Progress.AWAITING_RECEIPT);
    }

    @Test
    void waitsLongerUntilTheLastHasAnswered() {
        var request = request("ganh-dau");
        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();

        var tooLate = desk.as("phong-vhtt.officer")
                .refusedWhenCompleting(
                        task(request, "UserTask_CloseCollection"), Map.of("decision", "WAIT", "newDue", "30/09/2021"));
        assertThat(tooLate.reasons()).extracting("field").containsExactly("newDue");
        desk.as("phong-vhtt.officer")
                .complete(
                        task(request, "UserTask_CloseCollection"), Map.of("decision", "WAIT", "newDue", "24/09/2021"));
        assertThat(instance(request)).isWaitingAt("Gateway_Collecting");
        answer(request, "ganh-dau", "Đã làm");

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
    }

    @Test
    void doesNotWaitForNobody() {
        var request = request("cua-duong");
        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();
        answer(request, "cua-duong", "Gửi muộn");

        desk.as("phong-vhtt.officer")
                .complete(
                        task(request, "UserTask_CloseCollection"), Map.of("decision", "WAIT", "newDue", "24/09/2021"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
    }

    @Test
    void returnsAContributionAndKeepsWhatWasWritten() {
        var request = request("duong-to");
        var work = of(request, "duong-to");
        hand(work);
        write(work, "Sơ sài");
        desk.as("duong-to.head").complete(openTask(work, "UserTask_SubmitResult"), Map.of("result", "Sơ sài"));
        desk.as("phong-vhtt.officer")
                .complete(
                        openTask(work, "UserTask_ReviewResult"),
                        Map.of("accepted", false, "reason", "Bổ sung số người dự"));

        assertThat(reports.contributionOf(work.id()).orElseThrow().sections().get(1))
                .isEqualTo("Sơ sài");
        write(work, "Đã bổ sung");
        submitAndAccept(work);

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.draftOf(request).get(1)).isEqualTo("- Ủy ban nhân dân xã Dương Tơ: Đã bổ sung");
    }

    @Test
    void comesBackFromTheLeaderWithTheReason() {
        var request = request("an-thoi");
        answer(request, "an-thoi", "Đã làm");
        consolidate(request);

        var silent = desk.as("ubnd.head")
                .refusedWhenCompleting(task(request, "UserTask_ApproveReport"), Map.of("approved", false));
        assertThat(silent.reasons()).extracting("field").containsExactly("reason");
        desk.as("ubnd.head")
                .complete(
                        task(request, "UserTask_ApproveReport"), Map.of("approved", false, "reason", "Thêm kiến nghị"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.reviewsOf(request)).singleElement().satisfies(review -> assertThat(review.remark())
                .isEqualTo("Thêm kiến nghị"));
        assertThat(reports.get(request).sections().get(1).body()).isEqualTo("Mục 2");
    }

    @Test
    void letsAMassOrganisationDecline() {
        var request = request("mttq", "cua-can");
        answer(request, "cua-can", "Đã làm");
        var asked = of(request, "mttq");
        desk.as("mttq.head")
                .complete(
                        openTask(asked, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Không có số liệu"));
        desk.as("phong-vhtt.head")
                .complete(
                        openTask(asked, "UserTask_DecideRefusal"),
                        Map.of("decision", "WITHDRAW", "reason", "Chấp nhận"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.missingIn(request)).isEmpty();
    }

    @Test
    void isWithdrawnTogetherWithItsOpenWork() {
        var request = request("phong-kinh-te", "cua-can");
        answer(request, "cua-can", "Đã làm");

        var stranger = desk.as("phong-vhtt.head")
                .refusedWhenStarting("report-withdrawal", Map.of("request", request.toString(), "reason", "Không cần"));
        assertThat(stranger.getMessage()).startsWith("Chỉ Ủy ban nhân dân thành phố Phú Quốc được rút");
        desk.as("ubnd.head").start("report-withdrawal", Map.of("request", request.toString(), "reason", "Tỉnh hoãn"));

        assertThat(instance(request)).isNull();
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(of(request, "phong-kinh-te").progress()).isEqualTo(Progress.WITHDRAWN);
        assertThat(of(request, "cua-can").progress()).isEqualTo(Progress.FULFILLED);
    }

    @Test
    void isAskedOnlyByWhoMayAskAndWithDatesThatFit() {
        var form = form(List.of("y-te"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "wholeDue", "20/09/2021")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("wholeDue"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "to", "01/06/2021")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("to"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "unitsDue", "01/09/2021")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("unitsDue"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "basisNumber", "")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("basisNumber"));
    }

    private UUID request(String... units) {
        var started = desk.as("ubnd.head").start("report-on-request", form(List.of(units)));
        desk.runDueJobs();
        return UUID.fromString(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getBusinessKey());
    }

    private static Map<String, Object> form(List<String> units) {
        var form = new HashMap<String, Object>();
        form.put("plan", PLAN_269);
        form.put("name", "Báo cáo tuyên truyền quý III/2021");
        form.put("kind", "TOPICAL");
        form.put("content", "Kết quả tuyên truyền");
        form.put("basisNumber", "1234/UBND-VX");
        form.put("basisDate", "13/09/2021");
        form.put("units", units);
        form.put("from", "15/06/2021");
        form.put("to", "14/09/2021");
        form.put("unitsDue", "20/09/2021");
        form.put("wholeDue", "27/09/2021");
        form.put("urgency", "ORDINARY");
        form.put("outline", Reports.OUTLINE);
        return form;
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private void answer(UUID request, String unit, String text) {
        var work = of(request, unit);
        hand(work);
        write(work, text);
        submitAndAccept(work);
    }

    private void hand(Assignment work) {
        var head = work.unit() + ".head";
        desk.as(head).complete(openTask(work, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(head).complete(openTask(work, "UserTask_HandOut"), Map.of("officers", List.of(head)));
    }

    private void write(Assignment work, String text) {
        desk.as(work.unit() + ".head")
                .complete(
                        openTask(work, "UserTask_WriteContribution"), Map.of("bodies", List.of("", text, "", "", "")));
    }

    private void submitAndAccept(Assignment work) {
        desk.as(work.unit() + ".head").complete(openTask(work, "UserTask_SubmitResult"), Map.of("result", "Đã gửi"));
        desk.as("phong-vhtt.officer").complete(openTask(work, "UserTask_ReviewResult"), Map.of("accepted", true));
    }

    private void consolidate(UUID request) {
        desk.as("phong-vhtt.officer")
                .complete(
                        task(request, "UserTask_Consolidate"),
                        Map.of("bodies", List.of("Mục 1", "Mục 2", "Mục 3", "Mục 4", "Mục 5")));
    }

    private void record(String unit, String channel, String topic, LocalDate day, Measure measure, long amount) {
        evidence.record(
                new EvidenceEntry(
                        PLAN_269,
                        unit,
                        null,
                        null,
                        null,
                        channel,
                        null,
                        topic,
                        null,
                        day,
                        day,
                        null,
                        null,
                        null,
                        Map.of(measure, amount),
                        Set.of()),
                unit + ".head");
    }

    private Task openTask(Assignment work, String id) {
        return desk.task(work.id().toString(), id);
    }

    private Task task(UUID request, String id) {
        return desk.task(request.toString(), id);
    }

    private List<Assignment> opened(UUID request) {
        return assignments.openedBy(new Origin("report-request", request.toString()));
    }

    private Assignment of(UUID request, String unit) {
        return opened(request).stream()
                .filter(assignment -> assignment.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private ProcessInstance instance(UUID request) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(request.toString(), "report-on-request")
                .singleResult();
    }
}
