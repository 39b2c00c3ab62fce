package vn.trienkhai.reporting;

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
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/** Yêu cầu báo cáo: who asks, by which document, what, of whom, for which period, by when. */
@Audited
@Entity
@Table(name = "report_request")
class ReportRequest {

    @Id
    private UUID id;

    @Version
    private int version;

    private String planId;
    private String name;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    private String requester;
    private String requestedBy;
    private Instant requestedAt;
    private String content;
    private String basisNumber;
    private LocalDate basisDate;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private Integer legalYear;
    private String unitsTerm;
    private LocalDate unitsDue;
    private LocalDate waitingUntil;
    private String wholeTerm;
    private LocalDate wholeDue;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private String receiver;
    private String sendBy;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private Instant closedAt;
    private String closedBy;
    private String withdrawnWhy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_request_unit", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "unit")
    private List<String> units = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_request_heading", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "heading")
    private List<String> outline = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_request_figure", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "dimension")
    @Enumerated(EnumType.STRING)
    private List<Dimension> figuresWanted = new ArrayList<>();

    protected ReportRequest() {}

    void requestedNowBy(String unit) {
        requester = unit;
    }

    ReportRequest(ReportRequestOrder order, String requester, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.planId = order.planId();
        this.name = order.name();
        this.kind = order.kind();
        this.requester = requester;
        this.requestedBy = by;
        this.requestedAt = at;
        this.content = order.content();
        this.basisNumber = order.basisNumber();
        this.basisDate = order.basisDate();
        this.periodFrom = order.from();
        this.periodTo = order.to();
        this.legalYear = order.kind() == ReportKind.YEARLY ? order.to().getYear() : null;
        this.unitsTerm = order.unitsTerm().text();
        this.unitsDue = order.unitsDue();
        this.waitingUntil = order.unitsDue();
        this.wholeTerm = order.wholeTerm().text();
        this.wholeDue = order.wholeDue();
        this.urgency = order.urgency();
        this.receiver = order.receiver();
        this.sendBy = order.sendBy();
        this.status = RequestStatus.COLLECTING;
        this.units.addAll(order.units());
        this.figuresWanted.addAll(order.figuresWanted());
        this.outline.addAll(order.outline());
    }

    /** Waits for late units; their own deadline stays what it was. */
    void waitUntil(LocalDate later, LocalDate today) {
        require(RequestStatus.COLLECTING);
        if (later.isBefore(today) || later.isAfter(wholeDue)) {
            throw FormRefused.at(
                    "newDue",
                    "Mong đợi ngày từ hôm nay đến hạn của báo cáo chung (%s), gặp %s."
                            .formatted(VietnamTime.format(wholeDue), VietnamTime.format(later)));
        }
        waitingUntil = later;
    }

    /** The days off changed: the same terms come to other days. */
    void dueOn(LocalDate units, LocalDate waiting, LocalDate whole) {
        unitsDue = units;
        waitingUntil = waiting;
        wholeDue = whole;
    }

    void closeCollection() {
        require(RequestStatus.COLLECTING);
        status = RequestStatus.CONSOLIDATING;
    }

    void submitForApproval() {
        require(RequestStatus.CONSOLIDATING);
        status = RequestStatus.AWAITING_APPROVAL;
    }

    void sendBack() {
        require(RequestStatus.AWAITING_APPROVAL);
        status = RequestStatus.CONSOLIDATING;
    }

    void issue(Instant at, String by) {
        require(RequestStatus.AWAITING_APPROVAL);
        close(RequestStatus.ISSUED, at, by);
    }

    void withdraw(String why, Instant at, String by) {
        if (status.isClosed()) {
            throw FormRefused.because("Yêu cầu “%s” đã kết thúc ngày %s: %s."
                    .formatted(name, VietnamTime.format(VietnamTime.dateOf(closedAt)), status.label()));
        }
        withdrawnWhy = why;
        legalYear = null; // people may ask anew
        close(RequestStatus.WITHDRAWN, at, by);
    }

    private void close(RequestStatus outcome, Instant at, String by) {
        status = outcome;
        closedAt = at;
        closedBy = by;
    }

    private void require(RequestStatus expected) {
        if (status != expected) {
            throw FormRefused.because(
                    "Yêu cầu “%s” đang ở trạng thái “%s”, không làm được bước này.".formatted(name, status.label()));
        }
    }

    UUID id() {
        return id;
    }

    String planId() {
        return planId;
    }

    String name() {
        return name;
    }

    ReportKind kind() {
        return kind;
    }

    /** The unit that asks. */
    String requester() {
        return requester;
    }

    /** User id; null where the program asks by itself, once a year. */
    String requestedBy() {
        return requestedBy;
    }

    String content() {
        return content;
    }

    /** Number of the document that asks (Nghị định 09/2019/NĐ-CP: a request is made in writing). */
    String basisNumber() {
        return basisNumber;
    }

    LocalDate basisDate() {
        return basisDate;
    }

    /** First day of the data, inclusive. */
    LocalDate from() {
        return periodFrom;
    }

    /** Last day of the data, inclusive. */
    LocalDate to() {
        return periodTo;
    }

    /** The units' deadline as it was given. */
    DeadlineTerm unitsTerm() {
        return termOf(unitsTerm, unitsDue);
    }

    /** The deadline of the whole as it was given. */
    DeadlineTerm wholeTerm() {
        return termOf(wholeTerm, wholeDue);
    }

    private DeadlineTerm termOf(String text, LocalDate day) {
        return text == null ? DeadlineTerm.on(day) : DeadlineTerm.parse(text, VietnamTime.dateOf(requestedAt));
    }

    /** Last day for the units, inclusive. */
    LocalDate unitsDue() {
        return unitsDue;
    }

    /** Until when the lead agency waits for units: their deadline, or later if it decided so. */
    LocalDate waitingUntil() {
        return waitingUntil;
    }

    LocalDate wholeDue() {
        return wholeDue;
    }

    Urgency urgency() {
        return urgency;
    }

    /** To whom the report goes, as it is addressed. */
    Optional<String> receiver() {
        return Optional.ofNullable(receiver);
    }

    /** By what the figures are to be broken down; everything where a request does not say. */
    List<Dimension> figuresWanted() {
        return figuresWanted.isEmpty() ? List.of(Dimension.values()) : List.copyOf(figuresWanted);
    }

    Optional<String> sendBy() {
        return Optional.ofNullable(sendBy);
    }

    RequestStatus status() {
        return status;
    }

    Optional<String> withdrawnWhy() {
        return Optional.ofNullable(withdrawnWhy);
    }

    /** The units asked, in the order named. */
    List<String> units() {
        return List.copyOf(units);
    }

    List<String> outline() {
        return List.copyOf(outline);
    }
}
