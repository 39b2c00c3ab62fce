package vn.trienkhai.reporting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/**
 * Báo cáo: the consolidated text with its figures as they were at one moment. It keeps what it counted, so that later
 * entries of evidence do not change what was reported.
 */
@Audited
@Entity
@Table(name = "report")
class Report {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID requestId;
    private Instant figuresAsOf;
    private int figuresRules;
    private String consolidatedBy;
    private Instant approvedAt;
    private String approvedBy;

    private UUID documentId;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_paragraph", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "ordinal")
    private List<ReportParagraph> paragraphs = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_figure", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "ordinal")
    private List<ReportFigure> figures = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "report_unit", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "ordinal")
    private List<ReportUnit> units = new ArrayList<>();

    protected Report() {}

    Report(UUID requestId) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
    }

    void consolidate(
            List<ReportParagraph> text, ReportFigures counted, List<ReportUnit> standings, Instant asOf, String by) {
        requireDraft();
        paragraphs.clear();
        paragraphs.addAll(text);
        figures.clear();
        for (var dimension : Dimension.values()) {
            counted.by(dimension)
                    .forEach((item, amounts) -> amounts.forEach(
                            (measure, figure) -> figures.add(new ReportFigure(dimension, item, measure, figure))));
        }
        units.clear();
        units.addAll(standings);
        figuresAsOf = asOf;
        figuresRules = ReportFigures.RULES;
        consolidatedBy = by;
    }

    /** Who consolidated does not approve: drafting and signing are different hands (Nghị định 30/2020/NĐ-CP, Điều 10–13). */
    void approve(Instant at, String by) {
        requireDraft();
        if (by.equals(consolidatedBy)) {
            throw FormRefused.because("Người tổng hợp không tự phê duyệt báo cáo của mình.");
        }
        approvedAt = at;
        approvedBy = by;
    }

    private void requireDraft() {
        if (approvedAt != null) {
            throw FormRefused.because("Báo cáo đã được phê duyệt, không sửa được nữa.");
        }
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    /** The moment at which its figures were counted. */
    Instant figuresAsOf() {
        return figuresAsOf;
    }

    /** The {@link ReportFigures#RULES} by which they were counted; 0 where it was before the rules had numbers. */
    int figuresRules() {
        return figuresRules;
    }

    String consolidatedBy() {
        return consolidatedBy;
    }

    /** Empty while it is a draft. */
    Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    /** In the order of the outline's headings. */
    List<ReportParagraph> paragraphs() {
        return List.copyOf(paragraphs);
    }

    /** The official document that was made of it; empty before, and for reports from before documents were made. */
    Optional<UUID> documentId() {
        return Optional.ofNullable(documentId);
    }

    void becomes(UUID document) {
        documentId = document;
    }

    /** Figures as counted at {@link #figuresAsOf()}. */
    ReportFigures figures() {
        var stored = new ReportFigures();
        figures.forEach(figure -> figure.addTo(stored));
        return stored;
    }

    /** The units that it covers, as they stood then. */
    List<ReportUnit> units() {
        return List.copyOf(units);
    }
}
