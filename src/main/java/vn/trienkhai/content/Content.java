package vn.trienkhai.content;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/**
 * One content on its way from draft to approval. Its texts are its {@link ContentVersion}s; an approval holds for exactly
 * one of them, and a newer one voids it (Nghị định 30/2020/NĐ-CP, Điều 11: an approved draft that changes goes back to the
 * signer).
 */
@Audited
@Entity
@Table(name = "content")
class Content {

    @Id
    private UUID id;

    @Version
    private int version;

    private String planId;
    private String unit;
    private UUID assignmentId;
    private String title;
    private String topic;

    @Enumerated(EnumType.STRING)
    private ContentScope scope;

    @Enumerated(EnumType.STRING)
    private ContentStatus status;

    private boolean inHand;
    private int latest;
    private String latestBy;
    private String contentCheckedBy;
    private Integer approvedVersion;
    private Instant approvedAt;
    private String approvedBy;

    protected Content() {}

    /** @param assignmentId the assignment that it is drafted for; null if drafted by hand */
    Content(UUID id, String planId, String unit, UUID assignmentId) {
        this.id = id;
        this.planId = planId;
        this.unit = unit;
        this.assignmentId = assignmentId;
        this.status = ContentStatus.DRAFT;
        this.inHand = true;
    }

    /**
     * Somebody begins to edit it. An approval stays until the edited version is handed in.
     *
     * @param forAssignment null if by hand
     */
    void takeUp(UUID forAssignment) {
        if (inHand) {
            throw FormRefused.at(
                    "content", "Nội dung “%s” đang được soạn hoặc chờ duyệt (%s).".formatted(title, status.label()));
        }
        inHand = true;
        assignmentId = forAssignment;
    }

    /** A new version is handed in for the checks; an approval of an older version is void from now on. */
    ContentVersion write(ContentDraft draft, String by, Instant at) {
        require(ContentStatus.DRAFT, ContentStatus.APPROVED, ContentStatus.STOPPED);
        title = draft.title();
        topic = draft.topic();
        scope = draft.scope();
        latest++;
        latestBy = by;
        contentCheckedBy = null;
        voidApproval();
        inHand = true;
        status = ContentStatus.CONTENT_CHECK;
        return new ContentVersion(id, latest, draft, by, at);
    }

    /** The head of the drafting unit answers for the content (Nghị định 30/2020/NĐ-CP, Điều 12 khoản 1). */
    void checkContent(boolean passed, String by) {
        require(ContentStatus.CONTENT_CHECK);
        contentCheckedBy = by;
        status = passed ? ContentStatus.FORM_CHECK : ContentStatus.DRAFT;
    }

    /** Somebody else answers for form and layout (Nghị định 30/2020/NĐ-CP, Điều 12 khoản 2). */
    void checkForm(boolean passed, String by) {
        require(ContentStatus.FORM_CHECK);
        if (by.equals(latestBy)) {
            throw FormRefused.because("Bạn là người soạn: người khác phải kiểm tra thể thức.");
        }
        if (by.equals(contentCheckedBy)) {
            throw FormRefused.because("Bạn đã duyệt nội dung: người khác phải kiểm tra thể thức.");
        }
        status = passed ? ContentStatus.APPROVAL : ContentStatus.DRAFT;
    }

    void decide(boolean approved, String by, Instant at) {
        require(ContentStatus.APPROVAL);
        if (by.equals(latestBy)) {
            throw FormRefused.because("Bạn là người soạn: không ai ký duyệt nội dung do chính mình soạn.");
        }
        if (approved) {
            status = ContentStatus.APPROVED;
            approvedVersion = latest;
            approvedAt = at;
            approvedBy = by;
            inHand = false;
        } else {
            status = ContentStatus.DRAFT;
        }
    }

    /** The unit that drafted it ended: another one answers for it from now on. */
    void passTo(String newUnit) {
        unit = newUnit;
    }

    /** Nobody works on it any more. An approval that no newer version voided holds on. */
    void layDown() {
        inHand = false;
        status = approvedVersion == null ? ContentStatus.STOPPED : ContentStatus.APPROVED;
    }

    /** It must not go out any more, for example because it is wrong. */
    void recall() {
        voidApproval();
        if (!inHand) {
            status = ContentStatus.STOPPED;
        }
    }

    /** @throws FormRefused unless its latest version is approved */
    int requireApproved() {
        if (approvedVersion == null) {
            throw FormRefused.at(
                    "content",
                    "Nội dung “%s” chưa được duyệt (%s): chỉ nội dung đã duyệt mới được phát hành."
                            .formatted(title, status.label()));
        }
        return approvedVersion;
    }

    private void voidApproval() {
        approvedVersion = null;
        approvedAt = null;
        approvedBy = null;
    }

    private void require(ContentStatus... allowed) {
        if (!inHand || !List.of(allowed).contains(status)) {
            throw FormRefused.because(
                    "Nội dung “%s” đang ở trạng thái “%s”, không làm được bước này.".formatted(title, status.label()));
        }
    }

    UUID id() {
        return id;
    }

    String planId() {
        return planId;
    }

    /** The unit that drafts it. */
    String unit() {
        return unit;
    }

    /** What it was last drafted or edited for; empty if that was by hand. */
    Optional<UUID> assignment() {
        return Optional.ofNullable(assignmentId);
    }

    /** Of the latest version, like topic and scope. */
    String title() {
        return title;
    }

    String topic() {
        return topic;
    }

    ContentScope scope() {
        return scope;
    }

    ContentStatus status() {
        return status;
    }

    /** Whether it is being drafted, checked or signed. */
    boolean isInHand() {
        return inHand;
    }

    boolean isApproved() {
        return approvedVersion != null;
    }

    /** Number of the latest version, from 1. */
    int latest() {
        return latest;
    }

    /** Who wrote the latest version. */
    String latestBy() {
        return latestBy;
    }

    /** Who checked the content of the latest version; empty before. */
    Optional<String> contentCheckedBy() {
        return Optional.ofNullable(contentCheckedBy);
    }

    Optional<Integer> approvedVersion() {
        return Optional.ofNullable(approvedVersion);
    }

    Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }
}
