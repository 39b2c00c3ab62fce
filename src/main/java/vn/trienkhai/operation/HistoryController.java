package vn.trienkhai.operation;

import static vn.trienkhai.operation.TaskSearchController.given;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.operation.HistorySearch.State;

/** What the page "Lịch sử" asks. */
@RestController
@RequestMapping("/api/operation/instances")
class HistoryController {

    private final HistorySearch search;
    private final HistoryDetail details;
    private final Overseers overseers;

    HistoryController(HistorySearch search, HistoryDetail details, Overseers overseers) {
        this.search = search;
        this.details = details;
        this.overseers = overseers;
    }

    /** Processes under way or ended, as the person may see them, newest first. */
    @GetMapping
    Found<HistorySearch.Row> instances(
            @RequestParam(required = false) String process,
            @RequestParam(required = false) String subject,
            @RequestParam(required = false) String unit,
            @RequestParam(defaultValue = "FINISHED") State state,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(defaultValue = "0") int page,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        var who = overseers.overseer(userId, groups);
        return search.find(
                new HistorySearch.Wanted(
                        given(process),
                        given(subject),
                        given(unit),
                        state,
                        given(from) == null ? null : VietnamTime.parse(from),
                        given(until) == null ? null : VietnamTime.parse(until),
                        Math.max(page, 0)),
                who);
    }

    /** A process step by step: who did what when. */
    @GetMapping("/{id}")
    HistoryDetail.Detail detail(
            @PathVariable String id,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        return details.of(id, overseers.overseer(userId, groups));
    }

    /** The diagram of the version that the process runs on, as BPMN. */
    @GetMapping("/{id}/diagram")
    ResponseEntity<String> diagram(
            @PathVariable String id,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(details.diagramOf(id, overseers.overseer(userId, groups)));
    }
}
