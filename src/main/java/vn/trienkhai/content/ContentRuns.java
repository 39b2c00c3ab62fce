package vn.trienkhai.content;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentClosed;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;

/**
 * Brings approved contents out over channels and records what was done as evidence, once. A unit chooses the channels
 * that suit it ("phù hợp với điều kiện cụ thể của từng đơn vị, địa phương", Kế hoạch 269, mục I); none is forced on it.
 */
@Service
class ContentRuns {

    private static final Set<ChannelType> SIGNED_BY_THEIR_OWN = Set.of(ChannelType.PORTAL, ChannelType.LOUDSPEAKER);

    private static final int LONGEST_NOTE = 4000;

    private final ChannelRunRepository repository;
    private final Contents contents;
    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final Attachments attachments;
    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;

    ContentRuns(
            ChannelRunRepository repository,
            Contents contents,
            Assignments assignments,
            EvidenceBook evidence,
            Attachments attachments,
            Plans plans,
            Organisation organisation,
            Clock clock) {
        this.repository = repository;
        this.contents = contents;
        this.assignments = assignments;
        this.evidence = evidence;
        this.attachments = attachments;
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The channels that make sense for the unit; all of the plan where the plan knows none for it, as for who is only asked. */
    @Transactional(readOnly = true)
    public List<Channel> channelsFor(String planId, String unit) {
        var suited = plans.channelsFor(planId, unit);
        return suited.isEmpty() ? plans.definition(planId).channels() : suited;
    }

    /** The channels that the assignment's duty names; empty if the unit is free to choose. */
    @Transactional(readOnly = true)
    public List<String> namedBy(Assignment assignment) {
        return assignment
                .dutyCode()
                .map(code -> plans.definition(assignment.planId()).duty(code).channels())
                .orElse(List.of());
    }

    /**
     * Plans a content on the channels that a unit chose.
     *
     * @throws FormRefused if the content is not approved for them, a channel is unknown to the unit or chosen twice, or
     *     none of the channels that the duty names is used or substituted
     */
    @Transactional
    public List<ChannelRun> choose(UUID assignmentId, UUID contentId, List<RunPlan> chosen) {
        if (chosen.isEmpty()) {
            throw FormRefused.at("runs", "Chưa chọn kênh nào.");
        }
        var assignment = assignments.get(assignmentId);
        var content = contents.requireUsable(contentId, assignment.unit(), assignment.planId());
        var seen = new HashSet<String>();
        for (int i = 0; i < chosen.size(); i++) {
            requireGood(assignment, content, chosen.get(i), "runs[%d].".formatted(i));
            if (!seen.add(chosen.get(i).channel())) {
                throw FormRefused.at("runs[%d].channel".formatted(i), "Kênh này đã được chọn ở trên.");
            }
        }
        requireSomeOfTheDuty(assignment, chosen);
        return chosen.stream()
                .map(plan -> repository.save(new ChannelRun(assignment, contentId, content.requireApproved(), plan)))
                .toList();
    }

    /** Records what was done on a channel as evidence. @return the entry's id */
    @Transactional
    public UUID carryOut(UUID id, RunResult result, String by) {
        var run = get(id);
        var content = contents.requireUsable(run.content(), run.unit(), run.planId());
        var plan = plans.definition(run.planId());
        var channel = plan.channel(run.channel());
        result.requireCompleteFor(channel, hasPhoto(result.attachments()));
        result.audiences().forEach(plan::audience);
        var written = contents.version(content.id(), content.requireApproved()).draft();
        var recorded = evidence.record(entryOf(run, written, result, noteOf(run, result)), by);
        run.carriedOut(content.requireApproved(), recorded, by, clock.instant());
        return recorded;
    }

    /** The channel does not exist at the unit: another one takes its place. @return the run on the other one */
    @Transactional
    public ChannelRun substitute(UUID id, String channel, String why, String by) {
        var run = get(id);
        if (channel == null) {
            throw FormRefused.at("substitute", "Chưa chọn kênh thay thế.");
        }
        var assignment = assignments.get(run.assignment().orElseThrow());
        var plan = new RunPlan(
                channel,
                run.plannedFrom().orElse(null),
                run.plannedTo().orElse(null),
                run.plannedPlace().orElse(null),
                run.substituteFor().orElse(run.channel()),
                why);
        var content = contents.requireUsable(run.content(), run.unit(), run.planId());
        if (ofAssignment(assignment.id()).stream()
                .anyMatch(other -> other.channel().equals(channel)
                        && (other.status() == RunStatus.PLANNED || other.status() == RunStatus.ABSENT))) {
            throw FormRefused.at("substitute", "Kênh này đã được chọn, hoặc đã ghi là không có tại đơn vị.");
        }
        requireGood(assignment, content, plan, "");
        run.drop(RunStatus.ABSENT, why, by, clock.instant());
        return repository.save(new ChannelRun(assignment, content.id(), content.requireApproved(), plan));
    }

    @Transactional
    public void notCarriedOut(UUID id, String why, String by) {
        get(id).drop(RunStatus.NOT_DONE, why, by, clock.instant());
    }

    /** @throws FormRefused unless all are out, are of this unit and content, and nobody corrects them already */
    @Transactional
    public void beginCorrection(List<UUID> runs, UUID content, String unit) {
        for (var id : runs) {
            var run = get(id);
            if (!organisation.withFormerUnits(unit).contains(run.unit())
                    || !run.content().equals(content)) {
                throw FormRefused.at("runs", "Chỉ chọn được kênh mà đơn vị mình đã phát hành nội dung này.");
            }
            run.beginCorrection();
        }
    }

    @Transactional
    public void refuseCorrection(List<UUID> runs) {
        runs.forEach(id -> get(id).endCorrection());
    }

    /** Replaces what was recorded by what holds after the correction. */
    @Transactional
    public void correct(UUID id, RunResult right, String why, String by) {
        var run = get(id);
        var channel = plans.definition(run.planId()).channel(run.channel());
        var old = evidence.get(run.evidence().orElseThrow());
        var kept = new HashSet<>(old.attachments());
        kept.addAll(right.attachments());
        var result = new RunResult(
                old.from(), old.to(), right.place(), right.link(), right.note(), right.measures(), List.of(), kept);
        var written = contents.version(run.content(), run.contentVersion()).draft();
        requireProof(right);
        requireMeasures(channel, right.measures());
        var newer = evidence.correct(old.id(), entryOf(run, written, result, noteOf(old, right)), why, by);
        run.corrected(newer, right.from(), right.note(), right.attachments());
    }

    /** Takes what was recorded out of all counts: the content no longer stands on this channel. */
    @Transactional
    public void withdraw(UUID id, RunResult removal, String why, String by) {
        var run = get(id);
        requireProof(removal);
        attachments.claim(removal.attachments(), "channel-run:" + id, by);
        evidence.withdraw(run.evidence().orElseThrow(), why);
        run.withdrawn(removal.from(), removal.note(), removal.attachments());
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public ChannelRun get(UUID id) {
        return repository
                .findById(id)
                .orElseThrow(() -> FormRefused.because("Không có lượt tuyên truyền mã %s.".formatted(id)));
    }

    @Transactional(readOnly = true)
    public List<ChannelRun> ofAssignment(UUID assignment) {
        return repository.findAllByAssignmentIdOrderByChannel(assignment);
    }

    /** What the unit, or one whose place it took, brought out and nobody corrects or withdraws just now, newest first. */
    @Transactional(readOnly = true)
    public List<ChannelRun> outBy(String unit) {
        return repository.findAllByUnitInAndStatusAndUnderCorrectionIsFalseOrderByClosedAtDesc(
                organisation.withFormerUnits(unit), RunStatus.DONE);
    }

    /** What was only planned goes with the assignment. */
    @EventListener
    void cancelWith(AssignmentClosed closed) {
        if (closed.outcome() != Progress.FULFILLED) {
            repository
                    .findAllByAssignmentIdAndStatus(closed.assignment(), RunStatus.PLANNED)
                    .forEach(run ->
                            run.drop(RunStatus.CANCELLED, closed.outcome().label(), null, clock.instant()));
        }
    }

    private void requireGood(Assignment assignment, Content content, RunPlan chosen, String path) {
        var plan = plans.definition(assignment.planId());
        var offered = channelsFor(assignment.planId(), assignment.unit());
        var field = path.isEmpty() ? "substitute" : path + "channel";
        var channel = offered.stream()
                .filter(each -> each.code().equals(chosen.channel()))
                .findFirst()
                .orElseThrow(() -> FormRefused.at(
                        field, "Kênh “%s” không có trong các kênh của đơn vị.".formatted(chosen.channel())));
        if (chosen.substituteFor() != null) {
            plan.channel(chosen.substituteFor());
            if (chosen.substituteFor().equals(chosen.channel())) {
                throw FormRefused.at(field, "Kênh thay thế phải khác kênh không có tại đơn vị.");
            }
            if (chosen.substituteWhy() == null) {
                throw FormRefused.at(
                        path.isEmpty() ? "reason" : path + "substituteWhy", "Chưa điền lý do không có kênh này.");
            }
        }
        if (chosen.from() != null && chosen.to() != null && chosen.to().isBefore(chosen.from())) {
            throw FormRefused.at(path + "to", "Ngày kết thúc phải từ ngày bắt đầu trở đi.");
        }
        if (!isSignedFor(content, channel.type())) {
            throw FormRefused.at(
                    field,
                    "Nội dung chưa được duyệt cho “%s”: hãy sửa nội dung, chọn kênh này để đúng người ký duyệt."
                            .formatted(channel.type().label()));
        }
    }

    /** The portal and loudspeakers have signers of their own, so a content must have been signed for them; a leader signs for all. */
    private boolean isSignedFor(Content content, ChannelType type) {
        if (!SIGNED_BY_THEIR_OWN.contains(type) || content.scope() == ContentScope.ALL_UNITS) {
            return true;
        }
        var plan = plans.definition(content.planId());
        return contents.version(content.id(), content.requireApproved()).draft().channels().stream()
                .anyMatch(code -> plan.channel(code).type() == type);
    }

    private void requireSomeOfTheDuty(Assignment assignment, List<RunPlan> chosen) {
        var named = namedBy(assignment);
        if (!named.isEmpty()
                && chosen.stream()
                        .noneMatch(run -> named.contains(run.channel())
                                || run.substituteFor() != null && named.contains(run.substituteFor()))) {
            var plan = plans.definition(assignment.planId());
            throw FormRefused.at(
                    "runs",
                    "Nhiệm vụ nêu kênh %s: hãy chọn ít nhất một kênh trong đó, hoặc ghi kênh không có tại đơn vị và kênh thay thế."
                            .formatted(String.join(
                                    "; ",
                                    named.stream()
                                            .map(code ->
                                                    "“" + plan.channel(code).name() + "”")
                                            .toList())));
        }
    }

    private boolean hasPhoto(Set<UUID> files) {
        return attachments.all(files).stream().anyMatch(file -> file.mediaType().startsWith("image/"));
    }

    private void requireProof(RunResult done) {
        var reasons = new ArrayList<FormRefused.Reason>();
        if (done.from() == null) {
            reasons.add(new FormRefused.Reason("from", "Chưa điền ngày đính chính hoặc gỡ."));
        } else if (done.from().isAfter(LocalDate.now(clock))) {
            reasons.add(new FormRefused.Reason("from", "Ngày đính chính hoặc gỡ không được sau hôm nay."));
        }
        if (done.note() == null) {
            reasons.add(new FormRefused.Reason("note", "Chưa điền đã đính chính hoặc gỡ như thế nào."));
        }
        if (done.attachments().isEmpty() && done.link() == null) {
            reasons.add(new FormRefused.Reason("attachments", "Chưa có minh chứng: ảnh, tệp hoặc đường dẫn."));
        }
        if (!reasons.isEmpty()) {
            throw new FormRefused(reasons);
        }
    }

    private static void requireMeasures(Channel channel, Map<Measure, Long> measures) {
        for (var measure : channel.measures()) {
            if (measures.getOrDefault(measure, -1L) < 0) {
                throw FormRefused.at("measures." + measure, "Chưa điền %s sau đính chính.".formatted(measure.label()));
            }
        }
    }

    private EvidenceEntry entryOf(ChannelRun run, ContentDraft written, RunResult result, String note) {
        return new EvidenceEntry(
                run.planId(),
                run.unit(),
                run.dutyCode().orElse(null),
                run.assignment().orElse(null),
                run.content(),
                run.channel(),
                written.formOfWork(),
                written.topic(),
                written.subTopics(),
                result.from(),
                result.to(),
                result.place(),
                result.link(),
                note,
                result.measures(),
                result.attachments());
    }

    /** The substitute and whom printed matter reached belong to the evidence, for reports to quote. */
    private String noteOf(ChannelRun run, RunResult result) {
        var plan = plans.definition(run.planId());
        var lines = new ArrayList<String>();
        run.substituteFor()
                .ifPresent(absent -> lines.add("Thay cho kênh “%s”: %s"
                        .formatted(
                                plan.channel(absent).name(), run.substituteWhy().orElse(""))));
        if (!result.audiences().isEmpty()) {
            lines.add("Phát cho: "
                    + String.join(
                            ", ",
                            result.audiences().stream()
                                    .map(code -> plan.audience(code).name())
                                    .toList()));
        }
        if (result.note() != null) {
            lines.add(result.note());
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static String noteOf(Evidence old, RunResult right) {
        var note = "Đính chính: " + right.note()
                + old.note().map(before -> "\n" + before).orElse("");
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
