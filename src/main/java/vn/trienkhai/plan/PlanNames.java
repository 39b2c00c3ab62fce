package vn.trienkhai.plan;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.PlanNaming;

/** Plans by number and day: numbers begin anew each year. */
@Component
class PlanNames implements PlanNaming {

    private final Plans plans;

    PlanNames(Plans plans) {
        this.plans = plans;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> nameOf(String planId) {
        return plans.all().stream()
                .filter(plan -> plan.id().equals(planId))
                .findFirst()
                .map(plan -> plans.definition(plan.id()))
                .map(plan -> PlanCitation.numberOf(plan) + " ngày " + VietnamTime.format(plan.issuedOn()));
    }
}
