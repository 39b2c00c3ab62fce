package vn.trienkhai.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Cosigner;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanDefinition;

/**
 * Biên bản kiểm tra of a visit, signed by both parties (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9). Hours and the people of the
 * unit are not recorded here: where the text needs them, dots stay to be filled in by hand.
 */
@Service
@Transactional(readOnly = true)
class InspectionMinutes implements DocumentMaker {

    static final String KIND = "inspection-minutes";

    private static final String OPEN = "……………………";

    private final Inspections inspections;
    private final InspectionText text;
    private final Organisation organisation;

    InspectionMinutes(Inspections inspections, InspectionText text, Organisation organisation) {
        this.inspections = inspections;
        this.text = text;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "Biên bản kiểm tra";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return visitedBy(userId)
                .map(visit -> new Choice(
                        visit.id().toString(),
                        "%s, ngày %s"
                                .formatted(
                                        organisation.unit(visit.unit()).name(),
                                        visit.visitedOn()
                                                .map(VietnamTime::format)
                                                .orElseThrow())))
                .toList();
    }

    private Stream<InspectionVisit> visitedBy(String userId) {
        return text.programmesOf(userId)
                .flatMap(programme -> inspections.visitsOf(programme.id()).stream())
                .filter(visit -> visit.visitedOn().isPresent());
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var visit = visitedBy(by)
                .filter(known -> known.id().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> FormRefused.because(
                        "Chỉ đơn vị chủ trì kiểm tra lập được biên bản, sau khi đã kiểm tra tại đơn vị."));
        var programme = inspections.programme(visit.programmeId());
        var plan = text.planOf(programme);
        return new DocumentOrder(
                DocumentType.MINUTES,
                programme.leadAgency(),
                programme.leadAgency(),
                plan.id(),
                Stream.concat(
                                text.dutyCodeOf(plan).stream(),
                                visit.findings().stream().map(Finding::dutyCode))
                        .distinct()
                        .toList(),
                Urgency.ORDINARY,
                new DocumentOrder.Source(KIND, visit.id().toString()),
                textOf(plan, programme, visit));
    }

    private DocumentText textOf(PlanDefinition plan, InspectionProgramme programme, InspectionVisit visit) {
        var unit = organisation.unit(visit.unit());
        var lead = organisation.unit(programme.leadAgency());
        var body = new ArrayList<Block>();
        body.add(new Paragraph("Thời gian: bắt đầu lúc … giờ … phút, %s."
                .formatted(VietnamTime.inWords(visit.visitedOn().orElseThrow()))));
        body.add(new Paragraph("Địa điểm: %s.".formatted(unit.name())));
        body.add(new Heading(1, "I. THÀNH PHẦN"));
        body.add(new Paragraph("1. Bên kiểm tra (%s):".formatted(lead.name())));
        visit.inspectors().forEach(inspector -> body.add(new Paragraph("- " + text.personOf(inspector))));
        body.add(new Paragraph("2. Bên được kiểm tra (%s):".formatted(unit.name())));
        body.add(new Paragraph("- " + visit.confirmedBy().map(text::personOf).orElse(OPEN)));
        body.add(new Heading(1, "II. NỘI DUNG KIỂM TRA"));
        body.add(new Paragraph("1. Nội dung: %s.".formatted(InspectionText.withoutStop(contentOf(programme, visit)))));
        body.add(new Paragraph("2. Thời kỳ được kiểm tra: %s.".formatted(InspectionText.periodOf(programme))));
        body.add(new Paragraph("3. Báo cáo tự kiểm tra của đơn vị: %s.".formatted(Minutes.selfReportOf(visit))));
        body.add(new Heading(1, "III. KẾT QUẢ KIỂM TRA"));
        body.add(findingsOf(plan, visit));
        body.add(new Heading(1, "IV. KIẾN NGHỊ"));
        var recommendations = inspections.recommendationsOf(visit.id());
        body.add(
                recommendations.isEmpty()
                        ? new Paragraph("Không có kiến nghị.")
                        : recommendationsOf(plan, recommendations));
        body.add(new Heading(1, "V. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA"));
        body.add(new Paragraph(opinionOf(visit)));
        body.add(new Paragraph("Buổi kiểm tra kết thúc vào … giờ … phút, ngày … tháng … năm …"));
        return new DocumentText(
                text.dutyNameOf(plan) + " tại " + unit.name(),
                List.of(),
                text.basesOf(plan, programme),
                body,
                List.of(),
                List.of(unit.name()),
                List.of(new Cosigner(
                        "Đại diện đơn vị được kiểm tra",
                        visit.confirmedBy().map(organisation::nameOf).orElse(null))));
    }

    private static String contentOf(InspectionProgramme programme, InspectionVisit visit) {
        return visit.noticeContent().orElse(programme.content());
    }

    private static Table findingsOf(PlanDefinition plan, InspectionVisit visit) {
        var rows = new ArrayList<List<String>>();
        for (var finding : visit.findings()) {
            var duty = plan.duty(finding.dutyCode());
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    "%s (mục %s)".formatted(duty.name(), duty.clause()),
                    finding.result().label(),
                    Optional.ofNullable(finding.note()).orElse("")));
        }
        return new Table(
                null,
                List.of(
                        new Column("TT", true, 1),
                        new Column("Nhiệm vụ", false, 6),
                        new Column("Kết quả", false, 3),
                        new Column("Nhận xét", false, 5)),
                rows,
                false);
    }

    private static Table recommendationsOf(PlanDefinition plan, List<Recommendation> recommendations) {
        var rows = new ArrayList<List<String>>();
        for (var recommendation : recommendations) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    recommendation.wording(),
                    recommendation
                            .dutyCode()
                            .map(plan::duty)
                            .map(duty -> duty.name())
                            .orElse(""),
                    VietnamTime.format(recommendation.due())));
        }
        return new Table(
                null,
                List.of(
                        new Column("TT", true, 1),
                        new Column("Kiến nghị", false, 7),
                        new Column("Nhiệm vụ", false, 4),
                        new Column("Thời hạn", false, 3)),
                rows,
                false);
    }

    private static String opinionOf(InspectionVisit visit) {
        return visit.confirmedAt()
                .map(at -> "Đơn vị thông qua biên bản %s, %s"
                        .formatted(
                                VietnamTime.inWords(VietnamTime.dateOf(at)),
                                visit.reservation()
                                        .map(reserved -> "bảo lưu ý kiến: " + reserved)
                                        .orElse("thống nhất toàn bộ nội dung.")))
                .orElse(OPEN);
    }
}
