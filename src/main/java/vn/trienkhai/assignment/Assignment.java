package vn.trienkhai.assignment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
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
import vn.trienkhai.calendar.Deadline;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.FormRefused;

/** Giao việc: one unit owes one thing by a date. Readable by all modules, changed only by this one. */
@Audited
@Entity
@Table(name = "assignment")
@EntityListeners(AssignmentStateRecorder.class)
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
    private boolean urgent;
    private String subject;
    private String instruction;

    @Enumerated(EnumType.STRING)
    private DeadlineTerm.Kind termKind;

    private LocalDate termDate;
    private Integer termDays;
    private LocalDate due;
    private Instant dueAt;
    private String dueExplained;
    private LocalDate stoppedOn;

    @Enumerated(EnumType.STRING)
    private Progress heldProgress;

    private String workProcess;

    @Enumerated(EnumType.STRING)
    private Progress progress;

    private Instant openedAt;
    private Instant submittedAt;
    private Instant closedAt;
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
        this.urgent = order.urgent();
        this.subject = order.subject();
        this.instruction = order.instruction();
        this.workProcess = order.workProcess();
        this.progress = Progress.AWAITING_RECEIPT;
        this.openedAt = openedAt;
    }

    void receive() {
        require(Progress.AWAITING_RECEIPT);
        progress = Progress.AWAITING_HANDOUT;
    }

    void refuse(LocalDate today) {
        require(Progress.AWAITING_RECEIPT);
        progress = Progress.REFUSED;
        stoppedOn = today;
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
        stoppedOn = VietnamTime.dateOf(at);
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

    void owedBy(DeadlineTerm term, Deadline deadline, Instant lastMoment) {
        requireOpen();
        termKind = term.kind();
        termDate = term.date();
        termDays = term.days();
        due = deadline.lastDay();
        dueAt = lastMoment;
        dueExplained = deadline.explanation();
    }

    void hold(LocalDate today) {
        require(Progress.AWAITING_RECEIPT, Progress.AWAITING_HANDOUT, Progress.IN_PROGRESS, Progress.REDO);
        heldProgress = progress;
        progress = Progress.ON_HOLD;
        stoppedOn = today;
    }

    void resume() {
        require(Progress.ON_HOLD);
        progress = heldProgress;
        heldProgress = null;
    }

    /** Another unit owes it from now on, as it stands; or another one asks for it. */
    void passTo(String newUnit, String newAssigner) {
        requireOpen();
        unit = newUnit;
        assigner = newAssigner;
    }

    /** Since when somebody else had the next step, which from now on the unit has again. */
    Optional<LocalDate> startClockAgain() {
        var since = Optional.ofNullable(stoppedOn);
        stoppedOn = null;
        return since;
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

    /** Grows with every change. */
    int version() {
        return version;
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

    /** Whether its ladder has shorter steps. */
    public boolean isUrgent() {
        return urgent;
    }

    public String subject() {
        return subject;
    }

    public Optional<String> instruction() {
        return Optional.ofNullable(instruction);
    }

    /** Last day on time, inclusive; a working day when it was set. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    /** How the deadline was given. */
    public Optional<DeadlineTerm> deadlineTerm() {
        return Optional.ofNullable(termKind).map(kind -> new DeadlineTerm(kind, termDate, termDays));
    }

    /** One sentence that says how the last day came about. */
    public Optional<String> dueExplained() {
        return Optional.ofNullable(dueExplained).filter(text -> !text.isBlank());
    }

    /** @see AssignmentState#clockRuns */
    public boolean clockRuns() {
        return state().clockRuns();
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

    /** What of it counts, as it is now; {@link Assignments#ofPlanAt} tells it as it was. */
    public AssignmentState state() {
        return new AssignmentState(
                id,
                planId,
                dutyCode,
                origin(),
                subject,
                assigner,
                openedAt,
                unit,
                binding,
                progress,
                due,
                dueAt,
                stoppedOn,
                submittedAt,
                closedAt);
    }

    /** @see AssignmentState#isLateAt */
    public boolean isLateAt(Instant moment) {
        return state().isLateAt(moment);
    }

    /** @see AssignmentState#deadlineStateAt */
    public DeadlineState deadlineStateAt(Instant moment, WorkingCalendar calendar) {
        return state().deadlineStateAt(moment, calendar);
    }
}
