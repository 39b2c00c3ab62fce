package vn.trienkhai.content;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentClosed;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.OpenPlanWork;
import vn.trienkhai.plan.Plans;

/** The contents of all units with all their versions and reviews; the only place that changes them. */
@Service
class Contents implements OpenPlanWork {

    private final ContentRepository repository;
    private final ContentVersionRepository versions;
    private final ContentReviewRepository reviews;
    private final Attachments attachments;
    private final Plans plans;
    private final Clock clock;

    Contents(
            ContentRepository repository,
            ContentVersionRepository versions,
            ContentReviewRepository reviews,
            Attachments attachments,
            Plans plans,
            Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.reviews = reviews;
        this.attachments = attachments;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Hands in a version; the first one begins the content.
     *
     * @param assignment what it is drafted for; null if drafted by hand
     * @throws FormRefused if something is missing, or the content waits for a check
     */
    @Transactional
    public Content write(UUID id, String planId, String unit, UUID assignment, ContentDraft draft, String by) {
        draft.requireCompleteFor(plans.definition(planId));
        attachments.claim(draft.attachments(), "content:" + id, by);
        var content = find(id).orElseGet(() -> new Content(id, planId, unit, assignment));
        var written = content.write(draft, by, clock.instant());
        var saved = repository.save(content);
        versions.save(written);
        return saved;
    }

    /**
     * Begins to edit a content of the unit.
     *
     * @param assignment what it is edited for; null if by hand
     * @throws FormRefused if it is another unit's, or somebody works on it
     */
    @Transactional
    public Content takeUp(UUID id, String unit, UUID assignment) {
        var content = get(id);
        if (!content.unit().equals(unit)) {
            throw FormRefused.at("content", "Chỉ đơn vị soạn được sửa nội dung “%s”.".formatted(content.title()));
        }
        content.takeUp(assignment);
        return content;
    }

    /** Ends drafting without a new version. What was never handed in leaves no trace here. */
    @Transactional
    public void layDown(UUID id) {
        find(id).ifPresent(Content::layDown);
    }

    /** @throws FormRefused if this person may not do this step, or a return has no remark */
    @Transactional
    public void review(UUID id, ReviewStep step, boolean passed, String remark, String by) {
        if (!passed && remark == null) {
            throw FormRefused.at("remark", "Chưa điền ý kiến trả lại: người soạn cần biết phải sửa gì.");
        }
        var content = get(id);
        switch (step) {
            case CONTENT -> content.checkContent(passed, by);
            case FORM -> content.checkForm(passed, by);
            case APPROVAL -> {
                requireDidNotCheckForm(content, by);
                content.decide(passed, by, clock.instant());
            }
            case RECALL -> content.recall();
        }
        reviews.save(new ContentReview(content, step, passed, remark, by, clock.instant()));
    }

    private void requireDidNotCheckForm(Content content, String by) {
        if (reviewsOf(content.id()).stream()
                .anyMatch(review -> review.step() == ReviewStep.FORM
                        && review.number() == content.latest()
                        && review.reviewer().equals(by))) {
            throw FormRefused.because("Bạn đã kiểm tra thể thức nội dung này: người ký phải là người khác.");
        }
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public Content get(UUID id) {
        return find(id).orElseThrow(() -> FormRefused.at("content", "Không có nội dung mã %s.".formatted(id)));
    }

    @Transactional(readOnly = true)
    public Optional<Content> find(UUID id) {
        return repository.findById(id);
    }

    @Transactional(readOnly = true)
    public ContentVersion version(UUID id, int number) {
        return versions.findByContentIdAndNumber(id, number)
                .orElseThrow(() -> FormRefused.because("Không có bản thứ %d của nội dung này.".formatted(number)));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ContentVersion> versionsOf(UUID id) {
        return versions.findAllByContentIdOrderByNumberDesc(id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ContentReview> reviewsOf(UUID id) {
        return reviews.findAllByContentIdOrderByHappenedAtDesc(id);
    }

    /** What was last drafted or edited for an assignment, by title. */
    @Transactional(readOnly = true)
    public List<Content> draftedFor(UUID assignment) {
        return repository.findAllByAssignmentIdOrderByTitle(assignment);
    }

    /** The unit's contents that nobody works on, by title. */
    @Transactional(readOnly = true)
    public List<Content> editableBy(String unit) {
        return repository.findAllByUnitAndInHandIsFalseOrderByTitle(unit);
    }

    /** The unit's contents that are being drafted, checked or signed, by title. */
    @Transactional(readOnly = true)
    public List<Content> inHandOf(String unit) {
        return repository.findAllByUnitAndInHandIsTrueOrderByTitle(unit);
    }

    /** Approved contents that the unit may disseminate: its own, and those for all units. */
    @Transactional(readOnly = true)
    public List<Content> usableBy(String unit, String planId) {
        return repository.findAllUsable(planId, unit);
    }

    /** @throws FormRefused unless it is approved, of this plan, and the unit's own or for all units */
    @Transactional(readOnly = true)
    public Content requireUsable(UUID id, String unit, String planId) {
        var content = get(id);
        content.requireApproved();
        if (!content.planId().equals(planId)) {
            throw FormRefused.at("content", "Nội dung “%s” thuộc kế hoạch khác.".formatted(content.title()));
        }
        if (!content.unit().equals(unit) && content.scope() != ContentScope.ALL_UNITS) {
            throw FormRefused.at("content", "Nội dung “%s” chỉ dành riêng cho đơn vị soạn.".formatted(content.title()));
        }
        return content;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> openWorkOf(String planId) {
        var open = repository.countByPlanIdAndInHandIsTrue(planId);
        return open == 0 ? Optional.empty() : Optional.of("còn %d nội dung đang soạn hoặc chờ duyệt".formatted(open));
    }

    /** Work that was withdrawn takes its draft out of everybody's hands; the unit can take it up again. */
    @EventListener
    void stopWith(AssignmentClosed closed) {
        repository.findAllByAssignmentIdAndInHandIsTrue(closed.assignment()).forEach(Content::layDown);
    }
}
