package vn.trienkhai.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** One version of a document, without its bytes. It never changes and never goes. */
@Audited
@Entity
@Table(name = "document_version")
class DocumentVersion {

    @Id
    private UUID id;

    private UUID documentId;
    private int number;
    private String sha256;
    private long sizeBytes;
    private String madeBy;
    private Instant madeAt;
    private String changeNote;

    protected DocumentVersion() {}

    DocumentVersion(
            UUID documentId,
            int number,
            String sha256,
            long sizeBytes,
            String madeBy,
            Instant madeAt,
            String changeNote) {
        this.id = UUID.randomUUID();
        this.documentId = documentId;
        this.number = number;
        this.sha256 = sha256;
        this.sizeBytes = sizeBytes;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.changeNote = changeNote;
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** Hexadecimal, 64 characters, of exactly its bytes. */
    String sha256() {
        return sha256;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    /** What changed, as people read it. */
    String changeNote() {
        return changeNote;
    }
}
