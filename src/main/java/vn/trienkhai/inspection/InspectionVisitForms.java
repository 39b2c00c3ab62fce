package vn.trienkhai.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Duty;

/** What the forms of inspection-visit.bpmn show. */
@Component
class InspectionVisitForms implements FormFacts {

    private final Inspections inspections;
    private final InspectionFacts facts;
    private final SelfReports selfReports;
    private final Organisation organisation;
    private final Clock clock;

    InspectionVisitForms(
            Inspections inspections,
            InspectionFacts facts,
            SelfReports selfReports,
            Organisation organisation,
            Clock clock) {
        this.inspections = inspections;
        this.facts = facts;
        this.selfReports = selfReports;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A line of the checklist before it is judged. */
    record FindingShown(String dutyCode, FindingResult result, String note) {}

    /** How far a recommendation is. */
    record FollowUpShown(String subject, String unit, String due, String progress, String result) {}

    @Override
    public String processKey() {
        return InspectionVisitProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        var visit = inspections.visit(UUID.fromString(opened.variable(InspectionVisitProcess.VISIT)));
        return switch (opened.element()) {
            case "UserTask_SendNotice" -> sendingNotice(visit);
            case "UserTask_SubmitSelfReport" -> reportingItself(visit);
            case "UserTask_ConductVisit" -> conducting(visit);
            case "UserTask_ConfirmMinutes" ->
                new FormView(
                        facts.of(visit, null, List.of()),
                        Map.of(),
                        Map.of(
                                "minutes", visit.minutes().orElse(""),
                                "visitFiles", facts.files(visit.visitFiles())));
            default -> closing(visit);
        };
    }

    private FormView sendingNotice(InspectionVisit visit) {
        var programme = inspections.programme(visit.programmeId());
        return new FormView(
                facts.of(visit, VietnamTime.format(visit.visitDate()), List.of()),
                Map.of(
                        "visitDate", VietnamTime.format(visit.visitDate()),
                        "content", visit.noticeContent().orElse(programme.content()),
                        "selfReportDue", VietnamTime.format(visit.visitDate().minusDays(1))),
                Map.of("plannedFor", VietnamTime.format(visit.visitDate())));
    }

    private FormView reportingItself(InspectionVisit visit) {
        var programme = inspections.programme(visit.programmeId());
        return new FormView(
                facts.of(
                        visit,
                        visit.selfReportDue().map(VietnamTime::format).orElse(null),
                        List.of(new Fact(
                                "Nội dung kiểm tra", visit.noticeContent().orElse("")))),
                Map.of("report", visit.selfReport().orElseGet(() -> selfReports.draftFor(programme, visit))),
                Map.of("evidence", selfReports.evidenceOf(programme, visit)));
    }

    private FormView conducting(InspectionVisit visit) {
        var programme = inspections.programme(visit.programmeId());
        var checklist = inspections.checklistOf(visit);
        var more = new ArrayList<Fact>();
        more.add(new Fact("Nội dung kiểm tra", visit.noticeContent().orElse("")));
        more.add(new Fact("Báo cáo tự kiểm tra", Minutes.selfReportOf(visit)));
        visit.selfReport().ifPresent(text -> more.add(new Fact("Đơn vị tự báo cáo", text)));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("visitedOn", VietnamTime.format(LocalDate.now(clock)));
        answer.put(
                "findings",
                checklist.stream()
                        .map(duty -> new FindingShown(duty.code(), null, null))
                        .toList());
        answer.put("recommendations", List.of());
        return new FormView(
                facts.of(visit, VietnamTime.format(visit.visitDate()), more),
                answer,
                Map.of(
                        "duties",
                                checklist.stream()
                                        .map(InspectionVisitForms::choice)
                                        .toList(),
                        "results",
                                List.of(FindingResult.values()).stream()
                                        .map(result -> new Choice(result.name(), result.label()))
                                        .toList(),
                        "evidence", selfReports.evidenceOf(programme, visit),
                        "selfReportFiles", facts.files(visit.selfReportFiles())));
    }

    private FormView closing(InspectionVisit visit) {
        return new FormView(
                facts.of(visit, null, List.of()),
                Map.of(),
                Map.of(
                        "minutes", visit.minutes().orElse(""),
                        "visitFiles", facts.files(visit.visitFiles()),
                        "followUp",
                                inspections.followUpOf(visit.id()).stream()
                                        .map(this::followUp)
                                        .toList()));
    }

    private FollowUpShown followUp(Assignment assignment) {
        return new FollowUpShown(
                assignment.subject(),
                organisation.unit(assignment.unit()).name(),
                assignment.due().map(VietnamTime::format).orElse(""),
                assignment.progress().label(),
                assignment.result().orElse(""));
    }

    private static Choice choice(Duty duty) {
        return new Choice(duty.code(), duty.code() + " – " + duty.name());
    }
}
