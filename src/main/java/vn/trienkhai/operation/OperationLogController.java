package vn.trienkhai.operation;

import static vn.trienkhai.operation.TaskSearchController.given;

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
import vn.trienkhai.operation.OperationLog.Row;
import vn.trienkhai.operation.OperationLog.Wanted;

/** What the page "Nhật ký" asks. */
@RestController
@RequestMapping("/api/operation/log")
class OperationLogController {

    private final OperationLog log;
    private final Overseers overseers;

    OperationLogController(OperationLog log, Overseers overseers) {
        this.log = log;
        this.overseers = overseers;
    }

    record Page(Found<Row> found, List<Choice> things) {}

    /** Who changed what in the engine and in assignments, newest first. */
    @GetMapping
    Page log(
            @RequestParam(required = false) String user,
            @RequestParam(required = false) String thing,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(defaultValue = "0") int page,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        var who = overseers.overseer(userId, groups);
        return new Page(
                log.find(
                        new Wanted(
                                given(user),
                                given(thing),
                                given(from) == null ? null : VietnamTime.parse(from),
                                given(until) == null ? null : VietnamTime.parse(until),
                                Math.max(page, 0)),
                        who),
                log.things());
    }
}
