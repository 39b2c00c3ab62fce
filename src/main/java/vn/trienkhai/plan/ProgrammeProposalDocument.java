package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
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

/** Tờ trình of the lead agency that asks the plan's issuer to approve a programme, with the draft in an annex. */
@Service
@Transactional(readOnly = true)
class ProgrammeProposalDocument implements DocumentMaker {

    static final String KIND = "work-programme-proposal";

    private final WorkProgrammes programmes;
    private final ProgrammeText text;
    private final Plans plans;
    private final Organisation organisation;

    ProgrammeProposalDocument(WorkProgrammes programmes, ProgrammeText text, Plans plans, Organisation organisation) {
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
        return "Tờ trình phê duyệt chương trình";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return programmes.ledBy(userId).stream()
                .filter(programme -> programme.status() == ProgrammeStatus.SUBMITTED)
                .map(programme -> new Choice(programme.id().toString(), programme.name()))
                .toList();
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var programme = programmes.ledBy(by).stream()
                .filter(led -> led.id().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> FormRefused.because(
                        "Chỉ đơn vị chủ trì kế hoạch lập được tờ trình về chương trình của kế hoạch đó."));
        if (programme.status() != ProgrammeStatus.SUBMITTED) {
            throw FormRefused.because("“%s” đang ở trạng thái “%s”: tờ trình chỉ lập khi chương trình chờ duyệt."
                    .formatted(programme.name(), programme.status().label()));
        }
        var plan = plans.definition(programme.planId());
        return new DocumentOrder(
                DocumentType.PROPOSAL,
                plan.leadAgency(),
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
        body.add(new Paragraph(
                "Thực hiện %s, %s đã lập dự thảo %s, kính trình %s xem xét, phê duyệt với các nội dung chính"
                                .formatted(
                                        PlanCitation.of(plan, issuer),
                                        lead.name(),
                                        ProgrammeText.nameOf(programme),
                                        issuer.name())
                        + " như sau:"));
        body.add(new Heading(1, "I. THỜI GIAN, NỘI DUNG"));
        text.frameOf(plan, programme).forEach(line -> body.add(new Paragraph(line)));
        body.add(new Heading(1, "II. NHIỆM VỤ"));
        body.add(new Paragraph("Dự kiến giao %s (danh mục chi tiết tại Phụ lục kèm theo):"
                .formatted(ProgrammeText.scopeOf(programme))));
        body.add(ProgrammeText.summaryOf(plan, programme));
        var returns = returnsOf(programme);
        if (!returns.isEmpty()) {
            body.add(new Heading(1, "III. TIẾP THU Ý KIẾN"));
            body.add(new Paragraph("Dự thảo đã được xem xét, sửa đổi theo ý kiến:"));
            returns.forEach(line -> body.add(new Paragraph(line)));
        }
        body.add(new Paragraph("%s kính trình %s xem xét, phê duyệt.".formatted(lead.name(), issuer.name())));
        return new DocumentText(
                "Đề nghị phê duyệt " + ProgrammeText.nameOf(programme),
                List.of(issuer.name()),
                List.of(),
                body,
                List.of(text.annexOf(plan, programme)),
                List.of("Như trên"));
    }

    /** For example "Chủ tịch UBND thành phố, ngày 05 tháng 7 năm 2021: Thêm Phòng Y tế". */
    private List<String> returnsOf(WorkProgramme programme) {
        return programmes.historyOf(programme.id()).stream()
                .filter(event -> event.kind() == PlanEvent.Kind.RETURNED)
                .map(event -> "- %s, %s: %s"
                        .formatted(
                                event.actor()
                                        .map(actor -> organisation.nameOf(actor, event.happenedAt()))
                                        .orElse(""),
                                VietnamTime.inWords(VietnamTime.dateOf(event.happenedAt())),
                                event.why().orElse("")))
                .toList();
    }
}
