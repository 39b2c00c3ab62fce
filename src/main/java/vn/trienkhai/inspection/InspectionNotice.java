package vn.trienkhai.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.PlanDefinition;

/** Thông báo lịch kiểm tra: of one visit, or of all visits of a programme that still lie ahead. */
@Service
@Transactional(readOnly = true)
class InspectionNotice implements DocumentMaker {

    static final String KIND = "inspection-notice";

    private final Inspections inspections;
    private final InspectionText text;
    private final Organisation organisation;

    InspectionNotice(Inspections inspections, InspectionText text, Organisation organisation) {
        this.inspections = inspections;
        this.text = text;
        this.organisation = organisation;
    }

    /** @param id of the programme or of its one visit @param visits what is announced, by day */
    private record Announced(String id, String label, InspectionProgramme programme, List<InspectionVisit> visits) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "Thông báo lịch kiểm tra";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return announcedBy(userId)
                .map(announced -> new Choice(announced.id(), announced.label()))
                .toList();
    }

    private Stream<Announced> announcedBy(String userId) {
        return text.programmesOf(userId).flatMap(this::announcedOf);
    }

    private Stream<Announced> announcedOf(InspectionProgramme programme) {
        var ahead = inspections.visitsOf(programme.id()).stream()
                .filter(visit -> visit.progress().isBeforeTheVisit())
                .toList();
        var whole = Stream.of(new Announced(
                        programme.id().toString(),
                        "%s (%d đơn vị)".formatted(programme.name(), ahead.size()),
                        programme,
                        ahead))
                .filter(announced -> ahead.size() > 1);
        var each = ahead.stream()
                .map(visit -> new Announced(
                        visit.id().toString(),
                        "%s, ngày %s"
                                .formatted(
                                        organisation.unit(visit.unit()).name(), VietnamTime.format(visit.visitDate())),
                        programme,
                        List.of(visit)));
        return Stream.concat(whole, each);
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var announced = announcedBy(by)
                .filter(known -> known.id().equals(subject))
                .findFirst()
                .orElseThrow(() -> FormRefused.because(
                        "Chỉ đơn vị chủ trì kiểm tra thông báo được lịch kiểm tra, trước khi kiểm tra tại đơn vị."));
        var programme = announced.programme();
        var plan = text.planOf(programme);
        return new DocumentOrder(
                DocumentType.NOTICE,
                programme.leadAgency(),
                programme.leadAgency(),
                plan.id(),
                text.dutyCodeOf(plan).stream().toList(),
                Urgency.ORDINARY,
                new DocumentOrder.Source(KIND, announced.id()),
                announced.visits().size() == 1
                        ? ofVisit(plan, programme, announced.visits().get(0))
                        : ofProgramme(plan, programme, announced.visits()));
    }

    private DocumentText ofVisit(PlanDefinition plan, InspectionProgramme programme, InspectionVisit visit) {
        var unit = organisation.unit(visit.unit());
        var lead = organisation.unit(programme.leadAgency());
        var body = new ArrayList<Block>();
        body.add(new Paragraph("%s thông báo lịch kiểm tra tại %s như sau:".formatted(lead.name(), unit.name())));
        body.add(new Paragraph("1. Thời gian: %s, %s."
                .formatted(VietnamTime.weekdayOf(visit.visitDate()), VietnamTime.inWords(visit.visitDate()))));
        body.add(new Paragraph("2. Địa điểm: %s.".formatted(unit.name())));
        body.add(new Paragraph("3. Nội dung: %s."
                .formatted(InspectionText.withoutStop(visit.noticeContent().orElse(programme.content())))));
        body.add(new Paragraph("4. Thời kỳ được kiểm tra: %s.".formatted(InspectionText.periodOf(programme))));
        body.add(new Paragraph("5. Người kiểm tra: %s.".formatted(text.peopleOf(visit))));
        body.add(new Paragraph("%s đề nghị %s chuẩn bị nội dung, hồ sơ, bố trí người làm việc%s."
                .formatted(
                        lead.name(),
                        unit.name(),
                        visit.selfReportDue()
                                .map(due ->
                                        "; gửi báo cáo tự kiểm tra chậm nhất %s".formatted(VietnamTime.inWords(due)))
                                .orElse(""))));
        return new DocumentText(
                "Lịch %s tại %s".formatted(inspectionOf(plan), unit.name()),
                List.of(),
                text.basesOf(plan, programme),
                body,
                List.of(),
                List.of(unit.name(), organisation.unit(plan.issuer()).name() + " (để báo cáo)"));
    }

    private DocumentText ofProgramme(PlanDefinition plan, InspectionProgramme programme, List<InspectionVisit> visits) {
        var lead = organisation.unit(programme.leadAgency());
        var body = new ArrayList<Block>();
        body.add(new Paragraph(
                "%s thông báo lịch kiểm tra %d cơ quan, đơn vị như sau:".formatted(lead.name(), visits.size())));
        body.add(new Paragraph("1. Nội dung: %s.".formatted(InspectionText.withoutStop(programme.content()))));
        body.add(new Paragraph("2. Thời kỳ được kiểm tra: %s.".formatted(InspectionText.periodOf(programme))));
        body.add(new Paragraph("3. Lịch kiểm tra:"));
        body.add(scheduleOf(visits));
        body.add(new Paragraph(
                "%s đề nghị các cơ quan, đơn vị có tên trên chuẩn bị nội dung, hồ sơ, bố trí người làm việc theo lịch."
                        .formatted(lead.name())));
        return new DocumentText(
                "Lịch %s theo chương trình “%s”".formatted(inspectionOf(plan), programme.name()),
                List.of(),
                text.basesOf(plan, programme),
                body,
                List.of(),
                Stream.concat(
                                visits.stream()
                                        .map(visit -> organisation.unit(visit.unit()))
                                        .map(Unit::name),
                                Stream.of(organisation.unit(plan.issuer()).name() + " (để báo cáo)"))
                        .toList());
    }

    /** With the days on which self-reports are due, once the first notice has set one. */
    private Table scheduleOf(List<InspectionVisit> visits) {
        var withSelfReports =
                visits.stream().anyMatch(visit -> visit.selfReportDue().isPresent());
        var columns = List.of(
                new Column("TT", true, 2),
                new Column("Đơn vị được kiểm tra", false, 10),
                new Column("Ngày kiểm tra", false, 6),
                new Column("Người kiểm tra", false, 8),
                new Column("Hạn gửi báo cáo tự kiểm tra", false, 6));
        var shown = withSelfReports ? columns.size() : columns.size() - 1;
        var rows = new ArrayList<List<String>>();
        for (var visit : visits) {
            var cells = List.of(
                    Integer.toString(rows.size() + 1),
                    organisation.unit(visit.unit()).name(),
                    "%s, %s".formatted(VietnamTime.weekdayOf(visit.visitDate()), VietnamTime.format(visit.visitDate())),
                    text.peopleOf(visit),
                    visit.selfReportDue().map(VietnamTime::format).orElse(""));
            rows.add(cells.subList(0, shown));
        }
        return new Table(null, columns.subList(0, shown), rows, false);
    }

    /** As it continues a sentence. */
    private String inspectionOf(PlanDefinition plan) {
        var name = text.dutyNameOf(plan);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
