package vn.trienkhai.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** One line of an assignment's history: what happened, when, by whom, why. Never changed. */
@Audited
@Entity
@Table(name = "assignment_event")
public class AssignmentEvent {

    @Id
    private UUID id;

    private UUID assignmentId;
    private Instant happenedAt;
    private String actor;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String what;
    private String why;

    /** What happened, for the program; {@link #what()} says it for people. */
    public enum Kind {
        OPENED,
        RECEIVED,
        REFUSED,
        INSISTED,
        HANDED_OUT,
        SUBMITTED,
        RETURNED,
        EXTENSION_ASKED,
        EXTENSION_DECIDED,
        DEADLINE_MOVED,
        HELD,
        RESUMED,
        REMINDED,
        OVERDUE,
        HANDLED,
        PASSED_ON,
        CLOSED;

        boolean sendsBack() {
            return this == REFUSED || this == INSISTED || this == RETURNED;
        }
    }

    protected AssignmentEvent() {}

    AssignmentEvent(UUID assignmentId, Instant happenedAt, String actor, Kind kind, String what, String why) {
        this.id = UUID.randomUUID();
        this.assignmentId = assignmentId;
        this.happenedAt = happenedAt;
        this.actor = actor;
        this.kind = kind;
        this.what = what;
        this.why = why;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public Kind kind() {
        return kind;
    }

    /** User id; empty when the program did it by itself. */
    public Optional<String> actor() {
        return Optional.ofNullable(actor);
    }

    /** Vietnamese, for example "Trả lại để làm lại". */
    public String what() {
        return what;
    }

    public Optional<String> why() {
        return Optional.ofNullable(why);
    }
}
