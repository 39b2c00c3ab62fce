package vn.trienkhai.form;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tab "Hồ sơ" of a task. Whoever may not see the task neither reads nor writes there. */
@RestController
@RequestMapping("/api/tasks")
class CaseFileController {

    /** The same for all three, so that a stranger learns nothing, not even whether there is such a task. */
    private static final String HIDDEN = "Việc này đã xong, đã chuyển cho người khác, hoặc bạn không được xem nó.";

    /** Characters that the engine's table of comments takes. */
    private static final int LONGEST = 4000;

    private final CaseFiles caseFiles;

    CaseFileController(CaseFiles caseFiles) {
        this.caseFiles = caseFiles;
    }

    /** @param text as it was typed */
    record NewComment(String text) {}

    /** Adds a comment to the case of a task. */
    @PostMapping("/{taskId}/comments")
    ResponseEntity<?> comment(@PathVariable String taskId, @RequestBody NewComment comment) {
        var text = comment.text() == null ? "" : comment.text().strip();
        if (text.isEmpty()) {
            return refused("Chưa viết ý kiến.");
        }
        if (text.length() > LONGEST) {
            return refused("Ý kiến dài nhất %d ký tự, đã viết %d.".formatted(LONGEST, text.length()));
        }
        return caseFiles.comment(taskId, text)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.NOT_FOUND).body(Refusal.of(HIDDEN));
    }

    private static ResponseEntity<?> refused(String why) {
        return ResponseEntity.unprocessableEntity().body(Refusal.of(why));
    }

    /** Everything about the case of a task: basis, content, files, comments, history. */
    @GetMapping("/{taskId}/case-file")
    ResponseEntity<?> of(@PathVariable String taskId) {
        var chapters = caseFiles.of(taskId);
        return chapters.isPresent()
                ? ResponseEntity.ok(chapters.get())
                : ResponseEntity.status(HttpStatus.NOT_FOUND).body(Refusal.of(HIDDEN));
    }
}
