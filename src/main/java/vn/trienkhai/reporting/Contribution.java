package vn.trienkhai.reporting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.trienkhai.audit.Audited;

/**
 * Báo cáo của đơn vị: its text by the outline, its files, its reasoned adjustments. Figures come from evidence. It never
 * changes: what a unit writes after a return is the next edition, so that what a report used stays readable.
 */
@Audited
@Entity
@Table(name = "contribution")
class Contribution {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID assignmentId;
    private int edition;
    private String unit;
    private Instant writtenAt;
    private String writtenBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "contribution_section", joinColumns = @JoinColumn(name = "contribution_id"))
    @OrderColumn(name = "ordinal")
    private List<Section> sections = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "contribution_adjustment", joinColumns = @JoinColumn(name = "contribution_id"))
    @OrderColumn(name = "ordinal")
    private List<Adjustment> adjustments = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "contribution_attachment", joinColumns = @JoinColumn(name = "contribution_id"))
    @Column(name = "attachment_id")
    private Set<UUID> attachments = new HashSet<>();

    protected Contribution() {}

    Contribution(
            UUID assignmentId,
            int edition,
            String unit,
            List<Section> sections,
            List<Adjustment> adjustments,
            Collection<UUID> files,
            Instant writtenAt,
            String writtenBy) {
        this.id = UUID.randomUUID();
        this.assignmentId = assignmentId;
        this.edition = edition;
        this.unit = unit;
        this.sections.addAll(sections);
        this.adjustments.addAll(adjustments);
        this.attachments.addAll(files);
        this.writtenAt = writtenAt;
        this.writtenBy = writtenBy;
    }

    UUID id() {
        return id;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    /** 1 for the first, then by one more for each time that it was written anew. */
    int edition() {
        return edition;
    }

    String unit() {
        return unit;
    }

    /** The outline's headings with the unit's text, in order. */
    List<Section> sections() {
        return List.copyOf(sections);
    }

    List<Adjustment> adjustments() {
        return List.copyOf(adjustments);
    }

    Set<UUID> attachments() {
        return Set.copyOf(attachments);
    }

    Instant writtenAt() {
        return writtenAt;
    }

    String writtenBy() {
        return writtenBy;
    }
}
