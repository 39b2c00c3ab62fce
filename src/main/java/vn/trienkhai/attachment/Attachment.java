package vn.trienkhai.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A stored file without its bytes. Provisional until something claims it; from then on it never changes and never goes. */
@Entity
@Table(name = "attachment")
public class Attachment {

    @Id
    private UUID id;

    private String name;
    private String mediaType;
    private long sizeBytes;
    private String sha256;
    private String uploadedBy;
    private Instant uploadedAt;
    private String claimedFor;

    protected Attachment() {}

    Attachment(UUID id, String name, String mediaType, long sizeBytes, String sha256, String by, Instant at) {
        this.id = id;
        this.name = name;
        this.mediaType = mediaType;
        this.sizeBytes = sizeBytes;
        this.sha256 = sha256;
        this.uploadedBy = by;
        this.uploadedAt = at;
    }

    void claimFor(String owner) {
        if (claimedFor == null) {
            claimedFor = owner;
        }
    }

    boolean isClaimed() {
        return claimedFor != null;
    }

    /** What claimed it first, for example "evidence:4f…"; empty as long as it is provisional. */
    public Optional<String> claimedFor() {
        return Optional.ofNullable(claimedFor);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    /** Hexadecimal, 64 characters, of exactly the bytes that were uploaded. */
    public String sha256() {
        return sha256;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }
}
