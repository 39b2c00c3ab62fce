package vn.trienkhai.content;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** What a reviewer decided on one version of a content, and why. */
@Audited
@Entity
@Table(name = "content_review")
class ContentReview {

    @Id
    private UUID id;

    private UUID contentId;
    private int number;

    @Enumerated(EnumType.STRING)
    private ReviewStep step;

    private boolean passed;
    private String remark;
    private Instant happenedAt;
    private String reviewer;

    protected ContentReview() {}

    ContentReview(Content content, ReviewStep step, boolean passed, String remark, String reviewer, Instant at) {
        this.id = UUID.randomUUID();
        this.contentId = content.id();
        this.number = content.latest();
        this.step = step;
        this.passed = passed;
        this.remark = remark;
        this.reviewer = reviewer;
        this.happenedAt = at;
    }

    UUID contentId() {
        return contentId;
    }

    /** Of the version. */
    int number() {
        return number;
    }

    ReviewStep step() {
        return step;
    }

    boolean passed() {
        return passed;
    }

    Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    Instant happenedAt() {
        return happenedAt;
    }

    String reviewer() {
        return reviewer;
    }
}
