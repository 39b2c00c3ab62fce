package vn.trienkhai.plan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    public Set<String> dutiesUnder(String planId, String clause) {
        return known(planId).stream()
                .flatMap(plan -> plan.duties().stream())
                .filter(duty -> duty.clause().equalsIgnoreCase(clause))
                .map(Duty::code)
                .collect(Collectors.toSet());
    }

    private Optional<PlanDefinition> known(String planId) {
        return plans.all().stream()
                .map(Plan::id)
                .filter(planId::equals)
                .findFirst()
                .map(plans::definition);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> nameOf(String planId) {
        return known(planId).map(plan -> PlanCitation.numberOf(plan) + " ngày " + VietnamTime.format(plan.issuedOn()));
    }
}
