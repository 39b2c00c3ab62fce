package vn.trienkhai.assignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.Measure;

/** What the forms of duty-assignment.bpmn show. */
@Component
class DutyAssignmentForms implements FormFacts {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final Organisation organisation;
    private final ObjectProvider<ResultSuggestion> suggestions;

    DutyAssignmentForms(
            Assignments assignments,
            AssignmentFacts facts,
            Organisation organisation,
            ObjectProvider<ResultSuggestion> suggestions) {
        this.assignments = assignments;
        this.facts = facts;
        this.organisation = organisation;
        this.suggestions = suggestions;
    }

    @Override
    public String processKey() {
        return DutyAssignmentProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        var id = UUID.fromString(opened.variable(DutyAssignmentProcess.ASSIGNMENT));
        var assignment = assignments.get(id);
        return switch (opened.element()) {
            case "UserTask_HandOut" ->
                new FormView(
                        facts.of(id),
                        Map.of("officers", suggested(assignment.unit(), opened.userId())),
                        Map.of(
                                "people",
                                organisation.peopleOf(assignment.unit()).stream()
                                        .map(person -> new Choice(person.userId(), person.name()))
                                        .toList()));
            case "UserTask_DecideRefusal" ->
                new FormView(
                        facts.of(id),
                        Map.of(),
                        Map.of(
                                "units",
                                organisation.units().stream()
                                        .filter(Unit::canBeAssigned)
                                        .filter(unit -> !unit.id().equals(assignment.unit()))
                                        .map(unit -> new Choice(unit.id(), unit.name()))
                                        .toList()));
            case "UserTask_SubmitResult" ->
                new FormView(
                        facts.of(id),
                        submitting(assignment),
                        Map.of("evidence", facts.evidenceOf(id), "measures", measures()));
            case "UserTask_ReviewResult" ->
                new FormView(
                        facts.of(
                                id,
                                new Fact("Kết quả đã trình", assignment.result().orElse(""))),
                        Map.of(),
                        Map.of("evidence", facts.evidenceOf(id)));
            default -> FormView.of(facts.of(id));
        };
    }

    /** Where a unit has officers the work is theirs; otherwise whoever opens the form does it. */
    private List<String> suggested(String unit, String userId) {
        var officers = organisation.officersOf(unit);
        return List.of(officers.isEmpty() ? userId : officers.get(0).userId());
    }

    /** What a called process knows of the result is newer than what was handed in before a redo. */
    private Map<String, Object> submitting(Assignment assignment) {
        var answer = new LinkedHashMap<String, Object>();
        suggestions
                .orderedStream()
                .map(module -> module.suggestedResultOf(assignment.id()))
                .flatMap(Optional::stream)
                .findFirst()
                .or(assignment::result)
                .ifPresent(text -> answer.put("result", text));
        answer.put("done", List.of());
        return answer;
    }

    static List<Choice> measures() {
        return List.of(Measure.values()).stream()
                .map(measure -> new Choice(measure.name(), measure.label()))
                .toList();
    }
}
