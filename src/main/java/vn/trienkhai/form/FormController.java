package vn.trienkhai.form;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
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
    private final GoneTasks goneTasks;
    private final ObjectProvider<Substitutes> substitutes;
    private final FormViews views;
    private final OpenTasks openTasks;

    FormController(
            TaskService taskService,
            RepositoryService repositoryService,
            GoneTasks goneTasks,
            ObjectProvider<Substitutes> substitutes,
            FormViews views,
            OpenTasks openTasks) {
        this.taskService = taskService;
        this.repositoryService = repositoryService;
        this.goneTasks = goneTasks;
        this.substitutes = substitutes;
        this.views = views;
        this.openTasks = openTasks;
    }

    /** What the form of a task shows and asks, and what was saved of it. */
    @GetMapping("/tasks/{taskId}")
    ResponseEntity<?> ofTask(@PathVariable String taskId, @RequestAttribute(SignedIn.USER) String userId) {
        var task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return ResponseEntity.status(
                            goneTasks.concerned(taskId, userId) ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND)
                    .body(Refusal.of(goneTasks.whyGone(taskId, userId)));
        }
        // The task itself was readable; its process's variables are read for it, not for the person.
        return ResponseEntity.ok(openTasks.unchecked(() -> forPerson(views.ofTask(task, userId), userId)));
    }

    /** What the form shows and asks that starts a process. */
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
                openTasks.unchecked(() -> forPerson(views.ofStart(definition.getKey(), userId), userId)));
    }

    /** Whoever stands in for somebody reads so on top of every form. */
    private FormView forPerson(FormView view, String userId) {
        var absent = substitutes.stream()
                .flatMap(answering -> answering.standsInFor(userId).stream())
                .collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? view
                : new FormView(
                        view.known().withFirst(new Fact("Bạn đang thay", absent)), view.answer(), view.choices());
    }
}
