package vn.trienkhai.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One line of an assignment's history: what happened, when, by whom, why. Never changed. */
@Entity
@Table(name = "assignment_event")
public class AssignmentEvent {

    @Id
    private UUID id;

    private UUID assignmentId;
    private Instant happenedAt;
    private String actor;
    private String what;
    private String why;

    protected AssignmentEvent() {}

    AssignmentEvent(UUID assignmentId, Instant happenedAt, String actor, String what, String why) {
        this.id = UUID.randomUUID();
        this.assignmentId = assignmentId;
        this.happenedAt = happenedAt;
        this.actor = actor;
        this.what = what;
        this.why = why;
    }

    public Instant happenedAt() {
        return happenedAt;
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
