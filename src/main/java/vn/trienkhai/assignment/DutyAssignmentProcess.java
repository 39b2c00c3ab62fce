package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/** The way out to duty-assignment.bpmn: the only class of this module that calls the engine. */
@Component
class DutyAssignmentProcess {

    static final String KEY = "duty-assignment";

    /** Id of the assignment, as text. */
    static final String ASSIGNMENT = "assignment";

    /** Candidate groups of whoever leads the unit, separated by commas. */
    static final String LEADS = "leads";

    /** User ids of those who do the work, separated by commas. */
    static final String OFFICERS = "officers";

    static final String UNIT = "unit";
    static final String ASSIGNER = "assigner";
    static final String DUE = "due";

    /** When the unit becomes late. */
    static final String OVERDUE_AT = "overdueAt";

    static final String SUBJECT = "subject";
    static final String WORK_PROCESS = "workProcess";
    static final String RECEIPT_ACCEPTED = "receiptAccepted";
    static final String REFUSAL_DECISION = "refusalDecision";
    static final String RESULT_ACCEPTED = "resultAccepted";

    /** The engine's timers need a date; work without a deadline, or that is only asked for, is never late. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String WITHDRAWN = "assignment-withdrawn";

    private final RuntimeService runtimeService;
    private final TaskService taskService;

    DutyAssignmentProcess(RuntimeService runtimeService, TaskService taskService) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
    }

    void opened(Assignment assignment, List<String> leadGroups) {
        var variables = new HashMap<String, Object>();
        variables.put(ASSIGNMENT, assignment.id().toString());
        variables.put(UNIT, assignment.unit());
        variables.put(LEADS, String.join(",", leadGroups));
        variables.put(ASSIGNER, assignment.assigner());
        variables.put(OFFICERS, "");
        variables.put(DUE, VietnamTime.dueDateOf(assignment.due().orElse(null)));
        variables.put(
                OVERDUE_AT,
                VietnamTime.dueDateOf(assignment.isBinding() ? assignment.due().orElse(NEVER) : NEVER));
        variables.put(SUBJECT, assignment.subject());
        variables.put(WORK_PROCESS, assignment.workProcess().orElse(null));
        runtimeService.startProcessInstanceByKey(KEY, assignment.id().toString(), variables);
    }

    void withdrawn(Assignment assignment) {
        runtimeService
                .createMessageCorrelation(WITHDRAWN)
                .processInstanceBusinessKey(assignment.id().toString())
                .processInstanceVariableEquals(ASSIGNMENT, assignment.id().toString())
                .correlate();
    }

    /** Open tasks that the former officers had, here and in the called processes, now belong to the new ones. */
    void officersChanged(Assignment assignment) {
        var people = String.join(",", assignment.officers());
        var instances = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(assignment.id().toString())
                .variableValueNotEquals(OFFICERS, "")
                .list();
        for (var instance : instances) {
            var former = List.of(((String) runtimeService.getVariable(instance.getId(), OFFICERS)).split(","));
            runtimeService.setVariable(instance.getId(), OFFICERS, people);
            for (var task : taskService
                    .createTaskQuery()
                    .processInstanceId(instance.getId())
                    .list()) {
                var candidates = taskService.getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null)
                        .map(link -> link.getUserId())
                        .toList();
                if (candidates.stream().noneMatch(former::contains)) {
                    continue;
                }
                candidates.forEach(user -> taskService.deleteCandidateUser(task.getId(), user));
                assignment.officers().forEach(user -> taskService.addCandidateUser(task.getId(), user));
                if (task.getAssignee() != null) {
                    taskService.setAssignee(task.getId(), null);
                }
            }
        }
    }
}
