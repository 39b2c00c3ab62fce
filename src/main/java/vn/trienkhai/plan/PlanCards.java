package vn.trienkhai.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.form.CardFacts;
import vn.trienkhai.form.OpenTask;

/** The plan on the card of a task that is about a plan as a whole, or about one of its programmes. */
@Component
@Order(10)
class PlanCards implements CardFacts {

    private final Plans plans;
    private final WorkProgrammeRepository programmes;

    PlanCards(Plans plans, WorkProgrammeRepository programmes) {
        this.plans = plans;
        this.programmes = programmes;
    }

    @Override
    public Set<String> variables() {
        return Set.of(PlanAdoptionProcess.PLAN, WorkProgrammeProcess.PROGRAMME);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Card> cardsOf(Collection<OpenTask> tasks) {
        var cards = new HashMap<String, Card>();
        for (var task : tasks) {
            planOf(task)
                    .ifPresent(plan -> cards.put(
                            task.id(),
                            new Card(null, "Kế hoạch " + plans.definition(plan).number(), null, null)));
        }
        return cards;
    }

    private Optional<String> planOf(OpenTask task) {
        return task.variable(PlanAdoptionProcess.PLAN).or(() -> task.id(WorkProgrammeProcess.PROGRAMME)
                .flatMap(programmes::findById)
                .map(WorkProgramme::planId));
    }
}
