package vn.trienkhai.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** What the forms of report-on-request.bpmn show. */
@Component
class ReportOnRequestForms implements FormFacts {

    private final Reports reports;
    private final ReportTables tables;
    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;

    ReportOnRequestForms(Reports reports, ReportTables tables, Plans plans, Organisation organisation, Clock clock) {
        this.reports = reports;
        this.tables = tables;
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

    record PlanOffered(String value, String label, List<UnitAsked> units) {}

    record PeriodOffered(String label, String from, String to) {}

    /** Where a unit stands with its contribution. */
    record UnitState(String unit, String state, String submitted, boolean missing) {}

    record SectionShown(String heading, String body) {}

    @Override
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return requesting();
        }
        var request = reports.get(UUID.fromString(opened.variable(ReportOnRequestProcess.REQUEST)));
        var plan = plans.definition(request.planId());
        var known = known(request, plan);
        return switch (opened.element()) {
            case "UserTask_CloseCollection" -> new FormView(known, Map.of(), Map.of("units", states(request)));
            case "UserTask_Consolidate" -> consolidating(request, plan, known);
            default ->
                new FormView(
                        known,
                        Map.of(),
                        Map.of(
                                "sections",
                                request.sections().stream()
                                        .map(section -> new SectionShown(section.heading(), section.body()))
                                        .toList(),
                                "tables",
                                tables.of(request.figures(), plan),
                                "units",
                                states(request)));
        };
    }

    private FormView requesting() {
        var today = LocalDate.now(clock);
        var offered = plans.inForce().stream().map(this::offered).toList();
        var answer = new LinkedHashMap<String, Object>();
        if (offered.size() == 1) {
            answer.put("plan", offered.get(0).value());
            answer.put(
                    "units",
                    offered.get(0).units().stream()
                            .filter(UnitAsked::mustReport)
                            .map(UnitAsked::value)
                            .toList());
        }
        answer.put("kind", ReportKind.TOPICAL.name());
        answer.put("urgency", Urgency.ORDINARY.name());
        answer.put("outline", new ArrayList<>(Reports.OUTLINE));
        answer.put("sendBy", "Qua hệ thống này");
        var choices = new HashMap<String, Object>();
        choices.put("plans", offered);
        choices.put(
                "kinds",
                Stream.of(ReportKind.values())
                        .map(kind -> new Choice(kind.name(), kind.label()))
                        .toList());
        choices.put(
                "urgencies",
                Stream.of(Urgency.values())
                        .map(urgency -> new Choice(urgency.name(), urgency.label()))
                        .toList());
        choices.put(
                "periods",
                ReportingPeriods.around(today).stream()
                        .map(period -> new PeriodOffered(
                                period.name(), VietnamTime.format(period.from()), VietnamTime.format(period.to())))
                        .toList());
        return new FormView(
                Known.of(new Fact(
                        "Căn cứ",
                        "Yêu cầu báo cáo chuyên đề, đột xuất phải bằng văn bản hành chính (Nghị định 09/2019/NĐ-CP).")),
                answer,
                choices);
    }

    /** Every unit that can be asked; the lead agency consolidates and is not asked. */
    private PlanOffered offered(PlanDefinition plan) {
        return new PlanOffered(
                plan.id(),
                "Kế hoạch " + plan.number(),
                organisation.units().stream()
                        .filter(unit -> !unit.id().equals(plan.leadAgency())
                                && !unit.id().equals(plan.issuer()))
                        .map(unit -> new UnitAsked(
                                unit.id(),
                                unit.name(),
                                reports.reportingDutyOf(plan.id(), unit.id()).isPresent()))
                        .toList());
    }

    private FormView consolidating(ReportRequest request, PlanDefinition plan, Known known) {
        var draft = reports.draftOf(request.id());
        var bodies = new ArrayList<String>();
        for (int i = 0; i < draft.size(); i++) {
            var written = request.sections().get(i).body();
            bodies.add(written.isEmpty() ? draft.get(i) : written);
        }
        return new FormView(
                known,
                Map.of("bodies", bodies),
                Map.of(
                        "headings",
                        request.sections().stream().map(ReportSection::heading).toList(),
                        "tables",
                        tables.of(reports.figuresOf(request.id()), plan),
                        "units",
                        states(request)));
    }

    private Known known(ReportRequest request, PlanDefinition plan) {
        return new Known(
                "Kế hoạch %s".formatted(plan.number()),
                null,
                organisation.unit(request.requester()).name(),
                VietnamTime.format(request.wholeDue()),
                reports.reviewsOf(request.id()).stream()
                        .filter(review -> !review.approved())
                        .map(review -> new Returned(
                                organisation.nameOf(review.reviewedBy()),
                                VietnamTime.format(review.reviewedAt()),
                                review.remark()))
                        .toList(),
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
        facts.add(new Fact("Độ khẩn", request.urgency().label()));
        request.sendBy().ifPresent(how -> facts.add(new Fact("Cách gửi", how)));
        request.figuresAsOf().ifPresent(moment -> facts.add(new Fact("Số liệu tính đến", VietnamTime.format(moment))));
        return facts;
    }

    private List<UnitState> states(ReportRequest request) {
        return reports.assignmentsOf(request.id()).stream().map(this::state).toList();
    }

    private UnitState state(Assignment assignment) {
        var missing = !Reports.isHandedIn(assignment) && !assignment.progress().isClosed();
        return new UnitState(
                organisation.unit(assignment.unit()).name(),
                missing
                        ? "Chưa báo cáo – " + assignment.progress().label()
                        : assignment.progress().label(),
                assignment.submittedAt().map(VietnamTime::format).orElse(""),
                missing);
    }
}
