package vn.trienkhai.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentRung.Handling;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;

/** What the form of overdue-handling.bpmn shows: who was told when, and what this person can do about it. */
@Component
class OverdueHandlingForms implements FormFacts {

    private final Assignments assignments;
    private final Escalations escalations;
    private final AssignmentFacts facts;
    private final Organisation organisation;

    OverdueHandlingForms(
            Assignments assignments, Escalations escalations, AssignmentFacts facts, Organisation organisation) {
        this.assignments = assignments;
        this.escalations = escalations;
        this.facts = facts;
        this.organisation = organisation;
    }

    @Override
    public String processKey() {
        return OverdueEscalationProcess.HANDLING_KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        var rung = escalations.rung(UUID.fromString(opened.variable(OverdueEscalationProcess.RUNG)));
        var assignment = assignments.get(rung.assignmentId());
        return new FormView(
                facts.of(
                        assignment.id(),
                        new Fact("Tiến trình", assignment.progress().label()),
                        new Fact("Đã nhắc, đã báo", told(rung))),
                Map.of("officers", List.of()),
                Map.of(
                        "handlings",
                        choices(rung, assignment).stream()
                                .map(handling -> new Choice(handling.name(), label(handling, rung)))
                                .toList(),
                        "people",
                        organisation.peopleOf(assignment.unit()).stream()
                                .map(person -> new Choice(person.userId(), person.name()))
                                .toList(),
                        "units",
                        organisation.units().stream()
                                .filter(Unit::canBeAssigned)
                                .filter(unit -> !unit.id().equals(assignment.unit()))
                                .map(unit -> new Choice(unit.id(), unit.name()))
                                .toList(),
                        "ofTheUnit",
                        rung.audience() == Audience.UNIT_HEAD));
    }

    private String told(AssignmentRung rung) {
        var lines = new ArrayList<String>();
        for (var former : escalations.rungsOf(rung.assignmentId())) {
            var reminder = former.handledByUnit().isEmpty();
            if (former.due().equals(rung.due()) && !(reminder && former.isMerged())) {
                lines.add("%s: %s%s"
                        .formatted(
                                VietnamTime.format(former.reachedAt()),
                                former.handledByUnit()
                                        .map(unit -> "báo lãnh đạo "
                                                + organisation.unit(unit).name())
                                        .orElse("nhắc người thực hiện"),
                                former.handling()
                                        .map(handling -> " – đã xử lý: " + handling.label())
                                        .orElse("")));
            }
        }
        return String.join("\n", lines);
    }

    /** Work that nobody in the unit has yet can only be urged by its head, who will find the task to hand it out. */
    private static List<Handling> choices(AssignmentRung rung, Assignment assignment) {
        if (rung.audience() != Audience.UNIT_HEAD) {
            return List.of(Handling.values());
        }
        return assignment.officers().isEmpty()
                ? List.of(Handling.URGE)
                : List.of(Handling.URGE, Handling.REASSIGN, Handling.TAKE_OVER);
    }

    private static String label(Handling handling, AssignmentRung rung) {
        var ofTheUnit = rung.audience() == Audience.UNIT_HEAD;
        return switch (handling) {
            case URGE -> ofTheUnit ? "Đôn đốc người thực hiện" : "Đôn đốc đơn vị";
            case EXTEND -> "Gia hạn";
            case REASSIGN -> ofTheUnit ? "Thu hồi và phân công người khác" : "Giao cho đơn vị khác";
            case TAKE_OVER -> ofTheUnit ? "Trực tiếp thực hiện" : "Nhận về đơn vị mình thực hiện";
        };
    }
}
