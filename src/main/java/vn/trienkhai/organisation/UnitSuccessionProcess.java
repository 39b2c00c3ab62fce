package vn.trienkhai.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.SubstituteCandidates;

/**
 * The way out to unit-succession.bpmn, and to every process whose tasks wait for a unit that ends: which groups a task waits
 * for is the engine's own, whatever module it belongs to.
 */
@Component
class UnitSuccessionProcess {

    static final String KEY = "unit-succession";

    /** Id of the reorganisation, as text; also the business key. */
    static final String REORGANISATION = "reorganisation";

    static final String SUBJECT = "subject";

    /** Groups of the leaders who decide, separated by commas. */
    static final String DECIDERS = "deciders";

    /** 00:00 of the day on which it takes effect. */
    static final String EFFECTIVE_AT = "effectiveAt";

    static final String SUBMITTED = "reorganisationSubmitted";
    static final String CONFIRMED = "reorganisationConfirmed";
    static final String DUE = "reorganisationDue";

    /** Why it came back to who entered it; null if it did not. */
    static final String RETURNED_WHY = "returnedWhy";

    static final String RETURNED_BY = "returnedBy";
    static final String INITIATOR = "initiator";

    /** Error of ServiceTask_CarryOutReorganisation: something came up before its day. */
    static final String BLOCKED = "reorganisation-blocked";

    /** Every variable that names units or posts, separated by commas: candidates and assignments of tasks come from these. */
    static final Set<String> NAMING_UNITS = Set.of(
            "unit",
            "leads",
            "assigner",
            "leadAgency",
            "consolidator",
            "issuer",
            "issuerLeads",
            "deciders",
            "handlers",
            "approvers",
            "drafters",
            "contentCheckers",
            "formCheckers",
            "signers");

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final IdentityService identityService;
    private final SubstituteCandidates substitutes;

    UnitSuccessionProcess(
            RuntimeService runtimeService,
            TaskService taskService,
            IdentityService identityService,
            SubstituteCandidates substitutes) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.identityService = identityService;
        this.substitutes = substitutes;
    }

    /** An open task. @param businessKey null if its process has none */
    record Step(String name, String businessKey) {}

    static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(VietnamTime.ZONE).toInstant());
    }

    /**
     * At the end of this transaction, before it commits: then no command of the engine runs, so that each one finds what the one
     * before it changed. If it fails, nothing of the transaction happened.
     */
    void beforeTheCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            /** Before the audit writes what was recorded. */
            @Override
            public int getOrder() {
                return 0;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                entitled(() -> {
                    act.run();
                    return null;
                });
            }
        });
    }

    /** With the rights of the program: the leader who confirms sees not all of it. */
    private <T> T entitled(Supplier<T> act) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return act.get();
        } finally {
            identityService.setAuthentication(person);
        }
    }

    /** Tasks of any process that wait for one of these groups, claimed ones too, by name. */
    List<Step> stepsWaitingFor(Collection<String> groups) {
        return entitled(() -> {
            var waiting = waitingFor(groups);
            if (waiting.isEmpty()) {
                return List.of();
            }
            var keys = runtimeService
                    .createProcessInstanceQuery()
                    .processInstanceIds(
                            waiting.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                    .list()
                    .stream()
                    .filter(instance -> instance.getBusinessKey() != null)
                    .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
            return waiting.stream()
                    .map(task -> new Step(task.getName(), keys.get(task.getProcessInstanceId())))
                    .toList();
        });
    }

    private List<Task> waitingFor(Collection<String> groups) {
        return taskService
                .createTaskQuery()
                .taskCandidateGroupIn(List.copyOf(groups))
                .includeAssignedTasks()
                .orderByTaskName()
                .asc()
                .list();
    }

    /**
     * Everything in the engine that names an ended unit or one of its posts names the successor from now on. What somebody
     * holds and may no longer do returns to the list of those who may.
     *
     * @param ownInstance process instance that is not touched: the one in which this happens
     * @param groupsOf the groups of a person now
     */
    void pass(Succession succession, String ownInstance, Function<String, List<String>> groupsOf) {
        if (succession.successor().isEmpty()) {
            return; // modules have closed what there was; what is left is refused
        }
        succession
                .ended()
                .forEach(unit -> NAMING_UNITS.forEach(name ->
                        runtimeService
                                .createVariableInstanceQuery()
                                .variableValueLike(name, "%" + unit.id() + "%")
                                .list()
                                .stream()
                                .filter(variable -> !ownInstance.equals(variable.getProcessInstanceId()))
                                .forEach(variable -> rename(variable, succession.groups()))));
        waitingFor(succession.groups().keySet()).stream()
                .filter(task -> !ownInstance.equals(task.getProcessInstanceId()))
                .forEach(task -> passTask(task, succession.groups(), groupsOf));
    }

    private void rename(VariableInstance variable, Map<String, List<String>> groups) {
        var before = (String) variable.getValue();
        var after = Arrays.stream(before.split(","))
                .flatMap(word -> groups.getOrDefault(word, List.of(word)).stream())
                .distinct()
                .collect(Collectors.joining(","));
        if (after.equals(before)) {
            return;
        }
        if (variable.getTaskId() == null) {
            runtimeService.setVariableLocal(variable.getExecutionId(), variable.getName(), after);
        } else {
            taskService.setVariableLocal(variable.getTaskId(), variable.getName(), after);
        }
    }

    private void passTask(Task task, Map<String, List<String>> groups, Function<String, List<String>> groupsOf) {
        var before = candidateGroupsOf(task);
        var after = new LinkedHashSet<String>();
        before.forEach(group -> after.addAll(groups.getOrDefault(group, List.of(group))));
        after.stream()
                .filter(group -> !before.contains(group))
                .forEach(group -> taskService.addCandidateGroup(task.getId(), group));
        before.stream()
                .filter(group -> !after.contains(group))
                .forEach(group -> taskService.deleteCandidateGroup(task.getId(), group));
        var holder = task.getAssignee();
        if (holder != null
                && !isNamed(task, holder)
                && groupsOf.apply(holder).stream().noneMatch(after::contains)) {
            substitutes.giveBack(task.getId(), holder);
        }
    }

    private Set<String> candidateGroupsOf(Task task) {
        return linksOf(task).stream()
                .filter(link -> link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isNamed(Task task, String userId) {
        return linksOf(task).stream().anyMatch(link -> userId.equals(link.getUserId()));
    }

    private List<IdentityLink> linksOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
    }
}
