package vn.trienkhai.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.trienkhai.organisation.OrganisationChart;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitGroup;

/** Units and groups that a plan can speak of: those stored already, and those that it brings with it. */
record KnownUnits(Map<String, Unit> units, Map<String, UnitGroup> groups) {

    static KnownUnits of(List<Unit> units, List<UnitGroup> groups) {
        var unitsById = new LinkedHashMap<String, Unit>();
        units.forEach(unit -> unitsById.put(unit.id(), unit));
        var groupsById = new LinkedHashMap<String, UnitGroup>();
        groups.forEach(group -> groupsById.put(group.id(), group));
        return new KnownUnits(unitsById, groupsById);
    }

    KnownUnits with(OrganisationChart chart) {
        var together = of(List.copyOf(units.values()), List.copyOf(groups.values()));
        chart.units().forEach(unit -> together.units().put(unit.id(), unit));
        chart.groups().forEach(group -> together.groups().put(group.id(), group));
        return together;
    }

    boolean contains(String unitOrGroup) {
        return units.containsKey(unitOrGroup) || groups.containsKey(unitOrGroup);
    }

    /** Whether the unit, or every member of the group, can be assigned work; what is not known is reported elsewhere. */
    boolean canBeAssigned(String unitOrGroup) {
        if (groups.containsKey(unitOrGroup)) {
            return groups.get(unitOrGroup).units().stream().allMatch(this::canBeAssigned);
        }
        var unit = units.get(unitOrGroup);
        return unit == null || unit.kind() == null || unit.canBeAssigned();
    }
}
