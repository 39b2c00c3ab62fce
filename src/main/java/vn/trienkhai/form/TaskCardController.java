package vn.trienkhai.form;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's cards show besides the task's name; of tasks that the person may not see, nothing. */
@RestController
@RequestMapping("/api/tasks")
class TaskCardController {

    /** More than Tasklist shows on a page. */
    private static final int MOST_CARDS = 100;

    private final TaskCards cards;

    TaskCardController(TaskCards cards) {
        this.cards = cards;
    }

    @GetMapping("/cards")
    List<TaskCards.Shown> cards(@RequestParam Set<String> ids) {
        if (ids.size() > MOST_CARDS) {
            throw FormRefused.because("Chỉ đọc được %d thẻ việc một lần, đã hỏi %d.".formatted(MOST_CARDS, ids.size()));
        }
        return cards.of(ids);
    }

    /** @param list id of the task list (Tasklist's filter) */
    @GetMapping("/counts")
    TaskCards.Counts counts(@RequestParam String list) {
        return cards.inList(list);
    }

    @ExceptionHandler({AuthorizationException.class, NullValueException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal hidden(RuntimeException hidden) {
        return Refusal.of("Không có danh sách việc này, hoặc bạn không được xem nó.");
    }
}
