package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.Objects;
import vn.trienkhai.calendar.DeadlineTerm;

/**
 * An assignment to be opened.
 *
 * @param dutyCode the plan's duty that it comes from; null where it comes from none, such as a recommendation
 * @param unit who owes it
 * @param assigner the unit that asks and reviews
 * @param subject what stands in lists behind a task's name: duty, unit, period; at most 200 characters
 * @param instruction what is expected, in the assigner's words
 * @param deadline by when, as it was given; null for no deadline
 * @param workProcess key of the process that carries the work out; null if the unit just does it and reports
 * @param binding false where the unit is only asked: it may decline and is never late
 * @param urgent whether its ladder has shorter steps
 */
public record AssignmentOrder(
        String planId,
        String dutyCode,
        Origin origin,
        String unit,
        String assigner,
        String subject,
        String instruction,
        DeadlineTerm deadline,
        String workProcess,
        boolean binding,
        boolean urgent) {

    /** A binding order by a day, inclusive; null for no deadline. */
    public AssignmentOrder(
            String planId,
            String dutyCode,
            Origin origin,
            String unit,
            String assigner,
            String subject,
            String instruction,
            LocalDate due,
            String workProcess) {
        this(
                planId,
                dutyCode,
                origin,
                unit,
                assigner,
                subject,
                instruction,
                due == null ? null : DeadlineTerm.on(due),
                workProcess,
                true,
                false);
    }

    /** The same between other units. */
    AssignmentOrder between(String otherUnit, String otherAssigner) {
        return new AssignmentOrder(
                planId,
                dutyCode,
                origin,
                otherUnit,
                otherAssigner,
                subject,
                instruction,
                deadline,
                workProcess,
                binding,
                urgent);
    }

    public AssignmentOrder {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(assigner, "assigner");
        Objects.requireNonNull(subject, "subject");
    }
}
