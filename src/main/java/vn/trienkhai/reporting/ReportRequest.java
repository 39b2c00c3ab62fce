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
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/** Yêu cầu báo cáo, and the consolidated report that answers it. */
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
    private LocalDate unitsDue;
    private LocalDate wholeDue;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private String sendBy;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private Instant figuresAsOf;
    private Instant closedAt;
    private String closedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_request_unit", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "unit")
    private List<String> units = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_section", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "ordinal")
    private List<ReportSection> sections = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_figure", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "ordinal")
    private List<ReportFigure> figures = new ArrayList<>();

    protected ReportRequest() {}

    ReportRequest(UUID id, ReportRequestOrder order, String by, Instant at) {
        this.id = id;
        this.planId = order.planId();
        this.name = order.name();
        this.kind = order.kind();
        this.requester = order.requester();
        this.requestedBy = by;
        this.requestedAt = at;
        this.content = order.content();
        this.basisNumber = order.basisNumber();
        this.basisDate = order.basisDate();
        this.periodFrom = order.from();
        this.periodTo = order.to();
        this.unitsDue = order.unitsDue();
        this.wholeDue = order.wholeDue();
        this.urgency = order.urgency();
        this.sendBy = order.sendBy();
        this.status = RequestStatus.COLLECTING;
        this.units.addAll(order.units());
        order.outline().forEach(heading -> sections.add(new ReportSection(heading, null)));
    }

    void waitUntil(LocalDate later) {
        requireOpen();
        if (!later.isAfter(unitsDue) || !later.isBefore(wholeDue)) {
            throw FormRefused.at("newDue", "Hạn mới phải sau hạn cũ và trước hạn của báo cáo chung.");
        }
        unitsDue = later;
    }

    /** @param bodies one for each heading, in order */
    void consolidate(List<String> bodies, ReportFigures counted, Instant asOf) {
        requireOpen();
        if (bodies.size() != sections.size()) {
            throw FormRefused.because(
                    "Mong đợi %d mục theo đề cương, gặp %d.".formatted(sections.size(), bodies.size()));
        }
        var written = new ArrayList<ReportSection>();
        for (int i = 0; i < bodies.size(); i++) {
            written.add(new ReportSection(sections.get(i).heading(), bodies.get(i)));
        }
        sections.clear();
        sections.addAll(written);
        figures.clear();
        for (var dimension : Dimension.values()) {
            counted.by(dimension)
                    .forEach((item, amounts) -> amounts.forEach(
                            (measure, amount) -> figures.add(new ReportFigure(dimension, item, measure, amount))));
        }
        figuresAsOf = asOf;
        status = RequestStatus.CONSOLIDATED;
    }

    void sendBack() {
        requireConsolidated();
        status = RequestStatus.COLLECTING;
    }

    void issue(Instant at, String by) {
        requireConsolidated();
        close(RequestStatus.ISSUED, at, by);
    }

    void withdraw(Instant at, String by) {
        requireOpen();
        close(RequestStatus.WITHDRAWN, at, by);
    }

    private void close(RequestStatus outcome, Instant at, String by) {
        status = outcome;
        closedAt = at;
        closedBy = by;
    }

    private void requireOpen() {
        if (status.isClosed()) {
            throw FormRefused.because("Yêu cầu “%s” đã kết thúc: %s.".formatted(name, status.label()));
        }
    }

    private void requireConsolidated() {
        if (status != RequestStatus.CONSOLIDATED) {
            throw FormRefused.because("Báo cáo “%s” chưa được tổng hợp.".formatted(name));
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

    String requester() {
        return requester;
    }

    String requestedBy() {
        return requestedBy;
    }

    String content() {
        return content;
    }

    String basisNumber() {
        return basisNumber;
    }

    LocalDate basisDate() {
        return basisDate;
    }

    LocalDate from() {
        return periodFrom;
    }

    LocalDate to() {
        return periodTo;
    }

    LocalDate unitsDue() {
        return unitsDue;
    }

    LocalDate wholeDue() {
        return wholeDue;
    }

    Urgency urgency() {
        return urgency;
    }

    Optional<String> sendBy() {
        return Optional.ofNullable(sendBy);
    }

    RequestStatus status() {
        return status;
    }

    /** The moment at which its figures were counted; empty until consolidated. */
    Optional<Instant> figuresAsOf() {
        return Optional.ofNullable(figuresAsOf);
    }

    List<String> units() {
        return List.copyOf(units);
    }

    List<ReportSection> sections() {
        return List.copyOf(sections);
    }

    /** The figures as counted when it was consolidated. */
    ReportFigures figures() {
        var stored = new ReportFigures();
        figures.forEach(figure -> stored.add(figure.dimension(), figure.item(), figure.measure(), figure.amount()));
        return stored;
    }
}
