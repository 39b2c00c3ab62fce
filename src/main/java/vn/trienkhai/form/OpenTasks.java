package vn.trienkhai.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Open tasks that the person who is signed in may see, with the variables that modules decide by. */
@Component
class OpenTasks {

    private final TaskService taskService;
    private final FilterService filterService;
    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final IdentityService identityService;

    OpenTasks(
            TaskService taskService,
            FilterService filterService,
            RuntimeService runtimeService,
            RepositoryService repositoryService,
            IdentityService identityService) {
        this.taskService = taskService;
        this.filterService = filterService;
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.identityService = identityService;
    }

    /** Those of these ids that the person may see. */
    List<OpenTask> of(Collection<String> ids, Set<String> variables) {
        return ids.isEmpty()
                ? List.of()
                : withVariables(
                        taskService
                                .createTaskQuery()
                                .taskIdIn(ids.toArray(String[]::new))
                                .list(),
                        variables);
    }

    /** The first tasks of a task list. The engine refuses a list that the person may not read. */
    List<OpenTask> inList(String filterId, int most, Set<String> variables) {
        return withVariables(filterService.listPage(filterId, taskService.createTaskQuery(), 0, most), variables);
    }

    private List<OpenTask> withVariables(List<Task> tasks, Set<String> names) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var person = identityService.getCurrentAuthentication();
        return unchecked(() -> {
            var instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
            var keys = runtimeService.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                    .filter(instance -> instance.getBusinessKey() != null)
                    .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
            var found = runtimeService
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(instances.toArray(String[]::new))
                    .variableNameIn(names.toArray(String[]::new))
                    .disableBinaryFetching()
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(VariableInstance::getExecutionId));
            var processes = new HashMap<String, String>();
            return tasks.stream()
                    .map(task -> new OpenTask(
                            task.getId(),
                            task.getName(),
                            processes.computeIfAbsent(task.getProcessDefinitionId(), this::keyOf),
                            task.getTaskDefinitionKey(),
                            keys.get(task.getProcessInstanceId()),
                            task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                            seenBy(task, found),
                            person == null ? null : person.getUserId()))
                    .toList();
        });
    }

    /** Variables of the instance, and before them those of the task's own execution, as of one unit among many. */
    private static Map<String, Object> seenBy(Task task, Map<String, List<VariableInstance>> byExecution) {
        var seen = new HashMap<String, Object>();
        for (var execution : List.of(task.getProcessInstanceId(), task.getExecutionId())) {
            for (var variable : byExecution.getOrDefault(execution, List.of())) {
                if (variable.getTaskId() == null && variable.getValue() != null) {
                    seen.put(variable.getName(), variable.getValue());
                }
            }
        }
        return seen;
    }

    private String keyOf(String processDefinitionId) {
        return repositoryService.getProcessDefinition(processDefinitionId).getKey();
    }

    /** The tasks themselves were readable; what they are about is read for them, not for the person. */
    <T> T unchecked(Supplier<T> reading) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return reading.get();
        } finally {
            identityService.setAuthentication(person);
        }
    }
}
