package vn.trienkhai.assignment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentEvent.Kind;

/** Writes the lines of an assignment's history. */
@Component
class AssignmentHistory {

    private static final int LONGEST = 200;

    private final AssignmentEventRepository events;
    private final Clock clock;

    AssignmentHistory(AssignmentEventRepository events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @param by user id; null when the program did it by itself @param why may be null */
    void record(Assignment assignment, String by, Kind kind, String what, String why) {
        var line = what.length() <= LONGEST ? what : what.substring(0, LONGEST - 1) + "…";
        events.save(new AssignmentEvent(assignment.id(), clock.instant(), by, kind, line, why));
    }
}
