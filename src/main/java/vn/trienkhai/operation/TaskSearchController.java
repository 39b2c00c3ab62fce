package vn.trienkhai.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.operation.TaskSearch.DueIn;
import vn.trienkhai.operation.TaskSearch.Row;
import vn.trienkhai.operation.TaskSearch.State;
import vn.trienkhai.operation.TaskSearch.Wanted;

/** What the page "Tìm việc" asks, and what every page of this module may offer to the person. */
@RestController
@RequestMapping("/api/operation")
class TaskSearchController {

    private final TaskSearch search;
    private final Overseers overseers;
    private final Directory directory;

    TaskSearchController(TaskSearch search, Overseers overseers, Directory directory) {
        this.search = search;
        this.overseers = overseers;
        this.directory = directory;
    }

    /** What a person may see and choose. */
    record Options(
            boolean everything,
            boolean readsLog,
            boolean handsOver,
            List<Choice> units,
            List<Choice> people,
            List<Choice> processes,
            List<Choice> states,
            List<Choice> dues) {}

    /** What the person may see, and what tasks can be searched by. */
    @GetMapping("/options")
    Options options(
            @RequestAttribute(SignedIn.USER) String userId, @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        var who = overseers.overseer(userId, groups);
        return new Options(
                who.everything(),
                who.readsLog(),
                who.handsOver(),
                directory.units(who),
                directory.people(who),
                directory.processes(),
                Arrays.stream(State.values())
                        .map(state -> new Choice(state.name(), state.label))
                        .toList(),
                Arrays.stream(DueIn.values())
                        .map(due -> new Choice(due.name(), due.label))
                        .toList());
    }

    /** Tasks of all processes that the person may see, open or done. */
    @GetMapping("/tasks")
    Found<Row> tasks(
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String person,
            @RequestParam(required = false) String process,
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(defaultValue = "ANY") DueIn due,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(defaultValue = "0") int page,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        var who = overseers.overseer(userId, groups);
        return search.find(
                new Wanted(
                        given(text),
                        given(unit),
                        given(person),
                        given(process),
                        state,
                        due,
                        given(from) == null ? null : VietnamTime.parse(from),
                        given(until) == null ? null : VietnamTime.parse(until),
                        Math.max(page, 0)),
                who);
    }

    /** Null for what was left empty. */
    static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
