package vn.trienkhai.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.form.FormRefused;

/** A unit's request for more time and what was decided on it. Decided once. */
@Audited
@Entity
@Table(name = "deadline_extension")
class DeadlineExtension {

    enum Decision {
        GRANTED,
        REFUSED,
        /** The assignment ended, or its deadline moved, before anybody decided. */
        LAPSED
    }

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID assignmentId;
    private String askedBy;
    private Instant askedAt;
    private LocalDate dueThen;

    @Enumerated(EnumType.STRING)
    private DeadlineTerm.Kind termKind;

    private LocalDate termDate;
    private int termDays;
    private LocalDate askedDue;
    private String reason;
    private String decidedBy;
    private Instant decidedAt;
    private LocalDate grantedDue;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private String decidedWhy;

    protected DeadlineExtension() {}

    DeadlineExtension(
            Assignment assignment,
            DeadlineTerm term,
            LocalDate askedDue,
            String reason,
            String askedBy,
            Instant askedAt) {
        this.id = UUID.randomUUID();
        this.assignmentId = assignment.id();
        this.dueThen = assignment.due().orElseThrow();
        this.termKind = term.kind();
        this.termDate = term.date();
        this.termDays = term.days();
        this.askedDue = askedDue;
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    void grant(LocalDate due, String why, String by, Instant at) {
        decide(Decision.GRANTED, why, by, at);
        grantedDue = due;
    }

    void refuse(String why, String by, Instant at) {
        decide(Decision.REFUSED, why, by, at);
    }

    void lapse(Instant at) {
        decide(Decision.LAPSED, null, null, at);
    }

    private void decide(Decision outcome, String why, String by, Instant at) {
        if (decision != null) {
            throw FormRefused.because("Đề nghị gia hạn này đã được quyết định.");
        }
        decision = outcome;
        decidedWhy = why;
        decidedBy = by;
        decidedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    /** Last day on time when it was asked. */
    LocalDate dueThen() {
        return dueThen;
    }

    DeadlineTerm term() {
        return new DeadlineTerm(termKind, termDate, termDays);
    }

    /** Last day on time that was asked for. */
    LocalDate askedDue() {
        return askedDue;
    }

    String reason() {
        return reason;
    }

    /** Empty while it waits. */
    Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }
}
