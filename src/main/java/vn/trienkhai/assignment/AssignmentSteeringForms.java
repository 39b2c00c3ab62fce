package vn.trienkhai.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;

/** What the start form of assignment-steering.bpmn offers: open work that this person leads or asked for. */
@Component
class AssignmentSteeringForms implements FormFacts {

    private final Assignments assignments;
    private final Organisation organisation;

    AssignmentSteeringForms(Assignments assignments, Organisation organisation) {
        this.assignments = assignments;
        this.organisation = organisation;
    }

    /** @param acts what this person may do with it @param people whom it can be handed to */
    record Steerable(String value, String label, List<String> acts, List<Choice> people) {}

    @Override
    public String processKey() {
        return "assignment-steering";
    }

    @Override
    public FormView of(FormOpened opened) {
        var steerable = assignments.steerableBy(opened.userId()).stream()
                .map(open -> steerable(open, opened.userId()))
                .filter(choice -> !choice.acts().isEmpty())
                .toList();
        return new FormView(
                Known.of(
                        new Fact(
                                "Phạm vi",
                                "Lãnh đạo đơn vị được phân công lại việc của đơn vị; nơi giao được đổi hạn, tạm hoãn, rút việc đã giao.")),
                Map.of("officers", List.of()),
                Map.of("assignments", steerable));
    }

    private Steerable steerable(Assignment open, String userId) {
        var acts = new ArrayList<String>();
        if (!open.officers().isEmpty() && organisation.leads(userId, open.unit())) {
            acts.add("HAND_OUT");
        }
        if (assignments.commands(userId, open)) {
            if (open.progress() == Progress.ON_HOLD) {
                acts.add("RESUME");
            } else {
                if (open.progress() != Progress.AWAITING_REVIEW) {
                    acts.add("MOVE_DEADLINE");
                }
                if (open.progress().isWithTheUnit()) {
                    acts.add("HOLD");
                }
            }
        }
        if (organisation.leads(userId, open.assigner())) {
            acts.add("WITHDRAW");
        }
        return new Steerable(
                open.id().toString(),
                open.subject(),
                acts,
                organisation.peopleOf(open.unit()).stream()
                        .map(person -> new Choice(person.userId(), person.name()))
                        .toList());
    }
}
