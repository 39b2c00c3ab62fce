package vn.trienkhai.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * A programme as typed; {@link Inspections} checks it. Null where nothing was typed.
 *
 * @param periodFrom first day of the period that is inspected, inclusive
 * @param periodTo last day of it, inclusive
 */
record InspectionProposal(
        String planId, String name, LocalDate periodFrom, LocalDate periodTo, String content, List<Stop> stops) {

    /** One unit of the programme. @param inspectors user ids of people of the lead agency */
    record Stop(String unit, LocalDate visitDate, List<String> inspectors) {

        Stop {
            inspectors = inspectors == null ? List.of() : List.copyOf(inspectors);
        }
    }

    InspectionProposal {
        stops = stops == null ? List.of() : List.copyOf(stops);
    }
}
