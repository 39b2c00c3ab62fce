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

    private final CaseFiles caseFiles;
    private final GoneTasks goneTasks;

    CaseFileController(CaseFiles caseFiles, GoneTasks goneTasks) {
        this.caseFiles = caseFiles;
        this.goneTasks = goneTasks;
    }

    @GetMapping("/{taskId}/case-file")
    ResponseEntity<?> of(@PathVariable String taskId) {
        var chapters = caseFiles.of(taskId);
        return chapters.isPresent()
                ? ResponseEntity.ok(chapters.get())
                : ResponseEntity.status(HttpStatus.CONFLICT).body(Refusal.of(goneTasks.whyGone(taskId)));
    }
}
