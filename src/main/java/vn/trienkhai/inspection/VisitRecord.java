package vn.trienkhai.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the inspectors bring back from a unit, as typed; {@link Inspections} checks it. */
record VisitRecord(LocalDate visitedOn, List<Finding> findings, List<Demand> demands, Set<UUID> files) {

    /** A recommendation. @param due last day on time, inclusive @param dutyCode null if about no duty in particular */
    record Demand(String wording, LocalDate due, String dutyCode) {}

    VisitRecord {
        findings = findings == null ? List.of() : List.copyOf(findings);
        demands = demands == null ? List.of() : List.copyOf(demands);
        files = files == null ? Set.of() : Set.copyOf(files);
    }
}
