package vn.trienkhai.assignment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.Measure;

/**
 * Minh chứng: what a unit did, recorded once and counted by every later report. An entry never changes; a correction is a
 * new entry that replaces it, so that what a report counted on a day stays countable.
 */
@Audited
@Entity
@Table(name = "evidence")
public class Evidence {

    @Id
    private UUID id;

    private String planId;
    private String unit;
    private String dutyCode;
    private UUID assignmentId;
    private UUID contentId;
    private String channel;
    private String formOfWork;
    private String topic;
    private String subTopics;
    private LocalDate happenedFrom;
    private LocalDate happenedTo;
    private String place;
    private String link;
    private String note;
    private Instant recordedAt;
    private String recordedBy;
    private UUID replacedBy;
    private Instant replacedAt;
    private String replacedWhy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "evidence_measure", joinColumns = @JoinColumn(name = "evidence_id"))
    @MapKeyColumn(name = "measure")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "amount")
    private Map<Measure, Long> measures = new LinkedHashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "evidence_attachment", joinColumns = @JoinColumn(name = "evidence_id"))
    @Column(name = "attachment_id")
    private Set<UUID> attachments = new HashSet<>();

    protected Evidence() {}

    Evidence(UUID id, EvidenceEntry entry, Instant recordedAt, String recordedBy) {
        this.id = id;
        this.planId = entry.planId();
        this.unit = entry.unit();
        this.dutyCode = entry.dutyCode();
        this.assignmentId = entry.assignment();
        this.contentId = entry.content();
        this.channel = entry.channel();
        this.formOfWork = entry.formOfWork();
        this.topic = entry.topic();
        this.subTopics = entry.subTopics().isEmpty() ? null : String.join(",", entry.subTopics());
        this.happenedFrom = entry.from();
        this.happenedTo = entry.to();
        this.place = entry.place();
        this.link = entry.link();
        this.note = entry.note();
        this.measures.putAll(entry.measures());
        this.attachments.addAll(entry.attachments());
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    void replaceBy(UUID newer, Instant at, String why) {
        replacedBy = newer;
        replacedAt = at;
        replacedWhy = why;
    }

    boolean isReplaced() {
        return replacedAt != null;
    }

    public UUID id() {
        return id;
    }

    public String planId() {
        return planId;
    }

    public String unit() {
        return unit;
    }

    public Optional<String> dutyCode() {
        return Optional.ofNullable(dutyCode);
    }

    public Optional<UUID> assignment() {
        return Optional.ofNullable(assignmentId);
    }

    public Optional<UUID> content() {
        return Optional.ofNullable(contentId);
    }

    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    public Optional<String> formOfWork() {
        return Optional.ofNullable(formOfWork);
    }

    public Optional<String> topic() {
        return Optional.ofNullable(topic);
    }

    public List<String> subTopics() {
        return subTopics == null ? List.of() : List.of(subTopics.split(","));
    }

    /** First day, inclusive. */
    public LocalDate from() {
        return happenedFrom;
    }

    /** Last day, inclusive. */
    public LocalDate to() {
        return happenedTo;
    }

    public Optional<String> place() {
        return Optional.ofNullable(place);
    }

    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Map<Measure, Long> measures() {
        return Map.copyOf(measures);
    }

    public Set<UUID> attachments() {
        return Set.copyOf(attachments);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Whether it was recorded late for figures that close with a day: after that day, and after its own last day. */
    public boolean isLateFor(LocalDate cutOff) {
        var recorded = VietnamTime.dateOf(recordedAt);
        return recorded.isAfter(cutOff) && recorded.isAfter(happenedTo);
    }

    public String recordedBy() {
        return recordedBy;
    }

    /** The entry that corrects it; empty while it counts, and where it was withdrawn without a successor. */
    public Optional<UUID> replacedBy() {
        return Optional.ofNullable(replacedBy);
    }

    /** Since when it does not count any more; empty while it counts. */
    public Optional<Instant> replacedAt() {
        return Optional.ofNullable(replacedAt);
    }

    /** Why it does not count any more; empty while it counts. */
    public Optional<String> replacedWhy() {
        return Optional.ofNullable(replacedWhy);
    }
}
