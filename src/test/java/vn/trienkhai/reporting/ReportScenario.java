package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.PlanStatus;
import vn.trienkhai.plan.Plans;

/** Plan 269 in force on 14/09/2021, and the steps of a report by those whose steps they are. */
abstract class ReportScenario extends ProcessTest {

    /** Five paragraphs of whoever consolidates, one under each heading. */
    static final Map<String, Object> TEXT = Map.of(
            "paragraphs",
            List.of(
                    paragraph(0, "Mục 1"),
                    paragraph(1, "Mục 2"),
                    paragraph(2, "Mục 3"),
                    paragraph(3, "Mục 4"),
                    paragraph(4, "Mục 5")));

    static final LocalDate UNITS_DUE = LocalDate.of(2021, 9, 20);

    @Autowired
    Reports reports;

    @Autowired
    Contributions contributions;

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    Plans plans;

    @Autowired
    Attachments attachments;

    @Autowired
    List<FormFacts> forms;

    @BeforeEach
    void planIsInForceInSeptember() {
        clock.moveTo(LocalDate.of(2021, 9, 14));
        if (plans.plan(PLAN_269).status() != PlanStatus.ADOPTED) {
            plans.adopt(PLAN_269, "ubnd.head");
        }
    }

    /** A request of the Chairman, with its assignments open. */
    UUID request(String... units) {
        return requestOf("ubnd.head", form(List.of(units)));
    }

    UUID requestOf(String requester, Map<String, Object> form) {
        var started = desk.as(requester).start("report-on-request", form);
        desk.runDueJobs();
        return UUID.fromString(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getBusinessKey());
    }

    static Map<String, Object> form(List<String> units) {
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

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    void answer(UUID request, String unit, String text) {
        var work = of(request, unit);
        hand(work);
        write(work, text);
        submitAndAccept(work);
    }

    void hand(Assignment work) {
        var head = work.unit() + ".head";
        desk.as(head).complete(openTask(work, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(head).complete(openTask(work, "UserTask_HandOut"), Map.of("officers", List.of(head)));
    }

    void write(Assignment work, String text) {
        desk.as(work.unit() + ".head")
                .complete(
                        openTask(work, "UserTask_WriteContribution"), Map.of("bodies", List.of("", text, "", "", "")));
    }

    void submitAndAccept(Assignment work) {
        desk.as(work.unit() + ".head").complete(openTask(work, "UserTask_SubmitResult"), Map.of("result", "Đã gửi"));
        desk.as("phong-vhtt.officer").complete(openTask(work, "UserTask_ReviewResult"), Map.of("accepted", true));
    }

    void consolidate(UUID request) {
        desk.as("phong-vhtt.officer").complete(task(request, "UserTask_Consolidate"), TEXT);
    }

    /**
     * Its document is checked by others than who wrote it, signed, and numbered elsewhere: the program's own numbers go on from
     * test to test and may not go back in time.
     */
    void issue(UUID request, String signer) {
        check(request);
        desk.as(signer).complete(task(request, "UserTask_Sign"), Map.of("passed", true));
        var clerk = "van-phong.clerk";
        var scan = attachments.store("scan.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII), clerk);
        desk.as(clerk)
                .complete(
                        task(request, "UserTask_NumberAndIssue"),
                        Map.of(
                                "act",
                                "OUTSIDE",
                                "number",
                                "TN " + UUID.randomUUID(),
                                "date",
                                VietnamTime.format(LocalDate.now(clock)),
                                "attachments",
                                List.of(scan.id())));
    }

    /** Content and form. */
    void check(UUID request) {
        desk.as("phong-vhtt.head").complete(task(request, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(task(request, "UserTask_CheckForm"), Map.of("passed", true));
    }

    static Map<String, Object> paragraph(int section, String body) {
        return Map.of("section", section, "source", "CONSOLIDATOR", "body", body);
    }

    void record(String unit, String channel, String topic, LocalDate day, Measure measure, long amount) {
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

    Task openTask(Assignment work, String id) {
        return desk.task(work.id().toString(), id);
    }

    Task task(UUID request, String id) {
        return desk.task(request.toString(), id);
    }

    List<Assignment> opened(UUID request) {
        return assignments.openedBy(new Origin("report-request", request.toString()));
    }

    Assignment of(UUID request, String unit) {
        return opened(request).stream()
                .filter(assignment -> assignment.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    ProcessInstance instance(UUID request) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(request.toString(), "report-on-request")
                .singleResult();
    }

    FormView formOf(Task task, String userId) {
        var key = engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
        var variables = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        variables.values().removeIf(Objects::isNull);
        return form(key).of(new FormOpened(task.getTaskDefinitionKey(), userId, null, variables));
    }

    FormView startFormOf(String processKey, String userId) {
        return form(processKey).of(new FormOpened(null, userId, null, Map.of()));
    }

    private FormFacts form(String processKey) {
        return forms.stream()
                .filter(facts -> facts.processKey().equals(processKey))
                .findFirst()
                .orElseThrow();
    }

    /** Names of the ends that the request's process reached. */
    List<String> endsOf(UUID request) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(request.toString())
                        .processDefinitionKey("report-on-request")
                        .singleResult()
                        .getId())
                .list()
                .stream()
                .filter(activity -> activity.getActivityId().startsWith("EndEvent_"))
                .map(HistoricActivityInstance::getActivityName)
                .toList();
    }

    /** Counts only what happened in March, when no other test does anything. */
    UUID requestInMarch(String... units) {
        var form = with(with(form(List.of(units)), "from", "01/03/2021"), "to", "31/03/2021");
        return requestOf("ubnd.head", with(form, "basisDate", "01/03/2021"));
    }

    /** Work that the unit owes; done and accepted on a day, or not at all. */
    void owed(String unit, LocalDate due, LocalDate doneOn) {
        clock.moveTo(LocalDate.of(2021, 2, 1));
        var id = assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        null,
                        new Origin("programme", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        "Việc quý I/2021",
                        null,
                        due,
                        null),
                "phong-vhtt.head");
        if (doneOn != null) {
            var work = assignments.get(id);
            clock.moveTo(doneOn);
            hand(work);
            submitAndAccept(work);
        }
    }

    List<Tuple> standingsIn(UUID request) {
        return reports.reportOf(request).orElseThrow().units().stream()
                .map(unit -> tuple(unit.unit(), unit.standing()))
                .toList();
    }
}
