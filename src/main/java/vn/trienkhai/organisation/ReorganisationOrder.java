package vn.trienkhai.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * A reorganisation as an administrator enters it.
 *
 * @param units ids of those that end; where they become a new unit, the first gives it its posts
 * @param successor id of an existing unit; null if there is none, or a new one
 * @param newUnit null unless one is made
 * @param basisNumber of the deciding document, e.g. "1654/NQ-UBTVQH15"
 * @param effectiveOn first day on which the ended units no longer are
 */
record ReorganisationOrder(
        ReorganisationKind kind,
        List<String> units,
        String successor,
        NewUnit newUnit,
        String basisNumber,
        LocalDate basisDate,
        String basisAgency,
        LocalDate effectiveOn) {

    ReorganisationOrder {
        units = units.stream().distinct().toList();
    }
}
