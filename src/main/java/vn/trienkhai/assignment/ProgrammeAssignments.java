package vn.trienkhai.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.plan.ProgrammeApproved;
import vn.trienkhai.plan.ProgrammeItem;
import vn.trienkhai.plan.ProgrammeResults;
import vn.trienkhai.plan.WorkProgrammes;

/** Carries programmes out: opens an assignment for each approved line, tells when all are closed, and counts the results. */
@Component
class ProgrammeAssignments implements ProgrammeResults {

    private static final String ORIGIN = "programme";

    private final Assignments assignments;
    private final WorkProgrammes programmes;
    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;

    ProgrammeAssignments(
            Assignments assignments, WorkProgrammes programmes, Plans plans, Organisation organisation, Clock clock) {
        this.assignments = assignments;
        this.programmes = programmes;
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A line of a unit that ended is the successor's; where there is none, nobody owes it. */
    @EventListener
    void open(ProgrammeApproved approved) {
        approved.items().stream()
                .filter(item -> organisation.current(item.unit()).isPresent())
                .forEach(item -> assignments.open(orderOf(approved, item), approved.by()));
    }

    @EventListener
    void count(AssignmentClosed closed) {
        if (!ORIGIN.equals(closed.origin().kind())) {
            return;
        }
        var programme = UUID.fromString(closed.origin().id());
        programmes.oneAtATime(programme);
        if (!assignments.isAnyOpenOf(closed.origin())) {
            programmes.allAssignmentsClosed(programme);
        }
    }

    /** What was transferred counts at the unit that it went to. */
    @Override
    public List<UnitResult> resultsOf(UUID programme) {
        var now = clock.instant();
        return assignments.openedBy(new Origin(ORIGIN, programme.toString())).stream()
                .filter(assignment -> assignment.progress() != Progress.TRANSFERRED)
                .collect(Collectors.groupingBy(Assignment::unit, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(ofUnit -> resultOf(ofUnit.getKey(), ofUnit.getValue(), now))
                .toList();
    }

    private AssignmentOrder orderOf(ProgrammeApproved approved, ProgrammeItem item) {
        var duty = plans.definition(approved.planId()).duty(item.dutyCode());
        return new AssignmentOrder(
                approved.planId(),
                item.dutyCode(),
                new Origin(ORIGIN, approved.programme().toString()),
                item.unit(),
                item.assigner(),
                item.subject(),
                item.instruction(),
                item.due(),
                duty.kind().workProcess().orElse(null));
    }

    private static UnitResult resultOf(String unit, List<Assignment> all, Instant now) {
        int onTime = 0;
        int late = 0;
        int open = 0;
        int overdue = 0;
        int withdrawn = 0;
        for (var assignment : all) {
            var isLate = assignment.isLateAt(assignment.closedAt().orElse(now));
            switch (assignment.progress()) {
                case FULFILLED -> {
                    onTime += isLate ? 0 : 1;
                    late += isLate ? 1 : 0;
                }
                case WITHDRAWN -> withdrawn++;
                default -> {
                    open++;
                    overdue += isLate ? 1 : 0;
                }
            }
        }
        return new UnitResult(unit, onTime, late, open, overdue, withdrawn);
    }
}
