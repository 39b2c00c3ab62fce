package vn.trienkhai.plan;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;

/** Who sees the work of all units under a plan: the unit that issued it, its lead agency, and the office. */
@Component
public class PlanOverseers {

    private final Plans plans;
    private final Organisation organisation;

    PlanOverseers(Plans plans, Organisation organisation) {
        this.plans = plans;
        this.organisation = organisation;
    }

    @Transactional(readOnly = true)
    public boolean oversees(String userId, String planId) {
        var plan = plans.definition(planId);
        return Stream.concat(
                        Stream.of(plan.issuer(), plan.leadAgency()),
                        organisation.units().stream()
                                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                                .map(Unit::id))
                .anyMatch(unit -> organisation.belongsTo(userId, unit));
    }
}
