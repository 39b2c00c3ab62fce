package vn.trienkhai.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitGroup;
import vn.trienkhai.plan.Duty;

/** The units and groups, read once for all that one answer asks of them. */
class Chart {

    private final Map<String, Unit> units;
    private final Map<String, Set<String>> groups;
    private final List<String> order;
    private final Map<String, Integer> places;

    Chart(Organisation organisation) {
        var all = organisation.unitsOfAllTimes();
        units = all.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        order = all.stream().map(Unit::id).toList();
        places = IntStream.range(0, order.size()).boxed().collect(Collectors.toMap(order::get, Function.identity()));
        groups = organisation.groups().stream()
                .collect(Collectors.toMap(UnitGroup::id, group -> Set.copyOf(group.units())));
    }

    boolean knows(String unit) {
        return units.containsKey(unit);
    }

    Unit unit(String id) {
        return units.get(id);
    }

    /** All units, those that ended too, in the order of the organisation chart. */
    List<String> ids() {
        return order;
    }

    /** Its place in the chart; what the chart does not know comes last. */
    int placeOf(String unit) {
        return places.getOrDefault(unit, order.size());
    }

    /** What the organisation no longer knows is shown by its id. */
    Named named(String unit) {
        return new Named(unit, units.containsKey(unit) ? units.get(unit).shortNameAndWhatItIsNow() : unit);
    }

    /** Whether the duty is the unit's now; one that ended owes nothing more, who took its place owes it. */
    boolean owes(String unit, Duty duty) {
        return units.containsKey(unit)
                && unit(unit).isInForce()
                && duty.owners().stream()
                        .anyMatch(owner -> unit.equals(inPlaceOf(owner))
                                || groups.getOrDefault(owner, Set.of()).contains(unit));
    }

    private String inPlaceOf(String owner) {
        var now = owner;
        while (now != null && units.containsKey(now) && !units.get(now).isInForce()) {
            now = units.get(now).successor();
        }
        return now;
    }
}
