package vn.trienkhai.inspection;

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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/** Cuộc kiểm tra: the inspection of one unit, from notice to conclusion. Changed only by this module. */
@Audited
@Entity
@Table(name = "inspection_visit")
public class InspectionVisit {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID programmeId;
    private String unit;
    private LocalDate visitDate;
    private String inspectors;

    @Enumerated(EnumType.STRING)
    private VisitProgress progress;

    private String noticeContent;
    private Instant noticeSentAt;
    private LocalDate selfReportDue;
    private String selfReport;
    private Instant selfReportedAt;
    private String selfReportedBy;
    private LocalDate visitedOn;
    private String visitedBy;
    private String minutes;
    private Instant confirmedAt;
    private String confirmedBy;
    private String reservation;
    private String conclusion;
    private Instant endedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "inspection_finding", joinColumns = @JoinColumn(name = "visit_id"))
    @OrderColumn(name = "ordinal")
    private List<Finding> findings = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "inspection_self_report_file", joinColumns = @JoinColumn(name = "visit_id"))
    @Column(name = "attachment_id")
    private Set<UUID> selfReportFiles = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "inspection_visit_file", joinColumns = @JoinColumn(name = "visit_id"))
    @Column(name = "attachment_id")
    private Set<UUID> visitFiles = new HashSet<>();

    protected InspectionVisit() {}

    InspectionVisit(UUID id, UUID programmeId, InspectionProposal.Stop stop) {
        this.id = id;
        this.programmeId = programmeId;
        this.unit = stop.unit();
        this.visitDate = stop.visitDate();
        this.inspectors = String.join(",", stop.inspectors());
        this.progress = VisitProgress.PROPOSED;
    }

    void open() {
        require(VisitProgress.PROPOSED);
        progress = VisitProgress.AWAITING_NOTICE;
    }

    void abandon(Instant at) {
        require(VisitProgress.PROPOSED);
        end(VisitProgress.CANCELLED, at);
    }

    void notify(LocalDate day, String content, LocalDate reportDue, Instant at) {
        require(VisitProgress.AWAITING_NOTICE);
        visitDate = day;
        noticeContent = content;
        selfReportDue = reportDue;
        noticeSentAt = at;
        progress = VisitProgress.AWAITING_SELF_REPORT;
    }

    void reportItself(String text, Collection<UUID> files, Instant at, String by) {
        require(VisitProgress.AWAITING_SELF_REPORT);
        selfReport = text;
        selfReportFiles.clear();
        selfReportFiles.addAll(files);
        selfReportedAt = at;
        selfReportedBy = by;
        progress = VisitProgress.AWAITING_VISIT;
    }

    void postponeTo(LocalDate day) {
        requireVisitDue();
        visitDate = day;
        progress = VisitProgress.AWAITING_NOTICE;
    }

    void conduct(LocalDate day, List<Finding> found, Collection<UUID> files, String by) {
        requireVisitDue();
        visitedOn = day;
        visitedBy = by;
        findings.clear();
        findings.addAll(found);
        visitFiles.addAll(files);
        progress = VisitProgress.AWAITING_CONFIRMATION;
    }

    void confirm(String withReservation, boolean recommended, Instant at, String by) {
        require(VisitProgress.AWAITING_CONFIRMATION);
        reservation = withReservation;
        confirmedAt = at;
        confirmedBy = by;
        progress = recommended ? VisitProgress.FOLLOW_UP : VisitProgress.AWAITING_CONCLUSION;
    }

    /** The unit to be inspected ended: the one in its place answers for it. */
    void passTo(String newUnit) {
        unit = newUnit;
    }

    void minute(String text) {
        minutes = text;
    }

    void recommendationsVerified() {
        require(VisitProgress.FOLLOW_UP);
        progress = VisitProgress.AWAITING_CONCLUSION;
    }

    void close(String text, Instant at) {
        require(VisitProgress.AWAITING_CONCLUSION);
        conclusion = text;
        end(VisitProgress.CLOSED, at);
    }

    void cancel(Instant at) {
        if (!progress.isBeforeTheVisit()) {
            throw FormRefused.because(
                    "Không hủy được: cuộc kiểm tra đang ở trạng thái “%s”; chỉ hủy được trước khi kiểm tra tại đơn vị."
                            .formatted(progress.label()));
        }
        end(VisitProgress.CANCELLED, at);
    }

    private void end(VisitProgress outcome, Instant at) {
        progress = outcome;
        endedAt = at;
    }

    /** The day of the visit may come before the unit has reported. */
    private void requireVisitDue() {
        require(VisitProgress.AWAITING_SELF_REPORT, VisitProgress.AWAITING_VISIT);
    }

    private void require(VisitProgress... allowed) {
        if (!List.of(allowed).contains(progress)) {
            throw FormRefused.because("Cuộc kiểm tra đang ở trạng thái “%s”, không làm được bước này; mong đợi “%s”."
                    .formatted(progress.label(), allowed[0].label()));
        }
    }

    public UUID id() {
        return id;
    }

    public UUID programmeId() {
        return programmeId;
    }

    /** The inspected unit. */
    public String unit() {
        return unit;
    }

    /** Day for which the visit is planned. */
    public LocalDate visitDate() {
        return visitDate;
    }

    /** User ids of those who inspect. */
    public List<String> inspectors() {
        return List.of(inspectors.split(","));
    }

    public VisitProgress progress() {
        return progress;
    }

    public Optional<String> noticeContent() {
        return Optional.ofNullable(noticeContent);
    }

    public Optional<Instant> noticeSentAt() {
        return Optional.ofNullable(noticeSentAt);
    }

    /** Last day on which the self-report is asked, inclusive. */
    public Optional<LocalDate> selfReportDue() {
        return Optional.ofNullable(selfReportDue);
    }

    public Optional<String> selfReport() {
        return Optional.ofNullable(selfReport);
    }

    public Optional<Instant> selfReportedAt() {
        return Optional.ofNullable(selfReportedAt);
    }

    public Optional<String> selfReportedBy() {
        return Optional.ofNullable(selfReportedBy);
    }

    public Set<UUID> selfReportFiles() {
        return Set.copyOf(selfReportFiles);
    }

    /** Day on which the visit took place; empty before. */
    public Optional<LocalDate> visitedOn() {
        return Optional.ofNullable(visitedOn);
    }

    /** User id of who recorded the visit; empty before. */
    public Optional<String> visitedBy() {
        return Optional.ofNullable(visitedBy);
    }

    /** One line for each duty that the unit owes, in the order of the plan; empty before the visit. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public Set<UUID> visitFiles() {
        return Set.copyOf(visitFiles);
    }

    /** Text of the minutes (biên bản). */
    public Optional<String> minutes() {
        return Optional.ofNullable(minutes);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    /** What the unit does not agree with; empty if it agrees with everything. */
    public Optional<String> reservation() {
        return Optional.ofNullable(reservation);
    }

    public Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
