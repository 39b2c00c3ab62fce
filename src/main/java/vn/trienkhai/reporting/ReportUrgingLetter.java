package vn.trienkhai.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.UrgedWork;
import vn.trienkhai.assignment.UrgedWork.Line;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** Công văn đôn đốc of a report that was asked for: which units have not sent theirs. Its subject is the request. */
@Service
@Transactional(readOnly = true)
class ReportUrgingLetter implements DocumentMaker {

    static final String KIND = "report-urging-letter";

    private final Reports reports;
    private final UrgedWork urged;
    private final Plans plans;
    private final Organisation organisation;

    ReportUrgingLetter(Reports reports, UrgedWork urged, Plans plans, Organisation organisation) {
        this.reports = reports;
        this.urged = urged;
        this.plans = plans;
        this.organisation = organisation;
    }

    /** A request with the units that still owe their contributions; empty if none does. */
    private record Urged(PlanDefinition plan, ReportRequest request, List<Line> missing) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "Công văn đôn đốc gửi báo cáo";
    }

    @Override
    public List<Choice> subjectsFor(String userId) {
        return urgedBy(userId)
                .filter(each -> !each.missing().isEmpty())
                .map(each -> new Choice(
                        each.request().id().toString(),
                        "%s: %d đơn vị chưa gửi"
                                .formatted(each.request().name(), each.missing().size())))
                .toList();
    }

    private Stream<Urged> urgedBy(String userId) {
        return plans.inForce().stream()
                .filter(plan -> urged.drafterOf(plan, userId).isPresent())
                .flatMap(plan -> reports.collectingFor(plan.id()).stream()
                        .map(request ->
                                new Urged(plan, request, urged.owed(plan, reports.assignmentsOf(request.id())))));
    }

    @Override
    public DocumentOrder make(String subject, String by) {
        var found = urgedBy(by)
                .filter(each -> each.request().id().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> FormRefused.because(
                        "Chỉ đơn vị chủ trì, văn phòng và nơi ban hành kế hoạch đôn đốc được, khi đang thu báo cáo của các"
                                + " đơn vị."));
        var request = found.request();
        if (found.missing().isEmpty()) {
            throw FormRefused.because(
                    "Không còn đơn vị nào phải gửi “%s”: không cần công văn đôn đốc.".formatted(request.name()));
        }
        var plan = found.plan();
        return new DocumentOrder(
                DocumentType.LETTER,
                plan.issuer(),
                urged.drafterOf(plan, by).orElseThrow(),
                plan.id(),
                found.missing().stream()
                        .flatMap(line -> line.work().dutyCode().stream())
                        .map(plan::duty)
                        .flatMap(duty -> Stream.of(duty.clause(), duty.code()))
                        .distinct()
                        .sorted()
                        .toList(),
                request.urgency(),
                new DocumentOrder.Source(KIND, request.id().toString()),
                textOf(found));
    }

    private DocumentText textOf(Urged found) {
        var plan = found.plan();
        var request = found.request();
        var lines = found.missing();
        var inAnnex = urged.needsAnnex(lines);
        var issuer = organisation.unit(plan.issuer()).name();
        var lead = organisation.unit(plan.leadAgency()).name();
        var body = new ArrayList<Block>();
        body.add(new Paragraph(
                ("Tại văn bản số %s %s, các cơ quan, đơn vị được yêu cầu gửi “%s” (số liệu từ %s đến hết %s)"
                                + " về %s chậm nhất %s.")
                        .formatted(
                                request.basisNumber(),
                                VietnamTime.inWords(request.basisDate()),
                                request.name(),
                                VietnamTime.inWords(request.from()),
                                VietnamTime.inWords(request.to()),
                                lead,
                                VietnamTime.inWords(request.unitsDue()))));
        body.add(new Paragraph("Tính đến %s, còn %d cơ quan, đơn vị chưa gửi báo cáo%s"
                .formatted(
                        urged.nowInWords(),
                        urged.unitsOf(lines).size(),
                        inAnnex ? " (danh mục tại Phụ lục kèm theo)." : ", cụ thể như sau:")));
        if (!inAnnex) {
            body.add(urged.table(lines));
        }
        body.add(new Paragraph(
                ("%s yêu cầu thủ trưởng các cơ quan, đơn vị chưa gửi báo cáo khẩn trương gửi về %s để tổng hợp;"
                                + " sau thời hạn tổng hợp, đơn vị không gửi được ghi “chưa báo cáo”.")
                        .formatted(issuer, lead)));
        body.add(new Paragraph("%s yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.".formatted(issuer)));
        return new DocumentText(
                "Đôn đốc gửi “%s”".formatted(request.name()),
                urged.addresseesOf(lines, List.of()),
                List.of(),
                body,
                inAnnex
                        ? List.of(new Annex(
                                "Danh mục cơ quan, đơn vị chưa gửi báo cáo", List.of(urged.table(lines)), false))
                        : List.of(),
                urged.recipientsOf(plan));
    }
}
