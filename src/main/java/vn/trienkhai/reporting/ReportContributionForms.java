package vn.trienkhai.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentFacts.FileShown;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.Contributions.Terms;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/** What the form of report-contribution.bpmn shows: the unit's figures with the entries behind them, and its own words. */
@Component
class ReportContributionForms implements FormFacts {

    private final Contributions contributions;
    private final ReportTables tables;
    private final AssignmentFacts facts;
    private final Plans plans;

    ReportContributionForms(Contributions contributions, ReportTables tables, AssignmentFacts facts, Plans plans) {
        this.contributions = contributions;
        this.tables = tables;
        this.facts = facts;
        this.plans = plans;
    }

    @Override
    public String processKey() {
        return "report-contribution";
    }

    @Override
    public FormView of(FormOpened opened) {
        var id = UUID.fromString(opened.variable(ReportContributionDelegates.ASSIGNMENT));
        var terms = contributions.termsOf(id);
        var plan = plans.definition(terms.planId());
        var answer = contributions
                .of(id)
                .map(this::written)
                .orElseGet(() -> answer(Collections.nCopies(terms.outline().size(), ""), List.of(), List.of()));
        return new FormView(
                facts.of(id, factsOf(terms).toArray(Fact[]::new)),
                answer,
                Map.of(
                        "headings",
                        terms.outline(),
                        "tables",
                        tables.of(contributions.figuresOf(terms), plan, Dimension.CHANNEL, Dimension.TOPIC),
                        "evidence",
                        contributions.evidenceOf(terms).stream()
                                .map(entry -> facts.shown(plan, entry, terms.to()))
                                .toList(),
                        "channels",
                        plan.channels().stream()
                                .map(channel -> new Choice(channel.code(), channel.name()))
                                .toList(),
                        "measures",
                        Stream.of(Measure.values())
                                .map(measure -> new Choice(measure.name(), measure.label()))
                                .toList()));
    }

    private static List<Fact> factsOf(Terms terms) {
        return terms.request()
                .map(ReportOnRequestForms::factsOf)
                .orElseGet(() -> List.of(new Fact(
                        "Kỳ số liệu",
                        "%s – %s".formatted(VietnamTime.format(terms.from()), VietnamTime.format(terms.to())))));
    }

    /** What was written before it came back. */
    private Map<String, Object> written(Contribution contribution) {
        return answer(
                contribution.sections().stream().map(Section::body).toList(),
                contribution.adjustments().stream()
                        .map(given -> new ReportContributionDelegates.AdjustmentAnswer(
                                given.channel(), given.measure(), given.delta(), given.reason()))
                        .toList(),
                contributions.filesOf(contribution).stream()
                        .map(file -> new FileShown(file.id(), file.name(), file.sizeBytes()))
                        .toList());
    }

    private static Map<String, Object> answer(List<String> bodies, List<?> adjustments, List<FileShown> files) {
        var answer = new HashMap<String, Object>();
        answer.put("bodies", new ArrayList<>(bodies));
        answer.put("adjustments", adjustments);
        answer.put("attachments", files.stream().map(FileShown::id).toList());
        answer.put("files", files);
        return answer;
    }
}
