package vn.trienkhai.inspection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
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
import vn.trienkhai.plan.PlanDefinition;

/** Kế hoạch kiểm tra: a programme of inspections as who issued the plan issues it. */
@Service
@Transactional(readOnly = true)
class InspectionProgrammeDocument implements DocumentMaker {

    static final String KIND = "inspection-programme";

    private static final Set<ProgrammeStatus> READY = EnumSet.of(ProgrammeStatus.PROPOSED, ProgrammeStatus.APPROVED);

    private final Inspections inspections;
    private final InspectionText text;
    private final Organisation organisation;

    InspectionProgrammeDocument(Inspections inspections, InspectionText text, Organisation organisation) {
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
        return "Kế hoạch kiểm tra";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return programmesOf(userId)
                .map(programme -> new Choice(
                        programme.id().toString(),
                        "%s (%s)".formatted(programme.name(), programme.status().label())))
                .toList();
    }

    /** Those whose visits are not all cancelled. */
    private Stream<InspectionProgramme> programmesOf(String userId) {
        return text.programmesOf(userId)
                .filter(programme -> READY.contains(programme.status()))
                .filter(programme -> !visitsOf(programme).isEmpty());
    }

    private List<InspectionVisit> visitsOf(InspectionProgramme programme) {
        return inspections.visitsOf(programme.id()).stream()
                .filter(visit -> visit.progress() != VisitProgress.CANCELLED)
                .toList();
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var programme = programmesOf(by)
                .filter(known -> known.id().toString().equals(subject))
                .findFirst()
                .orElseThrow(
                        () -> FormRefused.because(
                                "Chỉ đơn vị chủ trì kiểm tra lập được kế hoạch kiểm tra, của chương trình đã trình hoặc đã duyệt."));
        var plan = text.planOf(programme);
        return new DocumentOrder(
                DocumentType.PLAN,
                plan.issuer(),
                programme.leadAgency(),
                plan.id(),
                text.dutyCodeOf(plan).stream().toList(),
                Urgency.ORDINARY,
                new DocumentOrder.Source(KIND, programme.id().toString()),
                textOf(plan, programme));
    }

    private DocumentText textOf(PlanDefinition plan, InspectionProgramme programme) {
        var issuer = organisation.unit(plan.issuer());
        var lead = organisation.unit(programme.leadAgency());
        var visits = visitsOf(programme);
        var body = new ArrayList<Block>();
        body.add(new Paragraph("%s ban hành kế hoạch kiểm tra như sau:".formatted(issuer.name())));
        body.add(new Heading(1, "I. NỘI DUNG, THỜI KỲ KIỂM TRA"));
        body.add(new Paragraph("1. Nội dung: %s.".formatted(InspectionText.withoutStop(programme.content()))));
        body.add(new Paragraph("2. Thời kỳ được kiểm tra: %s.".formatted(InspectionText.periodOf(programme))));
        body.add(new Heading(1, "II. ĐƠN VỊ, THỜI GIAN KIỂM TRA"));
        body.add(scheduleOf(visits));
        body.add(new Heading(1, "III. TỔ CHỨC THỰC HIỆN"));
        body.add(new Paragraph(
                "1. %s thông báo lịch, tổ chức kiểm tra, lập biên bản, theo dõi việc thực hiện kiến nghị, báo cáo %s."
                        .formatted(lead.name(), issuer.name())));
        body.add(new Paragraph(
                "2. Các cơ quan, đơn vị được kiểm tra tự kiểm tra, gửi báo cáo về %s theo thời hạn được thông báo; chuẩn bị nội dung, hồ sơ, bố trí người làm việc."
                        .formatted(lead.name())));
        body.add(new Paragraph(
                "Trên đây là kế hoạch kiểm tra, %s yêu cầu các cơ quan, đơn vị thực hiện.".formatted(issuer.name())));
        return new DocumentText(
                "%s (%s)".formatted(text.dutyNameOf(plan), programme.name()),
                List.of(),
                text.basesOf(plan, programme).subList(0, 1),
                body,
                List.of(),
                Stream.of(
                                plan.recipientsIn(issuer.id()).stream(),
                                visits.stream()
                                        .map(visit ->
                                                organisation.unit(visit.unit()).name()),
                                Stream.of(lead.name()))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private Table scheduleOf(List<InspectionVisit> visits) {
        var rows = new ArrayList<List<String>>();
        for (var visit : visits) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    organisation.unit(visit.unit()).name(),
                    "%s, %s".formatted(VietnamTime.weekdayOf(visit.visitDate()), VietnamTime.format(visit.visitDate())),
                    text.peopleOf(visit)));
        }
        return new Table(
                null,
                List.of(
                        new Column("TT", true, 1),
                        new Column("Đơn vị được kiểm tra", false, 6),
                        new Column("Thời gian", false, 4),
                        new Column("Người kiểm tra", false, 5)),
                rows,
                false);
    }
}
