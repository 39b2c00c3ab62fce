package vn.trienkhai.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentFacts.FileShown;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportParagraph.Source;

/** What the forms of report-on-request.bpmn show. */
@Component
class ReportOnRequestForms implements FormFacts {

    private final Reports reports;
    private final Contributions contributions;
    private final ReportTables tables;
    private final LateEntries lateEntries;
    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;

    ReportOnRequestForms(
            Reports reports,
            Contributions contributions,
            ReportTables tables,
            LateEntries lateEntries,
            Plans plans,
            Organisation organisation,
            Clock clock) {
        this.reports = reports;
        this.contributions = contributions;
        this.tables = tables;
        this.lateEntries = lateEntries;
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return ReportOnRequestProcess.KEY;
    }

    /** @param mustReport whether a clause of the plan binds the unit to report; otherwise it is only asked */
    record UnitAsked(String value, String label, boolean mustReport) {}

    /** @param mustReport ids of the units that are asked unless somebody chooses others */
    record PlanOffered(
            String value, String label, List<UnitAsked> units, List<String> mustReport, List<GroupOffered> groups) {}

    /** @param units ids of those of the group that can be asked */
    record GroupOffered(String label, List<String> units) {}

    record PeriodOffered(String label, String from, String to) {}

    /** Where a unit stands, and how many of the deadlines in the period it kept. */
    record UnitShown(String unit, String standing, boolean missing, int onTime, int late, int pending) {}

    record SectionShown(String heading, String body) {}

    /** What a unit handed in. */
    record AnswerShown(
            String unit,
            String writtenAt,
            List<SectionShown> sections,
            List<String> adjustments,
            List<FileShown> files) {}

    @Override
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return requesting();
        }
        var request = reports.get(UUID.fromString(opened.variable(ReportOnRequestProcess.REQUEST)));
        var plan = plans.definition(request.planId());
        var report = reports.reportOf(request.id());
        return switch (opened.element()) {
            case "UserTask_CloseCollection" ->
                new FormView(known(request), Map.of(), Map.of("units", shown(reports.standingsOf(request))));
            default -> consolidating(request, plan, report);
        };
    }

    private FormView requesting() {
        var offered = plans.inForce().stream().map(this::offered).toList();
        var answer = new LinkedHashMap<String, Object>();
        if (offered.size() == 1) {
            answer.put("plan", offered.get(0).value());
            answer.put("units", offered.get(0).mustReport());
        }
        answer.put("kind", ReportKind.TOPICAL.name());
        answer.put("urgency", Urgency.ORDINARY.name());
        answer.put("outline", new ArrayList<>(Reports.OUTLINE));
        answer.put("sendBy", "Qua hệ thống này");
        answer.put("figuresWanted", Dimension.values());
        return new FormView(
                Known.of(new Fact(
                        "Căn cứ",
                        "Yêu cầu báo cáo chuyên đề, đột xuất phải bằng văn bản hành chính (Nghị định 09/2019/NĐ-CP).")),
                answer,
                Map.of(
                        "plans",
                        offered,
                        "figures",
                        Stream.of(Dimension.values())
                                .map(dimension -> new Choice(dimension.name(), dimension.label()))
                                .toList(),
                        "kinds",
                        Stream.of(ReportKind.values())
                                .map(kind -> new Choice(kind.name(), kind.label()))
                                .toList(),
                        "urgencies",
                        Stream.of(Urgency.values())
                                .map(urgency -> new Choice(urgency.name(), urgency.label()))
                                .toList(),
                        "periods",
                        ReportingPeriods.around(LocalDate.now(clock)).stream()
                                .map(period -> new PeriodOffered(
                                        period.name(),
                                        VietnamTime.format(period.from()),
                                        VietnamTime.format(period.to())))
                                .toList()));
    }

    private PlanOffered offered(PlanDefinition plan) {
        var units = reports.askable(plan).stream()
                .map(unit -> new UnitAsked(
                        unit.id(),
                        unit.name(),
                        reports.reportingDutyOf(plan.id(), unit.id()).isPresent()))
                .toList();
        return new PlanOffered(
                plan.id(),
                "Kế hoạch " + plan.number(),
                units,
                units.stream()
                        .filter(UnitAsked::mustReport)
                        .map(UnitAsked::value)
                        .toList(),
                groupsAmong(units.stream().map(UnitAsked::value).toList()));
    }

    private List<GroupOffered> groupsAmong(List<String> askable) {
        return organisation.groups().stream()
                .map(group -> new GroupOffered(
                        group.name(),
                        group.units().stream().filter(askable::contains).toList()))
                .filter(group -> !group.units().isEmpty())
                .toList();
    }

    /** A paragraph as the form shows it. @param from where it came from, as people read it */
    record ParagraphShown(int section, Source source, String unit, String from, String body) {}

    /** The text begins with what is proposed; once written, it comes back as it was written. */
    private FormView consolidating(ReportRequest request, PlanDefinition plan, Optional<Report> report) {
        var figures = reports.figuresOf(request.id());
        var paragraphs = report.map(Report::paragraphs).orElseGet(() -> reports.draftOf(request.id()));
        var choices = new HashMap<String, Object>();
        choices.put("headings", request.outline());
        choices.put("tables", tables.of(figures, plan, request.figuresWanted().toArray(Dimension[]::new)));
        choices.put("units", shown(reports.standingsOf(request)));
        choices.put("lateEntries", lateEntries.of(request, clock.instant()));
        choices.put("answers", answers(request, plan));
        choices.put("request", request.id());
        report.flatMap(Report::documentId).ifPresent(document -> choices.put("documentId", document));
        return new FormView(
                known(request),
                Map.of("paragraphs", paragraphs.stream().map(this::shown).toList()),
                choices);
    }

    private ParagraphShown shown(ReportParagraph paragraph) {
        return new ParagraphShown(
                paragraph.section(),
                paragraph.source(),
                paragraph.unit().orElse(null),
                paragraph
                        .unit()
                        .map(unit -> organisation.unit(unit).name())
                        .orElse(paragraph.source().label()),
                paragraph.body());
    }

    private Known known(ReportRequest request) {
        return new Known(
                null,
                null,
                organisation.unit(request.requester()).name(),
                VietnamTime.format(request.wholeDue()),
                reports.returnsOf(request.id()),
                factsOf(request));
    }

    static List<Fact> factsOf(ReportRequest request) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(request.kind().label(), request.name()));
        facts.add(new Fact(
                "Văn bản yêu cầu",
                "%s ngày %s".formatted(request.basisNumber(), VietnamTime.format(request.basisDate()))));
        facts.add(new Fact(
                "Kỳ số liệu",
                "%s – %s".formatted(VietnamTime.format(request.from()), VietnamTime.format(request.to()))));
        facts.add(new Fact("Nội dung yêu cầu", request.content()));
        facts.add(new Fact("Hạn của các đơn vị", VietnamTime.format(request.unitsDue())));
        if (!request.waitingUntil().equals(request.unitsDue())) {
            facts.add(new Fact("Chờ đơn vị chậm đến", VietnamTime.format(request.waitingUntil())));
        }
        facts.add(new Fact("Độ khẩn", request.urgency().label()));
        request.receiver().ifPresent(receiver -> facts.add(new Fact("Gửi đến", receiver)));
        request.sendBy().ifPresent(how -> facts.add(new Fact("Cách gửi", how)));
        return facts;
    }

    private List<UnitShown> shown(List<ReportUnit> units) {
        return units.stream()
                .map(unit -> new UnitShown(
                        organisation.unit(unit.unit()).nameAndWhatItIsNow(),
                        unit.standing().label(),
                        unit.standing() == Standing.NOT_REPORTED,
                        unit.punctuality().onTime(),
                        unit.punctuality().late(),
                        unit.punctuality().pending()))
                .toList();
    }

    private List<AnswerShown> answers(ReportRequest request, PlanDefinition plan) {
        return reports.answersOf(request.id()).stream()
                .map(answer -> new AnswerShown(
                        organisation.unit(answer.unit()).nameAndWhatItIsNow(),
                        VietnamTime.format(answer.writtenAt()),
                        answer.sections().stream()
                                .filter(section -> !section.body().isEmpty())
                                .map(section -> new SectionShown(section.heading(), section.body()))
                                .toList(),
                        answer.adjustments().stream()
                                .map(given -> given.sentence(plan))
                                .toList(),
                        contributions.filesOf(answer).stream()
                                .map(file -> new FileShown(file.id(), file.name(), file.sizeBytes()))
                                .toList()))
                .toList();
    }
}
