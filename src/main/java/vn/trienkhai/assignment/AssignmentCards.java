package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.CardFacts;
import vn.trienkhai.form.FormView.Timing;
import vn.trienkhai.form.OpenTask;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/** Cards of tasks within an assignment: the unit that owes it, its clause, where it stands towards its deadline. */
@Component
@Order(0)
class AssignmentCards implements CardFacts {

    private static final Timing NO_DEADLINE = new Timing(DeadlineState.NONE.name(), "Không hạn", null);

    private final AssignmentRepository repository;
    private final AssignmentFacts facts;
    private final Organisation organisation;
    private final Plans plans;

    AssignmentCards(AssignmentRepository repository, AssignmentFacts facts, Organisation organisation, Plans plans) {
        this.repository = repository;
        this.facts = facts;
        this.organisation = organisation;
        this.plans = plans;
    }

    @Override
    public Set<String> variables() {
        return Set.of(DutyAssignmentProcess.ASSIGNMENT, OverdueEscalationProcess.ASSIGNMENT);
    }

    /** The assignment that a task is a step of, or decides about. */
    static Optional<UUID> assignmentOf(OpenTask task) {
        return task.id(DutyAssignmentProcess.ASSIGNMENT).or(() -> task.id(OverdueEscalationProcess.ASSIGNMENT));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Card> cardsOf(Collection<OpenTask> tasks) {
        var wanted = tasks.stream().flatMap(task -> assignmentOf(task).stream()).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var assignments = repository.findAllByIdIn(wanted).stream()
                .collect(Collectors.toMap(Assignment::id, Function.identity()));
        var cards = new HashMap<String, Card>();
        for (var task : tasks) {
            assignmentOf(task)
                    .map(assignments::get)
                    .ifPresent(assignment -> cards.put(task.id(), cardOf(task, assignment)));
        }
        return cards;
    }

    private Card cardOf(OpenTask task, Assignment assignment) {
        var plan = plans.definition(assignment.planId());
        var clause = assignment
                .dutyCode()
                .map(code -> AssignmentFacts.clauseOf(plan, plan.duty(code).clause()))
                .orElse("Kế hoạch " + plan.number());
        var step = stepOf(task, assignment);
        return new Card(
                organisation.unit(assignment.unit()).name(),
                clause,
                step.isPresent() ? null : timingOf(assignment),
                step.map(day -> "Cả việc đến " + VietnamTime.format(day)).orElseGet(() -> noteOf(assignment)));
    }

    /** The last day of the whole, if the task is a step of it that has an earlier day of its own. */
    private static Optional<LocalDate> stepOf(OpenTask task, Assignment assignment) {
        return assignment
                .due()
                .filter(day -> assignment.isBinding() && task.due() != null)
                .filter(day -> VietnamTime.dateOf(task.due()).isBefore(day));
    }

    private Timing timingOf(Assignment assignment) {
        var timing = facts.timingOf(assignment);
        if (timing == null) {
            return NO_DEADLINE;
        }
        return assignment.progress() == Progress.AWAITING_REVIEW
                ? new Timing(
                        timing.state(),
                        "Đã trình " + (timing.state().equals(DeadlineState.DONE_LATE.name()) ? "sau hạn" : "đúng hạn"),
                        null)
                : timing;
    }

    private static String noteOf(Assignment assignment) {
        return assignment.isBinding() ? null : "Đề nghị phối hợp: có thể không nhận";
    }
}
