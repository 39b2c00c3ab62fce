package vn.trienkhai.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** One line of the history of a programme or of one of its visits. Never changed. */
@Audited
@Entity
@Table(name = "inspection_event")
public class InspectionEvent {

    @Id
    private UUID id;

    private UUID programmeId;
    private UUID visitId;
    private Instant happenedAt;
    private String actor;
    private String what;
    private String why;

    protected InspectionEvent() {}

    InspectionEvent(UUID programmeId, UUID visitId, Instant happenedAt, String actor, String what, String why) {
        this.id = UUID.randomUUID();
        this.programmeId = programmeId;
        this.visitId = visitId;
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

    /** Vietnamese, for example "Dời ngày kiểm tra từ 10/08/2021 sang 17/08/2021". */
    public String what() {
        return what;
    }

    public Optional<String> why() {
        return Optional.ofNullable(why);
    }
}
