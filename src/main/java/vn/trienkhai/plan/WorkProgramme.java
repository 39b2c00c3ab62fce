package vn.trienkhai.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/** Chương trình công tác: what a plan asks for in one quarter, year or campaign. Changed only by {@link WorkProgrammes}. */
@Audited
@Entity
@Table(name = "work_programme")
public class WorkProgramme {

    @Id
    private UUID id;

    @Version
    private int version;

    private String planId;

    @Enumerated(EnumType.STRING)
    private ProgrammeKind kind;

    private String name;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private String topic;
    private String note;

    @Enumerated(EnumType.STRING)
    private ProgrammeStatus status;

    private Instant proposedAt;
    private String proposedBy;
    private Instant approvedAt;
    private String approvedBy;
    private Instant closedAt;
    private String conclusion;
    private int openedLines;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "work_programme_duty", joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "duty_code")
    private List<String> duties = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "programme_item", joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "ordinal")
    private List<ProgrammeItem> items = new ArrayList<>();

    protected WorkProgramme() {}

    WorkProgramme(ProgrammeProposal proposal, String proposedBy, Instant proposedAt) {
        this.id = UUID.randomUUID();
        this.planId = proposal.planId();
        this.kind = proposal.period().kind();
        this.name = proposal.name();
        this.periodFrom = proposal.period().from();
        this.periodTo = proposal.period().to();
        this.topic = proposal.topic();
        this.note = proposal.note();
        this.duties = new ArrayList<>(proposal.duties());
        this.status = ProgrammeStatus.PREPARING;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    void propose(List<ProgrammeItem> proposed) {
        require(ProgrammeStatus.PREPARING);
        items.clear();
        items.addAll(proposed);
    }

    void prepare(List<ProgrammeItem> prepared) {
        require(ProgrammeStatus.PREPARING);
        for (int i = 0; i < prepared.size(); i++) {
            items.set(i, prepared.get(i));
        }
        status = ProgrammeStatus.SUBMITTED;
    }

    void prepareAgain() {
        require(ProgrammeStatus.SUBMITTED);
        status = ProgrammeStatus.PREPARING;
    }

    void reject() {
        require(ProgrammeStatus.SUBMITTED);
        status = ProgrammeStatus.REJECTED;
    }

    void approve(String by, Instant at) {
        require(ProgrammeStatus.SUBMITTED);
        status = ProgrammeStatus.APPROVED;
        approvedBy = by;
        approvedAt = at;
    }

    void close(String text, Instant at) {
        require(ProgrammeStatus.UNDER_WAY);
        status = ProgrammeStatus.CLOSED;
        conclusion = text;
        closedAt = at;
    }

    private void require(ProgrammeStatus expected) {
        if (status != expected) {
            throw FormRefused.because("Chương trình “%s” đang ở trạng thái “%s”, không phải “%s”."
                    .formatted(name, status.label(), expected.label()));
        }
    }

    public UUID id() {
        return id;
    }

    public String planId() {
        return planId;
    }

    public String name() {
        return name;
    }

    public ProgrammePeriod period() {
        return new ProgrammePeriod(kind, periodFrom, periodTo);
    }

    /** What stands for the period behind the names of its assignments: "quý III/2021", or the name of a campaign. */
    public String label() {
        return kind == ProgrammeKind.CAMPAIGN ? name : period().label();
    }

    /** Code of the topic that it concentrates on; empty if on none. */
    public Optional<String> topic() {
        return Optional.ofNullable(topic);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public ProgrammeStatus status() {
        return status;
    }

    /** Codes of the duties that it is about. */
    public List<String> duties() {
        return List.copyOf(duties);
    }

    /** Every line, included or not. */
    public List<ProgrammeItem> items() {
        return List.copyOf(items);
    }

    public List<ProgrammeItem> includedItems() {
        return items.stream().filter(ProgrammeItem::included).toList();
    }

    /** How many of the included lines have become assignments; they are opened part by part. */
    public int openedLines() {
        return openedLines;
    }

    /** User id; empty when the program proposed it ahead of a quarter. */
    public Optional<String> proposedBy() {
        return Optional.ofNullable(proposedBy);
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** User id of the leader who approved it. */
    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }
}
