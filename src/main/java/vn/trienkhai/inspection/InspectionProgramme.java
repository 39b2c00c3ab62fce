package vn.trienkhai.inspection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/** Chương trình kiểm tra: what the lead agency of a plan wants to inspect, where and when. */
@Audited
@Entity
@Table(name = "inspection_programme")
public class InspectionProgramme {

    @Id
    private UUID id;

    @Version
    private int version;

    private String planId;
    private String leadAgency;
    private String name;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private String content;

    @Enumerated(EnumType.STRING)
    private ProgrammeStatus status;

    private Instant proposedAt;
    private String proposedBy;
    private Instant decidedAt;
    private String decidedBy;

    protected InspectionProgramme() {}

    InspectionProgramme(UUID id, InspectionProposal proposal, String leadAgency, Instant at, String by) {
        this.id = id;
        this.planId = proposal.planId();
        this.leadAgency = leadAgency;
        this.proposedAt = at;
        this.proposedBy = by;
        take(proposal);
    }

    void revise(InspectionProposal proposal) {
        require(ProgrammeStatus.RETURNED);
        take(proposal);
    }

    private void take(InspectionProposal proposal) {
        name = proposal.name();
        periodFrom = proposal.periodFrom();
        periodTo = proposal.periodTo();
        content = proposal.content();
        status = ProgrammeStatus.PROPOSED;
    }

    void ledNowBy(String unit) {
        leadAgency = unit;
    }

    void approve(Instant at, String by) {
        require(ProgrammeStatus.PROPOSED);
        status = ProgrammeStatus.APPROVED;
        decidedAt = at;
        decidedBy = by;
    }

    void sendBack() {
        require(ProgrammeStatus.PROPOSED);
        status = ProgrammeStatus.RETURNED;
    }

    void abandon() {
        require(ProgrammeStatus.RETURNED);
        status = ProgrammeStatus.ABANDONED;
    }

    private void require(ProgrammeStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            throw FormRefused.because("Chương trình “%s” đang ở trạng thái “%s”, không làm được bước này."
                    .formatted(name, status.label()));
        }
    }

    public UUID id() {
        return id;
    }

    public String planId() {
        return planId;
    }

    /** The unit that inspects. */
    public String leadAgency() {
        return leadAgency;
    }

    public String name() {
        return name;
    }

    /** First day of what is inspected, inclusive. */
    public LocalDate periodFrom() {
        return periodFrom;
    }

    /** Last day of what is inspected, inclusive. */
    public LocalDate periodTo() {
        return periodTo;
    }

    public String content() {
        return content;
    }

    public ProgrammeStatus status() {
        return status;
    }

    public String proposedBy() {
        return proposedBy;
    }

    /** When it was approved; empty before. */
    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }
}
