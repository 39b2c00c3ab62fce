package vn.trienkhai.form;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tab "Hồ sơ" of a task. Whoever may not see the task gets nothing. */
@RestController
@RequestMapping("/api/tasks")
class CaseFileController {

    /** The same for all three, so that a stranger learns nothing, not even whether there is such a task. */
    private static final String HIDDEN = "Việc này đã xong, đã chuyển cho người khác, hoặc bạn không được xem nó.";

    private final CaseFiles caseFiles;

    CaseFileController(CaseFiles caseFiles) {
        this.caseFiles = caseFiles;
    }

    @GetMapping("/{taskId}/case-file")
    ResponseEntity<?> of(@PathVariable String taskId) {
        var chapters = caseFiles.of(taskId);
        return chapters.isPresent()
                ? ResponseEntity.ok(chapters.get())
                : ResponseEntity.status(HttpStatus.NOT_FOUND).body(Refusal.of(HIDDEN));
    }
}
