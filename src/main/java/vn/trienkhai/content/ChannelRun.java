package vn.trienkhai.content;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/** One approved content on one channel of one unit: planned, then carried out, replaced by another channel, or dropped. */
@Audited
@Entity
@Table(name = "channel_run")
class ChannelRun {

    @Id
    private UUID id;

    @Version
    private int version;

    private String planId;
    private String unit;
    private String dutyCode;
    private UUID assignmentId;
    private UUID contentId;
    private int contentVersion;
    private String channel;
    private String substituteFor;
    private String substituteWhy;
    private LocalDate plannedFrom;
    private LocalDate plannedTo;
    private String plannedPlace;

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    private String reason;
    private UUID evidenceId;
    private Instant closedAt;
    private String closedBy;
    private boolean underCorrection;
    private LocalDate correctedOn;
    private String correctionNote;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "channel_run_proof", joinColumns = @JoinColumn(name = "channel_run_id"))
    @Column(name = "attachment_id")
    private Set<UUID> proofs = new HashSet<>();

    protected ChannelRun() {}

    /** The unit that was to carry it out ended. */
    void passTo(String newUnit) {
        unit = newUnit;
    }

    ChannelRun(Assignment assignment, UUID contentId, int contentVersion, RunPlan plan) {
        this.id = UUID.randomUUID();
        this.planId = assignment.planId();
        this.unit = assignment.unit();
        this.dutyCode = assignment.dutyCode().orElse(null);
        this.assignmentId = assignment.id();
        this.contentId = contentId;
        this.contentVersion = contentVersion;
        this.channel = plan.channel();
        this.substituteFor = plan.substituteFor();
        this.substituteWhy = plan.substituteWhy();
        this.plannedFrom = plan.from();
        this.plannedTo = plan.to();
        this.plannedPlace = plan.place();
        this.status = RunStatus.PLANNED;
    }

    void carriedOut(int withVersion, UUID evidence, String by, Instant at) {
        requirePlanned();
        contentVersion = withVersion;
        evidenceId = evidence;
        close(RunStatus.DONE, null, by, at);
    }

    void drop(RunStatus outcome, String why, String by, Instant at) {
        requirePlanned();
        close(outcome, why, by, at);
    }

    /** Somebody asked to correct or withdraw it; nobody else can until that is decided and done. */
    void beginCorrection() {
        requireOut();
        if (underCorrection) {
            throw FormRefused.at("runs", "Đã có đề nghị đính chính hoặc thu hồi đang chờ trên kênh này.");
        }
        underCorrection = true;
    }

    void endCorrection() {
        underCorrection = false;
    }

    void corrected(UUID newEvidence, LocalDate on, String note, Set<UUID> files) {
        requireOut();
        evidenceId = newEvidence;
        note(on, note, files);
    }

    void withdrawn(LocalDate on, String note, Set<UUID> files) {
        requireOut();
        status = RunStatus.WITHDRAWN;
        note(on, note, files);
    }

    private void note(LocalDate on, String note, Set<UUID> files) {
        underCorrection = false;
        correctedOn = on;
        correctionNote = note;
        proofs.addAll(files);
    }

    private void close(RunStatus outcome, String why, String by, Instant at) {
        status = outcome;
        reason = why;
        closedBy = by;
        closedAt = at;
    }

    private void requirePlanned() {
        if (status != RunStatus.PLANNED) {
            throw FormRefused.because("Kênh này đã kết thúc: %s.".formatted(status.label()));
        }
    }

    private void requireOut() {
        if (status != RunStatus.DONE) {
            throw FormRefused.at(
                    "runs",
                    "Chỉ đính chính hoặc thu hồi được nội dung đã phát hành, gặp: %s.".formatted(status.label()));
        }
    }

    UUID id() {
        return id;
    }

    String planId() {
        return planId;
    }

    String unit() {
        return unit;
    }

    Optional<String> dutyCode() {
        return Optional.ofNullable(dutyCode);
    }

    Optional<UUID> assignment() {
        return Optional.ofNullable(assignmentId);
    }

    UUID content() {
        return contentId;
    }

    /** Which version of the content it was planned for or, once done, went out. */
    int contentVersion() {
        return contentVersion;
    }

    String channel() {
        return channel;
    }

    /** The channel that does not exist at the unit and for which this one stands. */
    Optional<String> substituteFor() {
        return Optional.ofNullable(substituteFor);
    }

    Optional<String> substituteWhy() {
        return Optional.ofNullable(substituteWhy);
    }

    Optional<LocalDate> plannedFrom() {
        return Optional.ofNullable(plannedFrom);
    }

    Optional<LocalDate> plannedTo() {
        return Optional.ofNullable(plannedTo);
    }

    Optional<String> plannedPlace() {
        return Optional.ofNullable(plannedPlace);
    }

    RunStatus status() {
        return status;
    }

    /** Why it was not carried out; empty if it was. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** What counts for it; empty until it is carried out. */
    Optional<UUID> evidence() {
        return Optional.ofNullable(evidenceId);
    }

    boolean isUnderCorrection() {
        return underCorrection;
    }

    Optional<LocalDate> correctedOn() {
        return Optional.ofNullable(correctedOn);
    }

    Optional<String> correctionNote() {
        return Optional.ofNullable(correctionNote);
    }

    /** Files that show the correction or the withdrawal. */
    Set<UUID> proofs() {
        return Set.copyOf(proofs);
    }
}
