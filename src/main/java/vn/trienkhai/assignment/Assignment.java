package vn.trienkhai.assignment;

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
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;

/** Giao việc: one unit owes one thing by a date. Readable by all modules, changed only by this one. */
@Entity
@Table(name = "assignment")
public class Assignment {

    @Id
    private UUID id;

    @Version
    private int version;

    private String planId;
    private String dutyCode;
    private String originKind;
    private String originId;
    private String unit;
    private String assigner;
    private boolean binding;
    private String subject;
    private String instruction;
    private LocalDate due;
    private String workProcess;

    @Enumerated(EnumType.STRING)
    private Progress progress;

    private Instant openedAt;
    private Instant submittedAt;
    private Instant closedAt;
    private Instant overdueSince;
    private String result;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "assignment_officer", joinColumns = @JoinColumn(name = "assignment_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "user_id")
    private List<String> officers = new ArrayList<>();

    protected Assignment() {}

    Assignment(UUID id, AssignmentOrder order, boolean binding, Instant openedAt) {
        this.id = id;
        this.planId = order.planId();
        this.dutyCode = order.dutyCode();
        this.originKind = order.origin().kind();
        this.originId = order.origin().id();
        this.unit = order.unit();
        this.assigner = order.assigner();
        this.binding = binding;
        this.subject = order.subject();
        this.instruction = order.instruction();
        this.due = order.due();
        this.workProcess = order.workProcess();
        this.progress = Progress.AWAITING_RECEIPT;
        this.openedAt = openedAt;
    }

    void receive() {
        require(Progress.AWAITING_RECEIPT);
        progress = Progress.AWAITING_HANDOUT;
    }

    void refuse() {
        require(Progress.AWAITING_RECEIPT);
        progress = Progress.REFUSED;
    }

    void insist() {
        require(Progress.REFUSED);
        progress = Progress.AWAITING_RECEIPT;
    }

    void handOutTo(List<String> people) {
        requireOpen();
        officers.clear();
        officers.addAll(people);
        if (progress == Progress.AWAITING_HANDOUT) {
            progress = Progress.IN_PROGRESS;
        }
    }

    void submit(String text, Instant at) {
        require(Progress.IN_PROGRESS, Progress.REDO);
        result = text;
        submittedAt = at;
        progress = Progress.AWAITING_REVIEW;
    }

    void redo() {
        require(Progress.AWAITING_REVIEW);
        progress = Progress.REDO;
    }

    void close(Progress outcome, Instant at) {
        requireOpen();
        progress = outcome;
        closedAt = at;
    }

    void becomeOverdue(Instant at) {
        if (!progress.isClosed() && progress != Progress.AWAITING_REVIEW && overdueSince == null) {
            overdueSince = at;
        }
    }

    private void require(Progress... allowed) {
        if (!List.of(allowed).contains(progress)) {
            throw FormRefused.because(
                    "Việc “%s” đang ở trạng thái “%s”, không làm được bước này.".formatted(subject, progress.label()));
        }
    }

    private void requireOpen() {
        if (progress.isClosed()) {
            throw FormRefused.because("Việc “%s” đã kết thúc ngày %s (%s)."
                    .formatted(subject, VietnamTime.format(VietnamTime.dateOf(closedAt)), progress.label()));
        }
    }

    public UUID id() {
        return id;
    }

    public String planId() {
        return planId;
    }

    public Optional<String> dutyCode() {
        return Optional.ofNullable(dutyCode);
    }

    public Origin origin() {
        return new Origin(originKind, originId);
    }

    /** The unit that owes it. */
    public String unit() {
        return unit;
    }

    /** The unit that asks for it and reviews the result. */
    public String assigner() {
        return assigner;
    }

    /** False where a unit can only be asked ("đề nghị phối hợp"): it may decline and is never overdue. */
    public boolean isBinding() {
        return binding;
    }

    public String subject() {
        return subject;
    }

    public Optional<String> instruction() {
        return Optional.ofNullable(instruction);
    }

    /** Last day on time, inclusive. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    public Optional<String> workProcess() {
        return Optional.ofNullable(workProcess);
    }

    public Progress progress() {
        return progress;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<String> result() {
        return Optional.ofNullable(result);
    }

    /** User ids of those who do the work; empty until handed out. */
    public List<String> officers() {
        return List.copyOf(officers);
    }

    /**
     * Whether it is late at a moment: open past the end of its last day, or submitted past it. Waiting for the reviewer is
     * not charged to the unit; who can only be asked is never late.
     */
    public boolean isLateAt(Instant moment) {
        if (!binding || due == null || progress == Progress.WITHDRAWN || progress == Progress.TRANSFERRED) {
            return false;
        }
        var judged = submittedAt != null && progress != Progress.REDO ? submittedAt : moment;
        return judged.isAfter(VietnamTime.endOf(due));
    }
}
