package vn.trienkhai.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentFacts.FileShown;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** What the forms of this module show about a content: its text, its earlier versions, what reviewers said. */
@Service
class ContentFacts {

    private final Contents contents;
    private final AssignmentFacts assignmentFacts;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Plans plans;

    ContentFacts(
            Contents contents,
            AssignmentFacts assignmentFacts,
            Attachments attachments,
            Organisation organisation,
            Plans plans) {
        this.contents = contents;
        this.assignmentFacts = assignmentFacts;
        this.attachments = attachments;
        this.organisation = organisation;
        this.plans = plans;
    }

    /** A version as a form shows it, codes as names. */
    record VersionShown(
            int number,
            String by,
            String at,
            String title,
            String topic,
            String subTopics,
            String formOfWork,
            String audiences,
            String channels,
            String scope,
            String text,
            List<FileShown> files) {}

    /** @param outcome "đạt", "trả lại" or what else was decided */
    record CommentShown(int version, String by, String at, String step, String outcome, String remark) {}

    /** A content to choose. @param note who drafted it and how far it is */
    record ContentChoice(String value, String label, String note, String text) {}

    /**
     * @param assignment null where there is none
     * @param content null where there is none yet
     */
    @Transactional(readOnly = true)
    public Known known(UUID assignment, UUID content, Fact... more) {
        var known = assignment == null ? Known.of(more) : assignmentFacts.of(assignment, more);
        var returned = new ArrayList<Returned>();
        if (content != null) {
            contents.find(content).ifPresent(found -> returned.addAll(returnsOf(found)));
        }
        returned.addAll(known.returned());
        return known.withReturned(returned);
    }

    /** Why the latest version came back; nothing once a newer one was handed in. */
    private List<Returned> returnsOf(Content content) {
        return contents.reviewsOf(content.id()).stream()
                .filter(review -> !review.passed() && review.number() == content.latest())
                .map(review -> new Returned(
                        organisation.nameOf(review.reviewer(), review.happenedAt()) + " – "
                                + review.step().label(),
                        VietnamTime.format(review.happenedAt()),
                        review.remark().orElse("")))
                .toList();
    }

    /** "draft" is the latest version, "versions" the earlier ones, "comments" what reviewers said; all newest first. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(UUID content) {
        var all = contents.versionsOf(content);
        var choices = new LinkedHashMap<String, Object>();
        if (!all.isEmpty()) {
            var plan = plans.definition(contents.get(content).planId());
            choices.put("draft", shown(plan, all.get(0)));
            choices.put(
                    "versions",
                    all.stream().skip(1).map(version -> shown(plan, version)).toList());
        } else {
            choices.put("versions", List.of());
        }
        choices.put("comments", commentsOf(content));
        return choices;
    }

    VersionShown shown(PlanDefinition plan, ContentVersion version) {
        var draft = version.draft();
        return new VersionShown(
                version.number(),
                organisation.nameOf(version.writtenBy(), version.writtenAt()),
                VietnamTime.format(version.writtenAt()),
                draft.title(),
                plan.topic(draft.topic()).name(),
                names(draft.subTopics(), code -> plan.subTopic(code).name()),
                plan.formOfWork(draft.formOfWork()).name(),
                names(draft.audiences(), code -> plan.audience(code).name()),
                names(draft.channels(), code -> plan.channel(code).name()),
                draft.scope().label(),
                draft.text(),
                files(draft.attachments()));
    }

    List<CommentShown> commentsOf(UUID content) {
        return contents.reviewsOf(content).stream()
                .map(review -> new CommentShown(
                        review.number(),
                        organisation.nameOf(review.reviewer(), review.happenedAt()),
                        VietnamTime.format(review.happenedAt()),
                        review.step().label(),
                        review.step() == ReviewStep.RECALL ? "ngừng dùng" : review.passed() ? "đạt" : "trả lại",
                        review.remark().orElse("")))
                .toList();
    }

    List<FileShown> files(Set<UUID> ids) {
        return attachments.all(ids).stream()
                .map(file -> new FileShown(file.id(), file.name(), file.sizeBytes()))
                .toList();
    }

    List<ContentChoice> choicesOf(Collection<Content> some) {
        return some.stream()
                .map(content -> new ContentChoice(
                        content.id().toString(),
                        content.title(),
                        "%s; bản %d, %s"
                                .formatted(
                                        organisation.unit(content.unit()).shortName(),
                                        content.latest(),
                                        content.status().label().toLowerCase(Locale.ROOT)),
                        contents.version(content.id(), content.latest()).draft().text()))
                .toList();
    }

    static <T> List<Choice> choices(List<T> entries, Function<T, String> code, Function<T, String> name) {
        return entries.stream()
                .map(entry -> new Choice(code.apply(entry), name.apply(entry)))
                .toList();
    }

    private static String names(List<String> codes, Function<String, String> nameOf) {
        return String.join("; ", codes.stream().map(nameOf).toList());
    }
}
