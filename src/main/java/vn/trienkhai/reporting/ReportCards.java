package vn.trienkhai.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.form.CardFacts;
import vn.trienkhai.form.OpenTask;
import vn.trienkhai.plan.Plans;

/** The plan on the card of a report that is being put together. */
@Component
@Order(10)
class ReportCards implements CardFacts {

    private final ReportRequestRepository requests;
    private final Plans plans;

    ReportCards(ReportRequestRepository requests, Plans plans) {
        this.requests = requests;
        this.plans = plans;
    }

    @Override
    public Set<String> variables() {
        return Set.of(ReportOnRequestProcess.REQUEST);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Card> cardsOf(Collection<OpenTask> tasks) {
        var cards = new HashMap<String, Card>();
        for (var task : tasks) {
            task.id(ReportOnRequestProcess.REQUEST)
                    .flatMap(requests::findById)
                    .ifPresent(request -> cards.put(
                            task.id(),
                            new Card(
                                    null,
                                    "Kế hoạch "
                                            + plans.definition(request.planId()).number(),
                                    null,
                                    null)));
        }
        return cards;
    }
}
