package vn.trienkhai.reporting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A leader's decision on a consolidated report. */
@Entity
@Table(name = "report_review")
class ReportReview {

    @Id
    private UUID id;

    private UUID requestId;
    private Instant reviewedAt;
    private String reviewedBy;
    private boolean approved;
    private String remark;

    protected ReportReview() {}

    ReportReview(UUID requestId, Instant reviewedAt, String reviewedBy, boolean approved, String remark) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
        this.reviewedAt = reviewedAt;
        this.reviewedBy = reviewedBy;
        this.approved = approved;
        this.remark = remark;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }

    String reviewedBy() {
        return reviewedBy;
    }

    boolean approved() {
        return approved;
    }

    String remark() {
        return remark == null ? "" : remark;
    }
}
