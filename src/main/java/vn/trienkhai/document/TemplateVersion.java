package vn.trienkhai.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** A template that somebody put in; never changed, only followed by a newer one. */
@Audited
@Entity
@Table(name = "document_template")
class TemplateVersion {

    @Id
    private UUID id;

    private String name;
    private int number;
    private UUID attachmentId;
    private String reason;
    private String enteredBy;
    private Instant enteredAt;

    protected TemplateVersion() {}

    TemplateVersion(UUID id, Template template, int number, UUID attachment, String reason, String by, Instant at) {
        this.id = id;
        this.name = template.fileName();
        this.number = number;
        this.attachmentId = attachment;
        this.reason = reason;
        this.enteredBy = by;
        this.enteredAt = at;
    }

    /** From one, without gaps. */
    int number() {
        return number;
    }

    UUID attachmentId() {
        return attachmentId;
    }

    String reason() {
        return reason;
    }

    String enteredBy() {
        return enteredBy;
    }

    Instant enteredAt() {
        return enteredAt;
    }
}
