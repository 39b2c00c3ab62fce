package vn.trienkhai.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** Kiến nghị: what the inspected unit has to put right by a date. It becomes an assignment when the minutes are confirmed. */
@Audited
@Entity
@Table(name = "inspection_recommendation")
public class Recommendation {

    @Id
    private UUID id;

    private UUID visitId;
    private int ordinal;
    private String wording;
    private LocalDate due;
    private String dutyCode;
    private UUID assignmentId;

    protected Recommendation() {}

    Recommendation(UUID visitId, int ordinal, String wording, LocalDate due, String dutyCode) {
        this.id = UUID.randomUUID();
        this.visitId = visitId;
        this.ordinal = ordinal;
        this.wording = wording;
        this.due = due;
        this.dutyCode = dutyCode;
    }

    void becomes(UUID assignment) {
        assignmentId = assignment;
    }

    public UUID visitId() {
        return visitId;
    }

    public String wording() {
        return wording;
    }

    /** Last day on time, inclusive. */
    public LocalDate due() {
        return due;
    }

    /** The duty that it is about; empty if about none in particular. */
    public Optional<String> dutyCode() {
        return Optional.ofNullable(dutyCode);
    }

    /** The assignment that it became; empty until the unit has confirmed the minutes. */
    public Optional<UUID> assignmentId() {
        return Optional.ofNullable(assignmentId);
    }
}
