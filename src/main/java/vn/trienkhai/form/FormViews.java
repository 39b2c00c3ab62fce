package vn.trienkhai.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the form of a task or of a process shows, asked of the module whose process it is. */
@Component
class FormViews {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final Map<String, FormFacts> factsByProcess;

    FormViews(
            TaskService taskService,
            RuntimeService runtimeService,
            RepositoryService repositoryService,
            List<FormFacts> facts) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.factsByProcess = facts.stream().collect(Collectors.toMap(FormFacts::processKey, Function.identity()));
    }

    FormView ofTask(Task task, String userId) {
        var variables = new HashMap<>(taskService.getVariables(task.getId()));
        variables.values().removeIf(Objects::isNull);
        var instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return factsOf(keyOf(task.getProcessDefinitionId()))
                .of(new FormOpened(task.getTaskDefinitionKey(), userId, instance.getBusinessKey(), variables));
    }

    FormView ofStart(String processKey, String userId) {
        return factsOf(processKey).of(new FormOpened(null, userId, null, Map.of()));
    }

    private FormFacts factsOf(String processKey) {
        var facts = factsByProcess.get(processKey);
        if (facts == null) {
            throw new IllegalStateException("No FormFacts for process " + processKey);
        }
        return facts;
    }

    private String keyOf(String processDefinitionId) {
        return repositoryService.getProcessDefinition(processDefinitionId).getKey();
    }
}
