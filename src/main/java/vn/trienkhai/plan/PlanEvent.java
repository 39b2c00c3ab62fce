package vn.trienkhai.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** One line of the history of an adoption or of a programme: what happened, when, by whom, why. Never changed. */
@Audited
@Entity
@Table(name = "plan_event")
public class PlanEvent {

    @Id
    private UUID id;

    private UUID aboutId;
    private Instant happenedAt;
    private String actor;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String what;
    private String why;

    /** What happened, for the program; {@link #what()} says it for people. */
    public enum Kind {
        PROPOSED,
        CONFIRMED,
        SUBMITTED,
        RETURNED,
        APPROVED,
        REJECTED,
        SENT,
        RECEIVED,
        CLOSED
    }

    protected PlanEvent() {}

    PlanEvent(UUID aboutId, Instant happenedAt, String actor, Kind kind, String what, String why) {
        this.id = UUID.randomUUID();
        this.aboutId = aboutId;
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

    /** Vietnamese, for example "Trả lại chương trình". */
    public String what() {
        return what;
    }

    public Optional<String> why() {
        return Optional.ofNullable(why);
    }
}
