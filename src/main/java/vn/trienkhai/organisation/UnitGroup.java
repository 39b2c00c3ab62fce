package vn.trienkhai.organisation;

import java.util.List;

/** Units that a plan names together, e.g. "UBND các xã, phường". @param units ids, in the order in which they are listed */
public record UnitGroup(String id, String name, List<String> units) {

    public UnitGroup {
        units = List.copyOf(units);
    }
}
