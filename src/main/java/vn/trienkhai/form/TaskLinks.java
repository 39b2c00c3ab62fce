package vn.trienkhai.form;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Links in messages name the work and not the task, for the task may be another one by the time somebody clicks:
 * {@code /viec/<business key>} leads to the task of that work that now waits for the person.
 */
@Controller
class TaskLinks {

    private static final Pattern BUSINESS_KEY = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /** The work from its beginning, for those who oversee; Cockpit's page asks whether this person may see this one. */
    private static final String RECORD =
            "<p><a href=\"%s/camunda/app/cockpit/default/#/lich-su?id=%s\">Xem diễn biến của việc này</a></p>";

    private final TaskService taskService;
    private final HistoryService historyService;
    private final IdentityService identityService;
    private final AuthorizationService authorizationService;

    TaskLinks(
            TaskService taskService,
            HistoryService historyService,
            IdentityService identityService,
            AuthorizationService authorizationService) {
        this.taskService = taskService;
        this.historyService = historyService;
        this.identityService = identityService;
        this.authorizationService = authorizationService;
    }

    @GetMapping("/viec/{businessKey}")
    ResponseEntity<String> open(@PathVariable String businessKey, HttpServletRequest request) {
        if (!BUSINESS_KEY.matcher(businessKey).matches()) {
            return page(
                    HttpStatus.NOT_FOUND, request, "Không có việc này", "Hãy kiểm tra lại đường dẫn trong thư.", "");
        }
        var task = waitingFor(identityService.getCurrentAuthentication().getUserId(), businessKey);
        if (task.isPresent()) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(request.getContextPath() + "/camunda/app/tasklist/default/#/?task="
                            + task.get().getId()))
                    .build();
        }
        var oversees = mayOpenCockpit();
        return unchecked(() -> nothingWaits(businessKey, oversees, request));
    }

    /** What the person can work on, rather than what they may only look at. */
    private Optional<Task> waitingFor(String userId, String businessKey) {
        return first(openTasks(businessKey)
                        .or()
                        .taskAssignee(userId)
                        .taskCandidateUser(userId)
                        .endOr())
                .or(() -> first(openTasks(businessKey)));
    }

    private TaskQuery openTasks(String businessKey) {
        return taskService.createTaskQuery().processInstanceBusinessKey(businessKey);
    }

    private static Optional<Task> first(TaskQuery tasks) {
        return tasks.orderByTaskCreateTime().asc().listPage(0, 1).stream().findFirst();
    }

    private boolean mayOpenCockpit() {
        var person = identityService.getCurrentAuthentication();
        return authorizationService.isUserAuthorized(
                person.getUserId(), person.getGroupIds(), Permissions.ACCESS, Resources.APPLICATION, "cockpit");
    }

    private ResponseEntity<String> nothingWaits(String businessKey, boolean oversees, HttpServletRequest request) {
        var first = historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
        if (first.isEmpty()) {
            return page(
                    HttpStatus.NOT_FOUND, request, "Không có việc này", "Hãy kiểm tra lại đường dẫn trong thư.", "");
        }
        var record = oversees
                ? RECORD.formatted(request.getContextPath(), first.get().getId())
                : "";
        return openTasks(businessKey).count() == 0
                ? page(HttpStatus.OK, request, "Việc này đã xong", "Không còn bước nào chờ ai.", record)
                : page(HttpStatus.OK, request, "Việc này không chờ bạn", "Bước hiện nay thuộc về người khác.", record);
    }

    private <T> T unchecked(Supplier<T> reading) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return reading.get();
        } finally {
            identityService.setAuthentication(person);
        }
    }

    private static ResponseEntity<String> page(
            HttpStatus status, HttpServletRequest request, String title, String sentence, String link) {
        var base = request.getContextPath();
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(
                        """
                        <!doctype html>
                        <html lang="vi">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%2$s – Triển Khai</title>
                        <link rel="icon" href="%1$s/camunda/favicon.ico">
                        <link rel="stylesheet" href="%1$s/trien-khai/trang.css">
                        </head>
                        <body>
                        <header class="tk-bar"><strong>Triển Khai</strong></header>
                        <main class="tk-page"><h1>%2$s</h1><p>%3$s</p>%4$s
                        <p><a href="%1$s/camunda/app/tasklist/default/">Về danh sách việc của tôi</a></p></main>
                        </body>
                        </html>
                        """
                                .formatted(base, title, sentence, link));
    }
}
