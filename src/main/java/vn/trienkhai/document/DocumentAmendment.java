package vn.trienkhai.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** That an issued document was replaced, corrected or recalled: by what, why, when, by whom. The document itself stays. */
@Audited
@Entity
@Table(name = "document_amendment")
class DocumentAmendment {

    @Id
    private UUID id;

    private UUID documentId;

    @Enumerated(EnumType.STRING)
    private AmendmentKind kind;

    private UUID byDocument;
    private String reason;
    private String askedBy;
    private String decidedBy;
    private Instant decidedAt;

    protected DocumentAmendment() {}

    /** @param byDocument null where no document says so */
    DocumentAmendment(
            UUID documentId,
            AmendmentKind kind,
            UUID byDocument,
            String reason,
            String askedBy,
            String decidedBy,
            Instant decidedAt) {
        this.id = UUID.randomUUID();
        this.documentId = documentId;
        this.kind = kind;
        this.byDocument = byDocument;
        this.reason = reason;
        this.askedBy = askedBy;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    AmendmentKind kind() {
        return kind;
    }

    Optional<UUID> byDocument() {
        return Optional.ofNullable(byDocument);
    }

    String reason() {
        return reason;
    }

    String askedBy() {
        return askedBy;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
