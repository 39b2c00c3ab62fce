package vn.trienkhai.inspection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.form.CardFacts;
import vn.trienkhai.form.OpenTask;
import vn.trienkhai.plan.Plans;

/** The clause on the card of an inspection's task. */
@Component
@Order(10)
class InspectionCards implements CardFacts {

    private final InspectionProgrammeRepository programmes;
    private final InspectionVisitRepository visits;
    private final InspectionRules rules;
    private final Plans plans;

    InspectionCards(
            InspectionProgrammeRepository programmes,
            InspectionVisitRepository visits,
            InspectionRules rules,
            Plans plans) {
        this.programmes = programmes;
        this.visits = visits;
        this.rules = rules;
        this.plans = plans;
    }

    @Override
    public Set<String> variables() {
        return Set.of(InspectionVisitProcess.VISIT, InspectionProgrammeDelegates.PROGRAMME);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Card> cardsOf(Collection<OpenTask> tasks) {
        var cards = new HashMap<String, Card>();
        for (var task : tasks) {
            programmeOf(task)
                    .ifPresent(programme ->
                            cards.put(task.id(), new Card(null, clauseOf(programme.planId()), null, null)));
        }
        return cards;
    }

    private Optional<InspectionProgramme> programmeOf(OpenTask task) {
        return task.id(InspectionVisitProcess.VISIT)
                .flatMap(visits::findById)
                .map(InspectionVisit::programmeId)
                .or(() -> task.id(InspectionProgrammeDelegates.PROGRAMME))
                .flatMap(programmes::findById);
    }

    private String clauseOf(String planId) {
        var plan = plans.definition(planId);
        return rules.inspectionDuty(plan)
                .map(duty -> AssignmentFacts.clauseOf(plan, duty.clause()))
                .orElse("Kế hoạch " + plan.number());
    }
}
