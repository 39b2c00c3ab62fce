package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.SubstituteCandidates;

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

    static final String SUBJECT = "subject";
    static final String WORK_PROCESS = "workProcess";
    static final String RECEIPT_ACCEPTED = "receiptAccepted";
    static final String REFUSAL_DECISION = "refusalDecision";
    static final String RESULT_ACCEPTED = "resultAccepted";

    /** Of a task on hold: the due date that it had. */
    private static final String DUE_BEFORE_HOLD = "dueBeforeHold";

    private static final String WITHDRAWN = "assignment-withdrawn";

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final WorkingCalendar calendar;
    private final SubstituteCandidates substitutes;

    DutyAssignmentProcess(
            RuntimeService runtimeService,
            TaskService taskService,
            WorkingCalendar calendar,
            SubstituteCandidates substitutes) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.calendar = calendar;
        this.substitutes = substitutes;
    }

    void opened(Assignment assignment, List<String> leadGroups) {
        var variables = new HashMap<String, Object>();
        variables.put(ASSIGNMENT, assignment.id().toString());
        variables.put(UNIT, assignment.unit());
        variables.put(LEADS, String.join(",", leadGroups));
        variables.put(ASSIGNER, assignment.assigner());
        variables.put(OFFICERS, "");
        variables.put(DUE, dueDateOf(assignment));
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

    /** Another unit reviews from now on, also what already waits for a review. */
    void assignerChanged(Assignment assignment) {
        for (var instance : runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(assignment.id().toString())
                .variableValueNotEquals(ASSIGNER, assignment.assigner())
                .list()) {
            var former = (String) runtimeService.getVariable(instance.getId(), ASSIGNER);
            runtimeService.setVariable(instance.getId(), ASSIGNER, assignment.assigner());
            for (var task : taskService
                    .createTaskQuery()
                    .processInstanceId(instance.getId())
                    .taskCandidateGroup(former)
                    .includeAssignedTasks()
                    .list()) {
                taskService.addCandidateGroup(task.getId(), assignment.assigner());
                taskService.deleteCandidateGroup(task.getId(), former);
            }
        }
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
                substitutes.replaced(task.getId());
                if (task.getAssignee() != null && !assignment.officers().contains(task.getAssignee())) {
                    taskService.setAssignee(task.getId(), null);
                }
            }
        }
    }

    /**
     * The deadline of the whole moved: so does the variable that its steps read, and every open task, by the same number of
     * working days.
     *
     * @param before last day on time until now; null if there was none
     */
    void deadlineMoved(Assignment assignment, LocalDate before) {
        setDue(assignment, dueDateOf(assignment));
        for (var task : openTasksOf(assignment)) {
            if (task.getDueDate() != null) {
                setDueDate(task, moved(task.getDueDate(), before, assignment));
            }
        }
    }

    /** On hold no task has a due date; each remembers its own. */
    void held(Assignment assignment) {
        setDue(assignment, null);
        for (var task : openTasksOf(assignment)) {
            if (task.getDueDate() != null) {
                var own = task.getDueDate();
                setDueDate(task, null);
                taskService.setVariableLocal(task.getId(), DUE_BEFORE_HOLD, own);
            }
        }
    }

    /** @param before last day on time when it was put on hold; null if there was none */
    void resumed(Assignment assignment, LocalDate before) {
        setDue(assignment, dueDateOf(assignment));
        for (var task : openTasksOf(assignment)) {
            var own = (Date) taskService.getVariableLocal(task.getId(), DUE_BEFORE_HOLD);
            if (own != null) {
                setDueDate(task, moved(own, before, assignment));
                taskService.removeVariableLocal(task.getId(), DUE_BEFORE_HOLD);
            }
        }
    }

    private Date moved(Date own, LocalDate before, Assignment assignment) {
        var after = assignment.due().orElseThrow();
        var day = VietnamTime.dateOf(own.toInstant());
        if (before == null || !day.isBefore(before)) {
            return dueDateOf(assignment);
        }
        var shift = calendar.workingDaysBetween(before, after);
        var shifted = shift == 0 ? day : calendar.plusWorkingDays(day, shift);
        return Date.from(calendar.endOf(shifted.isAfter(after) ? after : shifted));
    }

    private void setDue(Assignment assignment, Date due) {
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(assignment.id().toString())
                .variableValueEquals(ASSIGNMENT, assignment.id().toString())
                .list()
                .forEach(instance -> runtimeService.setVariable(instance.getId(), DUE, due));
    }

    private void setDueDate(Task task, Date due) {
        task.setDueDate(due);
        taskService.saveTask(task);
    }

    private List<Task> openTasksOf(Assignment assignment) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(assignment.id().toString())
                .processVariableValueEquals(ASSIGNMENT, assignment.id().toString())
                .list();
    }

    private Date dueDateOf(Assignment assignment) {
        return assignment.due().map(calendar::endOf).map(Date::from).orElse(null);
    }
}
