package vn.trienkhai.operation;

import static vn.trienkhai.operation.TaskSearchController.given;

import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.SignedIn;

/** What the heat on a process's diagram and its table ask. */
@RestController
@RequestMapping("/api/operation/heat")
class HeatController {

    private final HeatMap heat;
    private final Overseers overseers;

    HeatController(HeatMap heat, Overseers overseers) {
        this.heat = heat;
        this.overseers = overseers;
    }

    /** How often each step of a version of a process ran in a period, and how many working days it took. */
    @GetMapping("/{definitionId}")
    HeatMap.Heat heat(
            @PathVariable String definitionId,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        return heat.of(
                definitionId,
                given(from) == null ? null : VietnamTime.parse(from),
                given(until) == null ? null : VietnamTime.parse(until),
                overseers.overseer(userId, groups));
    }
}
