package vn.trienkhai.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.form.FormView.Fact;

/** What a form shows, read when it opens. Whoever may not read the task gets nothing. */
@RestController
@RequestMapping("/api/forms")
class FormController {

    private final TaskService taskService;
    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final IdentityService identityService;
    private final GoneTasks goneTasks;
    private final ObjectProvider<Substitutes> substitutes;
    private final Map<String, FormFacts> factsByProcess;

    FormController(
            TaskService taskService,
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            IdentityService identityService,
            GoneTasks goneTasks,
            ObjectProvider<Substitutes> substitutes,
            List<FormFacts> facts) {
        this.taskService = taskService;
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.identityService = identityService;
        this.goneTasks = goneTasks;
        this.substitutes = substitutes;
        this.factsByProcess = facts.stream().collect(Collectors.toMap(FormFacts::processKey, Function.identity()));
    }

    @GetMapping("/tasks/{taskId}")
    ResponseEntity<?> ofTask(@PathVariable String taskId, @RequestAttribute(SignedIn.USER) String userId) {
        var task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return ResponseEntity.status(
                            goneTasks.concerned(taskId, userId) ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND)
                    .body(Refusal.of(goneTasks.whyGone(taskId, userId)));
        }
        // The task itself was readable; its process's variables are read for it, not for the person.
        return ResponseEntity.ok(unchecked(() -> {
            var variables = new HashMap<>(taskService.getVariables(taskId));
            variables.values().removeIf(Objects::isNull);
            var instance = runtimeService
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            return viewOf(
                    keyOf(task.getProcessDefinitionId()),
                    new FormOpened(task.getTaskDefinitionKey(), userId, instance.getBusinessKey(), variables));
        }));
    }

    @GetMapping("/start/{processDefinitionId}")
    ResponseEntity<?> ofStart(
            @PathVariable String processDefinitionId, @RequestAttribute(SignedIn.USER) String userId) {
        var definition = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionId(processDefinitionId)
                .startablePermissionCheck()
                .singleResult();
        if (definition == null) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .body(Refusal.of("Không có quy trình này, hoặc bạn không được bắt đầu nó."));
        }
        return ResponseEntity.ok(
                unchecked(() -> viewOf(definition.getKey(), new FormOpened(null, userId, null, Map.of()))));
    }

    /** Whoever stands in for somebody reads so on top of every form. */
    private FormView viewOf(String processKey, FormOpened opened) {
        var view = factsOf(processKey).of(opened);
        var absent = substitutes.stream()
                .flatMap(answering -> answering.standsInFor(opened.userId()).stream())
                .collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? view
                : new FormView(
                        view.known().withFirst(new Fact("Bạn đang thay", absent)), view.answer(), view.choices());
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

    private <T> T unchecked(Supplier<T> reading) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return reading.get();
        } finally {
            identityService.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
        }
    }
}
