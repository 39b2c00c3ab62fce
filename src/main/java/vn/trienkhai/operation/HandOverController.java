package vn.trienkhai.operation;

import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.form.Folded;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.organisation.Organisation;

/** What the page "Bàn giao" asks and does. */
@RestController
@RequestMapping("/api/operation/hand-over")
class HandOverController {

    private static final int LONGEST_REASON = 500;

    private final HandOver handOver;
    private final Overseers overseers;
    private final Organisation organisation;

    HandOverController(HandOver handOver, Overseers overseers, Organisation organisation) {
        this.handOver = handOver;
        this.overseers = overseers;
        this.organisation = organisation;
    }

    record UnitPeople(String unit, List<Choice> people) {}

    record Page(List<UnitPeople> units, List<HandOver.Shown> last) {}

    record Order(String from, String to, String why, String seen) {}

    /** Whom the person may take work from and give it to, by unit; and what was handed over before. */
    @GetMapping
    Page page(@RequestAttribute(SignedIn.USER) String userId, @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        var who = overseers.overseer(userId, groups);
        var last = handOver.lastSeenBy(who);
        return new Page(
                organisation.units().stream()
                        .filter(unit -> who.administers() || who.leads(unit.id()))
                        .sorted(Folded.alphabetically(unit -> unit.name()))
                        .map(unit -> new UnitPeople(unit.name(), peopleOf(unit.id())))
                        .toList(),
                last);
    }

    private List<Choice> peopleOf(String unit) {
        return organisation.peopleOf(unit).stream()
                .sorted(Folded.byGivenName(person -> person.name()))
                .map(person -> new Choice(person.userId(), person.name()))
                .toList();
    }

    /** What handing over would move, without moving it. */
    @GetMapping("/preview")
    HandOver.Preview preview(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        return handOver.preview(from, to, overseers.overseer(userId, groups));
    }

    /** Hands all open work of a person over to another, if it is still what the preview showed. */
    @PostMapping
    HandOver.Shown handOver(
            @RequestBody Order order,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        if (order.why() != null && order.why().length() > LONGEST_REASON) {
            throw FormRefused.at("why", "Lý do dài nhất %d chữ.".formatted(LONGEST_REASON));
        }
        return handOver.handOver(
                order.from(), order.to(), order.why(), order.seen(), overseers.overseer(userId, groups));
    }
}
