package vn.trienkhai.content;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.trienkhai.audit.Audited;

/** One version of a content, as it was handed in. It never changes and is always kept. */
@Audited
@Entity
@Table(name = "content_version")
class ContentVersion {

    @Id
    private UUID id;

    private UUID contentId;
    private int number;
    private String title;
    private String topic;
    private String subTopics;
    private String formOfWork;
    private String audiences;
    private String channels;

    @Enumerated(EnumType.STRING)
    private ContentScope scope;

    private String text;
    private Instant writtenAt;
    private String writtenBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "content_version_attachment", joinColumns = @JoinColumn(name = "content_version_id"))
    @Column(name = "attachment_id")
    private Set<UUID> attachments = new HashSet<>();

    protected ContentVersion() {}

    ContentVersion(UUID contentId, int number, ContentDraft draft, String writtenBy, Instant writtenAt) {
        this.id = UUID.randomUUID();
        this.contentId = contentId;
        this.number = number;
        this.title = draft.title();
        this.topic = draft.topic();
        this.subTopics = String.join(",", draft.subTopics());
        this.formOfWork = draft.formOfWork();
        this.audiences = String.join(",", draft.audiences());
        this.channels = String.join(",", draft.channels());
        this.scope = draft.scope();
        this.text = draft.text();
        this.attachments.addAll(draft.attachments());
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** What was handed in. */
    ContentDraft draft() {
        return new ContentDraft(
                title,
                topic,
                listOf(subTopics),
                formOfWork,
                listOf(audiences),
                listOf(channels),
                scope,
                text,
                attachments);
    }

    Instant writtenAt() {
        return writtenAt;
    }

    String writtenBy() {
        return writtenBy;
    }

    UUID contentId() {
        return contentId;
    }

    private static List<String> listOf(String codes) {
        return codes.isEmpty() ? List.of() : List.of(codes.split(","));
    }
}
