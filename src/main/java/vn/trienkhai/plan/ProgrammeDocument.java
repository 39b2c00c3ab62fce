package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;

/** Chương trình of a quarter, a year or a campaign, issued by who issued the plan, with its tasks in an annex. */
@Service
@Transactional(readOnly = true)
class ProgrammeDocument implements DocumentMaker {

    static final String KIND = "work-programme";

    private static final Set<ProgrammeStatus> READY =
            EnumSet.of(ProgrammeStatus.SUBMITTED, ProgrammeStatus.APPROVED, ProgrammeStatus.UNDER_WAY);

    private final WorkProgrammes programmes;
    private final ProgrammeText text;
    private final Plans plans;
    private final Organisation organisation;

    ProgrammeDocument(WorkProgrammes programmes, ProgrammeText text, Plans plans, Organisation organisation) {
        this.programmes = programmes;
        this.text = text;
        this.plans = plans;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "Chương trình công tác";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return programmes.ledBy(userId).stream()
                .filter(programme -> READY.contains(programme.status()))
                .map(programme -> new Choice(
                        programme.id().toString(),
                        "%s (%s)".formatted(programme.name(), programme.status().label())))
                .toList();
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var programme = programmes.ledBy(by).stream()
                .filter(led -> led.id().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> FormRefused.because(
                        "Chỉ đơn vị chủ trì kế hoạch lập được văn bản chương trình của kế hoạch đó."));
        if (!READY.contains(programme.status())) {
            throw FormRefused.because("“%s” đang ở trạng thái “%s”: lập văn bản được từ khi chương trình đã trình."
                    .formatted(programme.name(), programme.status().label()));
        }
        var plan = plans.definition(programme.planId());
        return new DocumentOrder(
                DocumentType.PROGRAMME,
                plan.issuer(),
                plan.leadAgency(),
                plan.id(),
                programme.includedItems().stream()
                        .map(ProgrammeItem::dutyCode)
                        .distinct()
                        .toList(),
                Urgency.ORDINARY,
                new DocumentOrder.Source(KIND, programme.id().toString()),
                textOf(plan, programme));
    }

    private DocumentText textOf(PlanDefinition plan, WorkProgramme programme) {
        var issuer = organisation.unit(plan.issuer());
        var lead = organisation.unit(plan.leadAgency());
        var body = new ArrayList<Block>();
        body.add(new Paragraph("%s ban hành %s như sau:".formatted(issuer.name(), ProgrammeText.nameOf(programme))));
        body.add(new Heading(1, "I. THỜI GIAN, NỘI DUNG"));
        text.frameOf(plan, programme).forEach(line -> body.add(new Paragraph(line)));
        body.add(new Heading(1, "II. NHIỆM VỤ"));
        body.add(new Paragraph(
                "Giao %s (danh mục chi tiết tại Phụ lục kèm theo):".formatted(ProgrammeText.scopeOf(programme))));
        body.add(ProgrammeText.summaryOf(plan, programme));
        body.add(new Heading(1, "III. TỔ CHỨC THỰC HIỆN"));
        body.add(new Paragraph(
                "1. Các cơ quan, đơn vị được giao nhiệm vụ tổ chức thực hiện đúng nội dung, thời hạn; gửi kết quả về %s."
                        .formatted(lead.name())));
        body.add(new Paragraph("2. %s theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo %s."
                .formatted(lead.name(), issuer.name())));
        body.add(new Paragraph(
                "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về %s để tổng hợp, báo cáo %s xem xét, quyết định."
                        .formatted(lead.name(), issuer.name())));
        return new DocumentText(
                ProgrammeText.titleOf(plan, programme),
                List.of(),
                List.of("Căn cứ " + PlanCitation.of(plan, issuer)),
                body,
                List.of(text.annexOf(plan, programme)),
                Stream.concat(
                                plan.recipientsIn(issuer.id()).stream(),
                                Stream.of("Các cơ quan, đơn vị có tên trong Phụ lục", lead.name()))
                        .toList());
    }
}
