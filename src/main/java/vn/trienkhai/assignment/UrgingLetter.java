package vn.trienkhai.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.UrgedWork.Line;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.PlanCitation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/**
 * Công văn đôn đốc of a plan's issuer: who owes what since when, and what falls due soon (Nghị định 30/2020/NĐ-CP, Điều 24:
 * execution of documents is followed and urged). Its subject is the plan.
 */
@Service
@Transactional(readOnly = true)
class UrgingLetter implements DocumentMaker {

    static final String KIND = "urging-letter";

    private final Assignments assignments;
    private final UrgedWork urged;
    private final Plans plans;
    private final Organisation organisation;

    UrgingLetter(Assignments assignments, UrgedWork urged, Plans plans, Organisation organisation) {
        this.assignments = assignments;
        this.urged = urged;
        this.plans = plans;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "Công văn đôn đốc";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return plans.inForce().stream()
                .filter(plan -> urged.drafterOf(plan, userId).isPresent())
                .flatMap(plan -> choiceOf(plan).stream())
                .toList();
    }

    private Optional<Choice> choiceOf(PlanDefinition plan) {
        var lines = urged.pressing(plan, assignments.ofPlan(plan.id()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Choice(plan.id(), "Kế hoạch %s: %s".formatted(plan.number(), countsOf(lines))));
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var plan = plans.inForce().stream()
                .filter(known -> known.id().equals(subject))
                .findFirst()
                .orElseThrow(() -> FormRefused.because("Kế hoạch này không đang có hiệu lực."));
        var drafter = urged.drafterOf(plan, by)
                .orElseThrow(() ->
                        FormRefused.because("Chỉ %s, văn phòng và %s lập được công văn đôn đốc thực hiện Kế hoạch %s."
                                .formatted(nameOf(plan.issuer()), nameOf(plan.leadAgency()), plan.number())));
        var open = assignments.ofPlan(plan.id());
        var lines = urged.pressing(plan, open);
        if (lines.isEmpty()) {
            throw FormRefused.because(
                    "Không có việc quá hạn hoặc sắp đến hạn theo Kế hoạch %s: không cần công văn đôn đốc."
                            .formatted(plan.number()));
        }
        return new DocumentOrder(
                DocumentType.LETTER,
                plan.issuer(),
                drafter,
                plan.id(),
                lines.stream()
                        .flatMap(line -> line.work().dutyCode().stream())
                        .map(plan::duty)
                        .flatMap(duty -> Stream.of(duty.clause(), duty.code()))
                        .distinct()
                        .sorted()
                        .toList(),
                lines.stream().anyMatch(line -> line.overdue() && line.work().isUrgent())
                        ? Urgency.URGENT
                        : Urgency.ORDINARY,
                new DocumentOrder.Source(KIND, plan.id()),
                textOf(plan, lines, urged.asked(plan, open)));
    }

    private DocumentText textOf(PlanDefinition plan, List<Line> lines, List<Line> asked) {
        var inAnnex = urged.needsAnnex(lines);
        var units = urged.unitsOf(lines);
        var issuer = organisation.unit(plan.issuer());
        var body = new ArrayList<Block>();
        body.add(new Paragraph("Qua theo dõi việc thực hiện %s, tính đến %s còn %s của %d cơ quan, đơn vị%s"
                .formatted(
                        PlanCitation.of(plan, issuer),
                        urged.nowInWords(),
                        countsOf(lines),
                        units.size(),
                        inAnnex ? " (danh mục tại Phụ lục kèm theo)." : ", cụ thể như sau:")));
        if (!inAnnex) {
            body.add(urged.table(lines));
        }
        demand(plan, issuer, lines, body);
        ask(issuer, asked, body);
        body.add(new Paragraph("%s yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.".formatted(issuer.name())));
        return new DocumentText(
                "Đôn đốc thực hiện " + PlanCitation.numberOf(plan),
                urged.addresseesOf(lines, asked),
                List.of(),
                body,
                inAnnex
                        ? List.of(new Annex(
                                "Danh mục việc quá hạn, sắp đến hạn theo " + PlanCitation.numberOf(plan),
                                List.of(urged.table(lines)),
                                false))
                        : List.of(),
                urged.recipientsOf(plan));
    }

    private void demand(PlanDefinition plan, Unit issuer, List<Line> lines, List<Block> body) {
        body.add(new Paragraph(
                "Để bảo đảm tiến độ, %s yêu cầu thủ trưởng các cơ quan, đơn vị:".formatted(issuer.name())));
        var number = 1;
        if (lines.stream().anyMatch(Line::overdue)) {
            body.add(new Paragraph(
                    ("%d. Đối với việc quá hạn: khẩn trương hoàn thành, gửi kết quả về nơi giao việc và nêu"
                                    + " rõ nguyên nhân chậm.")
                            .formatted(number++)));
        }
        if (!lines.stream().allMatch(Line::overdue)) {
            body.add(new Paragraph(
                    ("%d. Đối với việc sắp đến hạn: tập trung thực hiện, gửi kết quả đúng hạn; trường hợp có"
                                    + " khó khăn, vướng mắc thì xin gia hạn, nêu rõ lý do khi còn hạn.")
                            .formatted(number++)));
        }
        body.add(new Paragraph("%d. %s tiếp tục theo dõi, đôn đốc, tổng hợp kết quả, báo cáo %s."
                .formatted(number, nameOf(plan.leadAgency()), issuer.name())));
    }

    private void ask(Unit issuer, List<Line> asked, List<Block> body) {
        if (!asked.isEmpty()) {
            body.add(new Paragraph("%s trân trọng đề nghị %s quan tâm, phối hợp thực hiện các nội dung sau:"
                    .formatted(issuer.name(), String.join("; ", urged.unitsOf(asked)))));
            body.add(urged.tableOfAsked(asked));
        }
    }

    /** For example "3 việc quá hạn và 2 việc sắp đến hạn". */
    private static String countsOf(List<Line> lines) {
        var overdue = lines.stream().filter(Line::overdue).count();
        var soon = lines.size() - overdue;
        return Stream.of(
                        overdue == 0 ? "" : "%d việc quá hạn".formatted(overdue),
                        soon == 0 ? "" : "%d việc sắp đến hạn".formatted(soon))
                .filter(count -> !count.isEmpty())
                .reduce((one, other) -> one + " và " + other)
                .orElseThrow();
    }

    private String nameOf(String unit) {
        return organisation.unit(unit).name();
    }
}
