package vn.trienkhai.plan;

import java.util.List;
import java.util.UUID;

/** Answered by the module that carries programmes out: what became of them. */
public interface ProgrammeResults {

    /** One line for each unit that the programme asked, by id of the unit. */
    List<UnitResult> resultsOf(UUID programme);

    /**
     * @param onTime fulfilled in time
     * @param late fulfilled, but late
     * @param open not finished, whether late or not
     * @param overdue how many of the open ones are late
     */
    record UnitResult(String unit, int onTime, int late, int open, int overdue, int withdrawn) {}
}
