package vn.trienkhai.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.content.ContentFacts.CommentShown;
import vn.trienkhai.content.ContentFacts.VersionShown;
import vn.trienkhai.form.CaseFilePart;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.OpenTask;
import vn.trienkhai.plan.Plans;

/** Every version of the contents that a piece of work is about, and what reviewers said; newest first. */
@Component
@Order(10)
class ContentInCaseFile implements CaseFilePart {

    private final Contents contents;
    private final ContentFacts facts;
    private final Plans plans;

    ContentInCaseFile(Contents contents, ContentFacts facts, Plans plans) {
        this.contents = contents;
        this.facts = facts;
        this.plans = plans;
    }

    @Override
    public Set<String> variables() {
        return Set.of(UnitCampaignProcess.CONTENT, UnitCampaignProcess.ASSIGNMENT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> partsOf(OpenTask task) {
        var versions = new ArrayList<Entry>();
        var remarks = new ArrayList<Entry>();
        for (var content : contentsOf(task)) {
            var plan = plans.definition(content.planId());
            contents.versionsOf(content.id())
                    .forEach(version -> versions.add(shown(content, facts.shown(plan, version))));
            facts.commentsOf(content.id()).forEach(comment -> remarks.add(shown(comment)));
        }
        return List.of(new Part(Chapter.VERSIONS, versions), new Part(Chapter.REMARKS, remarks));
    }

    private List<Content> contentsOf(OpenTask task) {
        return Stream.concat(
                        task.id(UnitCampaignProcess.CONTENT).flatMap(contents::find).stream(),
                        task.id(UnitCampaignProcess.ASSIGNMENT).stream()
                                .flatMap(assignment -> contents.draftedFor(assignment).stream()))
                .distinct()
                .toList();
    }

    private static Entry shown(Content content, VersionShown version) {
        var approved = content.approvedVersion().filter(number -> number == version.number());
        return new Entry(
                "Bản %d: %s%s"
                        .formatted(version.number(), version.title(), approved.isPresent() ? " (đã ký duyệt)" : ""),
                version.at(),
                version.by(),
                version.text(),
                null,
                List.of(
                        new Fact("Chủ đề", version.topic()),
                        new Fact("Kênh dự kiến", version.channels()),
                        new Fact("Phạm vi", version.scope())),
                version.files().stream()
                        .map(file -> new FileEntry(file.id(), file.name(), file.size()))
                        .toList(),
                null);
    }

    private static Entry shown(CommentShown comment) {
        return Entry.happened(
                "Bản %d, %s: %s".formatted(comment.version(), comment.step(), comment.outcome()),
                comment.at(),
                comment.by(),
                comment.remark());
    }
}
