package vn.trienkhai.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentFacts.FileShown;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;

/** What the form of report-contribution.bpmn shows: the unit's figures with the entries behind them, and its own words. */
@Component
class ReportContributionForms implements FormFacts {

    private final Reports reports;
    private final ReportTables tables;
    private final AssignmentFacts facts;
    private final Assignments assignments;
    private final Attachments attachments;
    private final Plans plans;

    ReportContributionForms(
            Reports reports,
            ReportTables tables,
            AssignmentFacts facts,
            Assignments assignments,
            Attachments attachments,
            Plans plans) {
        this.reports = reports;
        this.tables = tables;
        this.facts = facts;
        this.assignments = assignments;
        this.attachments = attachments;
        this.plans = plans;
    }

    @Override
    public String processKey() {
        return "report-contribution";
    }

    @Override
    public FormView of(FormOpened opened) {
        var id = UUID.fromString(opened.variable(ReportContributionDelegates.ASSIGNMENT));
        var request = reports.requestOf(id);
        var plan = plans.definition(request.planId());
        var entries = reports.evidenceOf(request, assignments.get(id).unit());
        var written = reports.contributionOf(id);
        var answer = new HashMap<String, Object>();
        answer.put("bodies", written.map(Contribution::sections).orElseGet(() -> request.sections().stream()
                .map(section -> "")
                .toList()));
        answer.put(
                "adjustments",
                written.map(Contribution::adjustments).orElse(List.of()).stream()
                        .map(given -> new ReportContributionDelegates.AdjustmentAnswer(
                                given.channel(), given.measure(), given.delta(), given.reason()))
                        .toList());
        var files = attachments.all(
                new ArrayList<>(written.map(Contribution::attachments).orElse(Set.of())));
        answer.put("attachments", files.stream().map(file -> file.id()).toList());
        answer.put(
                "files",
                files.stream()
                        .map(file -> new FileShown(file.id(), file.name(), file.sizeBytes()))
                        .toList());
        return new FormView(
                facts.of(id, ReportOnRequestForms.factsOf(request).toArray(Fact[]::new)),
                answer,
                Map.of(
                        "headings",
                        request.sections().stream().map(ReportSection::heading).toList(),
                        "tables",
                        tables.of(ReportFigures.of(entries), plan).subList(1, 3),
                        "evidence",
                        entries.stream().map(entry -> facts.shown(plan, entry)).toList(),
                        "channels",
                        plan.channels().stream()
                                .map(channel -> new Choice(channel.code(), channel.name()))
                                .toList(),
                        "measures",
                        Stream.of(Measure.values())
                                .map(measure -> new Choice(measure.name(), measure.label()))
                                .toList()));
    }
}
