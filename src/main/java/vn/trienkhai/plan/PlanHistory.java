package vn.trienkhai.plan;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.organisation.Organisation;

/** What happened to an adoption or to a programme, and why it came back. */
@Component
class PlanHistory {

    private final PlanEventRepository events;
    private final Organisation organisation;
    private final Clock clock;

    PlanHistory(PlanEventRepository events, Organisation organisation, Clock clock) {
        this.events = events;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param by user id; null when the program did it by itself */
    void record(UUID about, PlanEvent.Kind kind, String what, String why, String by) {
        events.save(new PlanEvent(about, clock.instant(), by, kind, what, why));
    }

    List<PlanEvent> of(UUID about) {
        return events.findAllByAboutIdOrderByHappenedAt(about);
    }

    /** Why it came back, newest first, as forms show it. */
    List<Returned> returned(UUID about) {
        return of(about).stream()
                .filter(event -> event.kind() == PlanEvent.Kind.RETURNED)
                .sorted(Comparator.comparing(PlanEvent::happenedAt).reversed())
                .map(event -> new Returned(
                        event.actor().map(organisation::nameOf).orElse("Hệ thống") + " – " + event.what(),
                        VietnamTime.format(event.happenedAt()),
                        event.why().orElse("")))
                .toList();
    }
}
