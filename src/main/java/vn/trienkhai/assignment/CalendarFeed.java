package vn.trienkhai.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The secret address of one calendar of deadlines. Only a hash of the secret is kept. */
@Entity
@Table(name = "calendar_feed")
class CalendarFeed {

    enum Owner {
        PERSON,
        UNIT
    }

    @Id
    private UUID id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Owner ownerKind;

    private String ownerId;
    private String tokenHash;
    private Instant createdAt;
    private String createdBy;
    private Instant revokedAt;
    private Instant lastReadAt;

    protected CalendarFeed() {}

    CalendarFeed(Owner ownerKind, String ownerId, String tokenHash, String createdBy, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.ownerKind = ownerKind;
        this.ownerId = ownerId;
        this.tokenHash = tokenHash;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    void revoke(Instant at) {
        revokedAt = at;
    }

    void read(Instant at) {
        lastReadAt = at;
    }

    Owner ownerKind() {
        return ownerKind;
    }

    /** User id or unit id. */
    String ownerId() {
        return ownerId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> lastReadAt() {
        return Optional.ofNullable(lastReadAt);
    }
}
