package vn.trienkhai.inspection;

import java.time.LocalDate;

/**
 * A notice of inspection as typed; {@link Inspections} checks it.
 *
 * @param selfReportDue last day on which the unit's own report is asked, inclusive
 * @param reason why the day differs from the planned one; null if it does not
 */
record VisitNotice(LocalDate visitDate, String content, LocalDate selfReportDue, String reason) {}
