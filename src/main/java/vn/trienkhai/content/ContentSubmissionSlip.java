package vn.trienkhai.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** Phiếu trình of a content that waits for a check or a signature: what it is, what was said about it, who signs. */
@Service
@Transactional(readOnly = true)
class ContentSubmissionSlip implements DocumentMaker {

    static final String KIND = "content-submission-slip";

    private static final Set<ContentStatus> HANDED_IN =
            EnumSet.of(ContentStatus.CONTENT_CHECK, ContentStatus.FORM_CHECK, ContentStatus.APPROVAL);

    private final Contents contents;
    private final ContentFacts facts;
    private final ContentApprovers approvers;
    private final ContentProductionProcess process;
    private final Plans plans;
    private final Organisation organisation;

    ContentSubmissionSlip(
            Contents contents,
            ContentFacts facts,
            ContentApprovers approvers,
            ContentProductionProcess process,
            Plans plans,
            Organisation organisation) {
        this.contents = contents;
        this.facts = facts;
        this.approvers = approvers;
        this.process = process;
        this.plans = plans;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "Phiếu trình duyệt nội dung";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return submittedBy(userId)
                .map(content -> new Choice(
                        content.id().toString(),
                        "%s (bản %d, %s)"
                                .formatted(
                                        content.title(),
                                        content.latest(),
                                        content.status().label())))
                .toList();
    }

    /** Of the units that the person is of, or stands in for somebody of. */
    private Stream<Content> submittedBy(String userId) {
        return Stream.concat(organisation.person(userId).stream(), organisation.standsInFor(userId).stream())
                .map(Person::unit)
                .distinct()
                .flatMap(unit -> contents.inHandOf(unit).stream())
                .filter(content -> HANDED_IN.contains(content.status()));
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var content = submittedBy(by)
                .filter(known -> known.id().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> FormRefused.because(
                        "Chỉ đơn vị soạn lập được phiếu trình, khi nội dung đang chờ kiểm tra hoặc chờ ký duyệt."));
        var plan = plans.definition(content.planId());
        return new DocumentOrder(
                DocumentType.SUBMISSION_SLIP,
                content.unit(),
                content.unit(),
                plan.id(),
                List.of(plan.topic(content.topic()).clause(), content.topic()),
                Urgency.ORDINARY,
                new DocumentOrder.Source(KIND, content.id().toString()),
                textOf(plan, content));
    }

    private DocumentText textOf(PlanDefinition plan, Content content) {
        var unit = organisation.unit(content.unit());
        var version = contents.version(content.id(), content.latest());
        var approver = process.approverOf(ApprovalRoute.of(version.draft(), plan, unit));
        var signers = signersOf(plan, content, approver);
        var body = new ArrayList<Block>();
        body.add(new Paragraph("%s kính trình %s xem xét, duyệt nội dung tuyên truyền sau:"
                .formatted(unit.name(), String.join("; ", signers))));
        body.add(new Heading(1, "I. NỘI DUNG TRÌNH DUYỆT"));
        body.add(summaryOf(plan, version));
        body.add(new Heading(1, "II. Ý KIẾN KIỂM TRA"));
        body.add(opinionsOn(content));
        body.add(new Heading(1, "III. NƠI DUYỆT"));
        body.add(new Paragraph(
                "%s ký duyệt, theo kênh và phạm vi sử dụng của nội dung.".formatted(String.join("; ", signers))));
        body.add(new Paragraph("Toàn văn nội dung trình duyệt tại Phụ lục kèm theo."));
        return new DocumentText(
                "Duyệt nội dung “%s”".formatted(content.title()),
                signers,
                List.of(),
                body,
                List.of(annexOf(version)),
                List.of("Như trên"));
    }

    /** For example "Lãnh đạo Ủy ban nhân dân thành phố Phú Quốc". */
    private List<String> signersOf(PlanDefinition plan, Content content, Approver approver) {
        var groups = approvers.groupsOf(approver, plan.id(), content.unit(), content.latestBy());
        return organisation.posts().stream()
                .filter(post -> groups.contains(post.id()))
                .map(post -> "Lãnh đạo " + organisation.unit(post.unit()).name())
                .distinct()
                .toList();
    }

    private Table summaryOf(PlanDefinition plan, ContentVersion version) {
        var shown = facts.shown(plan, version);
        var topic = plan.topic(version.draft().topic());
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Tiêu đề", shown.title()));
        rows.add(List.of("Chủ đề", "%s (mục %s)".formatted(topic.name(), topic.clause())));
        if (!shown.subTopics().isEmpty()) {
            rows.add(List.of("Nội dung chi tiết", shown.subTopics()));
        }
        rows.add(List.of("Hình thức", shown.formOfWork()));
        rows.add(List.of("Đối tượng", shown.audiences()));
        rows.add(List.of("Kênh", shown.channels()));
        rows.add(List.of("Phạm vi sử dụng", shown.scope()));
        rows.add(List.of("Phiên bản", "Bản thứ %d, %s soạn lúc %s".formatted(shown.number(), shown.by(), shown.at())));
        if (!shown.files().isEmpty()) {
            rows.add(List.of(
                    "Tệp kèm theo",
                    shown.files().stream().map(file -> file.name()).collect(Collectors.joining("; "))));
        }
        return new Table(null, List.of(new Column("Mục", false, 3), new Column("Nội dung", false, 8)), rows, false);
    }

    /** Of all versions, oldest first. */
    private Block opinionsOn(Content content) {
        var reviews = contents.reviewsOf(content.id()).stream()
                .sorted(Comparator.comparingInt(ContentReview::number)
                        .thenComparing(ContentReview::happenedAt)
                        .thenComparing(ContentReview::step))
                .toList();
        if (reviews.isEmpty()) {
            return new Paragraph("Chưa có ý kiến kiểm tra.");
        }
        var rows = reviews.stream()
                .map(review -> List.of(
                        Integer.toString(review.number()),
                        review.step().label(),
                        organisation.nameOf(review.reviewer(), review.happenedAt()),
                        VietnamTime.format(review.happenedAt()),
                        review.step() == ReviewStep.RECALL ? "Ngừng dùng" : review.passed() ? "Đạt" : "Trả lại",
                        review.remark().orElse("")))
                .toList();
        return new Table(
                null,
                List.of(
                        new Column("Bản", true, 3),
                        new Column("Bước", false, 6),
                        new Column("Người kiểm tra", false, 8),
                        new Column("Thời điểm", false, 6),
                        new Column("Kết quả", false, 5),
                        new Column("Ý kiến", false, 8)),
                rows,
                false);
    }

    private static Annex annexOf(ContentVersion version) {
        var draft = version.draft();
        return new Annex(
                "Toàn văn nội dung trình duyệt",
                List.of(new Heading(1, draft.title()), new Paragraph(draft.text())),
                false);
    }
}
