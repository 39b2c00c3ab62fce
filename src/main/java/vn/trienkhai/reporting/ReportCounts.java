package vn.trienkhai.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentState;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportFigures.Entry;

/**
 * Counts the figures of a request as of a moment: evidence of the units asked and of the lead agency that lies in the period,
 * the adjustments of the contributions handed in, and how these units kept the deadlines of the period. Everything is taken
 * as it was recorded at that moment, so that the same moment gives the same figures in later years.
 */
@Component
class ReportCounts {

    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final Contributions contributions;
    private final Organisation organisation;
    private final Plans plans;

    ReportCounts(
            Assignments assignments,
            EvidenceBook evidence,
            Contributions contributions,
            Organisation organisation,
            Plans plans) {
        this.assignments = assignments;
        this.evidence = evidence;
        this.contributions = contributions;
        this.organisation = organisation;
        this.plans = plans;
    }

    /** @param units where each unit stood, and how it kept its deadlines; the unit that consolidates last */
    record Counted(ReportFigures figures, List<ReportUnit> units) {}

    @Transactional(readOnly = true)
    Counted of(ReportRequest request, Instant asOf) {
        return of(request, plans.definition(request.planId()).leadAgency(), asOf);
    }

    /** @param consolidator the unit that consolidates; who did once stays it, whatever became of the plan */
    @Transactional(readOnly = true)
    Counted of(ReportRequest request, String consolidator, Instant asOf) {
        var covered = coveredBy(request, consolidator, asOf);
        var figures = ReportFigures.of(
                evidenceOf(request, consolidator, asOf).stream().map(Entry::of).toList());
        for (var answer : answersOf(request, asOf)) {
            answer.adjustments()
                    .forEach(given -> figures.adjust(answer.unit(), given.channel(), given.measure(), given.delta()));
        }
        assignments.ofPlanAt(request.planId(), asOf).stream()
                .filter(assignment -> covered.contains(assignment.unit()))
                .filter(assignment -> isDueIn(request, assignment))
                .forEach(assignment -> keep(figures, assignment, asOf));
        var units = new ArrayList<ReportUnit>();
        for (var assignment : assignmentsOf(request, asOf)) {
            units.add(new ReportUnit(
                    assignment.unit(), Standing.of(assignment, asOf), figures.punctualityOf(assignment.unit())));
        }
        units.add(new ReportUnit(consolidator, Standing.CONSOLIDATES, figures.punctualityOf(consolidator)));
        return new Counted(figures, units);
    }

    /** The entries that the figures count. */
    @Transactional(readOnly = true)
    List<Evidence> evidenceOf(ReportRequest request, String consolidator, Instant asOf) {
        var covered = coveredBy(request, consolidator, asOf);
        return evidence.between(request.planId(), request.from(), request.to(), asOf).stream()
                .filter(entry -> covered.contains(entry.unit()))
                .toList();
    }

    /** What the units had handed in, accepted or still to be reviewed, in the order of the units. */
    @Transactional(readOnly = true)
    List<Contribution> answersOf(ReportRequest request, Instant asOf) {
        var handedIn = assignmentsOf(request, asOf).stream()
                .filter(assignment -> Standing.of(assignment, asOf).isHandedIn())
                .map(AssignmentState::assignment)
                .toList();
        return contributions.ofAllAt(handedIn, asOf).stream()
                .sorted((one, other) ->
                        Integer.compare(handedIn.indexOf(one.assignmentId()), handedIn.indexOf(other.assignmentId())))
                .toList();
    }

    /** Who answered for each unit; what was handed over to another unit stands with that unit. */
    private List<AssignmentState> assignmentsOf(ReportRequest request, Instant asOf) {
        var order = organisation.units().stream().map(Unit::id).toList();
        return assignments.openedByAt(Reports.originOf(request.id()), asOf).stream()
                .filter(assignment -> assignment.progress() != Progress.TRANSFERRED)
                .sorted((one, other) -> Integer.compare(order.indexOf(one.unit()), order.indexOf(other.unit())))
                .toList();
    }

    private Set<String> coveredBy(ReportRequest request, String consolidator, Instant asOf) {
        var covered = new LinkedHashSet<>(request.units());
        assignmentsOf(request, asOf).forEach(assignment -> covered.add(assignment.unit()));
        covered.add(consolidator);
        return covered;
    }

    private static boolean isDueIn(ReportRequest request, AssignmentState assignment) {
        return assignment.binding()
                && assignment.progress().counts()
                && assignment.due() != null
                && !assignment.due().isBefore(request.from())
                && !assignment.due().isAfter(request.to());
    }

    private static void keep(ReportFigures figures, AssignmentState assignment, Instant asOf) {
        figures.keep(assignment.unit(), assignment.progress().isHandedIn(), assignment.isLateAt(asOf));
    }
}
