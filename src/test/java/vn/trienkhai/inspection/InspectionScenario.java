package vn.trienkhai.inspection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.PlanStatus;
import vn.trienkhai.plan.Plans;

/** Plan 269 in force, and the steps of an inspection by those whose steps they are. */
abstract class InspectionScenario extends ProcessTest {

    static final String OFFICER = "phong-vhtt.officer";
    static final LocalDate VISIT_DATE = LocalDate.of(2021, 7, 15);

    @Autowired
    Inspections inspections;

    @Autowired
    Plans plans;

    @BeforeEach
    void planIsInForce() {
        if (plans.plan(PLAN_269).status() != PlanStatus.ADOPTED) {
            plans.adopt(PLAN_269, "ubnd.head");
        }
    }

    static Map<String, Object> stop(String unit, LocalDate day) {
        return Map.of("unit", unit, "visitDate", VietnamTime.format(day), "inspectors", List.of(OFFICER));
    }

    static Map<String, Object> proposal(List<?> stops) {
        return Map.of(
                "plan", PLAN_269,
                "name", "Kiểm tra quý III/2021",
                "periodFrom", "01/01/2021",
                "periodTo", "30/06/2021",
                "content", "Việc tuyên truyền trên truyền thanh cơ sở",
                "visits", stops);
    }

    ProcessInstance propose(Object... stops) {
        return desk.as(OFFICER).start("inspection-programme", proposal(List.of(stops)));
    }

    UUID programmeOf(ProcessInstance instance) {
        return UUID.fromString(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey());
    }

    UUID approvedProgramme(Object... stops) {
        var programme = programmeOf(propose(stops));
        desk.as("ubnd.deputy")
                .complete(task(programme, "UserTask_ApproveInspectionProgramme"), Map.of("approved", true));
        return programme;
    }

    /** The only visit of a programme that was approved for it. */
    UUID visitTo(String unit) {
        return inspections
                .visitsOf(approvedProgramme(stop(unit, VISIT_DATE)))
                .get(0)
                .id();
    }

    void sendNotice(UUID visit) {
        desk.as("phong-vhtt.head")
                .complete(
                        task(visit, "UserTask_SendNotice"),
                        Map.of(
                                "visitDate",
                                "15/07/2021",
                                "content",
                                "Việc tuyên truyền trên truyền thanh cơ sở",
                                "selfReportDue",
                                "13/07/2021"));
    }

    void submitSelfReport(UUID visit, String userId) {
        desk.as(userId).complete(task(visit, "UserTask_SubmitSelfReport"), Map.of("report", "Đã phát 12 lượt"));
    }

    /** Everything is fine but for what the recommendations say. */
    Map<String, Object> visited(UUID visit, Object... recommendations) {
        var answer = new HashMap<String, Object>();
        answer.put("act", "CONDUCTED");
        answer.put("visitedOn", "15/07/2021");
        answer.put(
                "findings",
                inspections.checklistOf(inspections.visit(visit)).stream()
                        .map(duty -> Map.of("dutyCode", duty.code(), "result", "MET"))
                        .toList());
        answer.put("recommendations", List.of(recommendations));
        return answer;
    }

    void conduct(UUID visit, Object... recommendations) {
        clock.moveTo(VISIT_DATE);
        desk.as(OFFICER).complete(task(visit, "UserTask_ConductVisit"), visited(visit, recommendations));
    }

    void confirmMinutes(UUID visit, String userId) {
        desk.as(userId).complete(task(visit, "UserTask_ConfirmMinutes"), Map.of("agreed", true));
    }

    void close(UUID visit) {
        desk.as("phong-vhtt.head")
                .complete(task(visit, "UserTask_CloseVisit"), Map.of("conclusion", "Thực hiện tốt kế hoạch"));
    }

    Task task(UUID businessKey, String id) {
        return desk.task(businessKey.toString(), id);
    }

    ProcessInstance instance(UUID businessKey, String processKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString(), processKey)
                .singleResult();
    }

    /** Names of the ends that an instance reached. */
    List<String> endOf(UUID businessKey, String processKey) {
        var instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .processDefinitionKey(processKey)
                .finished()
                .singleResult();
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .stream()
                .filter(activity -> activity.getActivityId().startsWith("EndEvent_"))
                .map(activity -> activity.getActivityName())
                .toList();
    }
}
