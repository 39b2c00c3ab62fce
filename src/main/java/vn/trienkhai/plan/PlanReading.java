package vn.trienkhai.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.OrganisationChart;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitGroup;

/** The files of a plan, read and found in order. */
record PlanReading(PlanDefinition plan, Optional<OrganisationChart> chart, String definition, String source) {

    /** @throws PlanInvalid with all problems of all files */
    static PlanReading of(PlanFiles files, Organisation organisation) {
        return of(files, organisation::knows, organisation.units(), organisation.groups());
    }

    /** @throws PlanInvalid with all problems of all files */
    static PlanReading of(PlanFiles files, List<Unit> units) {
        return of(files, id -> units.stream().anyMatch(unit -> unit.id().equals(id)), units, List.of());
    }

    /** Reads a stored plan, whose units were checked when it was loaded. */
    static PlanDefinition again(String planId, String definition, String source) {
        throw new UnsupportedOperationException(planId);
    }

    private static PlanReading of(PlanFiles files, Predicate<String> known, List<Unit> units, List<UnitGroup> groups) {
        throw new UnsupportedOperationException(new ArrayList<>(List.of(StandardCharsets.UTF_8)).toString());
    }
}
