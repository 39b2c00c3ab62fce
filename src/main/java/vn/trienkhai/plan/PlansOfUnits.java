package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Succession;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.WorkOfUnits;

/**
 * What plans ask of units when they are reorganised. A plan stays as it was issued; whoever took a unit's place is read in its
 * place (Luật 72/2025/QH15, Điều 54 khoản 8), so that nothing has to be rewritten.
 */
@Component
@Order(20)
class PlansOfUnits implements WorkOfUnits {

    private final Plans plans;
    private final WorkProgrammes programmes;

    PlansOfUnits(Plans plans, WorkProgrammes programmes) {
        this.plans = plans;
        this.programmes = programmes;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> openWorkOf(Unit unit, Optional<String> successorName) {
        if (!unit.isInForce()) {
            return List.of();
        }
        var items = new ArrayList<Item>();
        for (var plan : plans.all()) {
            var definition = plans.definition(plan.id());
            if (List.of(definition.issuer(), definition.leadAgency()).contains(unit.id())) {
                var part = "%s Kế hoạch %s"
                        .formatted(definition.issuer().equals(unit.id()) ? "Ban hành" : "Chủ trì", definition.number());
                items.add(successorName
                        .map(next -> Item.passes("Vai trò trong kế hoạch", part, next))
                        .orElseGet(() ->
                                Item.blocks("Vai trò trong kế hoạch", part, "Phải chọn đơn vị tiếp nhận vai trò này")));
            }
            plans.dutiesOf(plan.id(), unit.id())
                    .forEach(duty -> items.add(Item.passes(
                            "Nhiệm vụ của kế hoạch",
                            "%s, Kế hoạch %s, mục %s".formatted(duty.code(), definition.number(), duty.clause()),
                            successorName
                                    .map(next -> "Từ ngày hiệu lực: " + next)
                                    .orElse("Không còn đơn vị này thực hiện"))));
            programmes
                    .notYetOpenedOf(plan.id(), unit.id())
                    .forEach(line -> items.add(Item.passes(
                            "Dòng chương trình chưa giao",
                            line.subject(),
                            successorName
                                    .map(next -> "Khi giao: giao cho " + next)
                                    .orElse("Không giao nữa"))));
        }
        return items;
    }

    /** Nothing to rewrite: plans and programmes are read with the unit in its place. */
    @Override
    public void pass(Succession succession) {}
}
