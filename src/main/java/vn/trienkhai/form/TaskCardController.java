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

    private static final int LONGEST_TEXT = 200;

    private final TaskCards cards;

    TaskCardController(TaskCards cards) {
        this.cards = cards;
    }

    /** What Tasklist shows of tasks beside their names. */
    @GetMapping("/cards")
    List<TaskCards.Shown> cards(@RequestParam Set<String> ids) {
        if (ids.size() > MOST_CARDS) {
            throw FormRefused.because("Chỉ đọc được %d thẻ việc một lần, đã hỏi %d.".formatted(MOST_CARDS, ids.size()));
        }
        return cards.of(ids);
    }

    /**
     * How many tasks of a list are overdue, due soon, on track and without a due date.
     *
     * @param list id of the task list (Tasklist's filter)
     */
    @GetMapping("/counts")
    TaskCards.Counts counts(@RequestParam String list) {
        return cards.inList(list);
    }

    /**
     * The tasks of a list that a text finds, with or without diacritics: at most the first 20.
     *
     * @param list id of the task list (Tasklist's filter)
     * @param text words, each of which occurs in the task's name, unit or clause
     */
    @GetMapping("/found")
    TaskCards.Hits found(@RequestParam String list, @RequestParam String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw FormRefused.because("Hãy nhập từ cần tìm, nhiều nhất %d chữ.".formatted(LONGEST_TEXT));
        }
        return cards.search(list, text);
    }

    @ExceptionHandler({AuthorizationException.class, NullValueException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal hidden(RuntimeException hidden) {
        return Refusal.of("Không có danh sách việc này, hoặc bạn không được xem nó.");
    }
}
