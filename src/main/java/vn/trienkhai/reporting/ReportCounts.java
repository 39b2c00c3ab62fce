package vn.trienkhai.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentState;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.VietnamTime;
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
        var lines = linesOf(request, consolidator, asOf);
        var figures = ReportFigures.of(
                evidenceOf(request, consolidator, asOf).stream().map(Entry::of).toList());
        for (var answer : answersOf(request, asOf)) {
            answer.adjustments()
                    .forEach(given -> figures.adjust(answer.unit(), given.channel(), given.measure(), given.delta()));
        }
        assignments.ofPlanAt(request.planId(), asOf).stream()
                .filter(assignment -> lines.containsKey(assignment.unit()))
                .filter(assignment -> isDueIn(request, assignment))
                .forEach(assignment -> keep(figures, lines.get(assignment.unit()), assignment, asOf));
        var asked = assignments.firstUnitsOf(Reports.originOf(request.id()));
        var units = new ArrayList<ReportUnit>();
        for (var assignment : assignmentsOf(request, asOf)) {
            var unit = asked.get(assignment.assignment());
            units.add(new ReportUnit(unit, Standing.of(assignment, asOf), figures.punctualityOf(unit)));
        }
        units.add(new ReportUnit(consolidator, Standing.CONSOLIDATES, figures.punctualityOf(consolidator)));
        return new Counted(figures, units);
    }

    /** The entries that the figures count. */
    @Transactional(readOnly = true)
    List<Evidence> evidenceOf(ReportRequest request, String consolidator, Instant asOf) {
        var covered = linesOf(request, consolidator, asOf).keySet();
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

    /**
     * Who answered for each unit; what was handed over to another unit stands with that unit. A unit that ended meanwhile keeps
     * its line, whoever answered in its place.
     */
    private List<AssignmentState> assignmentsOf(ReportRequest request, Instant asOf) {
        var asked = assignments.firstUnitsOf(Reports.originOf(request.id()));
        var order = organisation.unitsOfAllTimes().stream().map(Unit::id).toList();
        return assignments.openedByAt(Reports.originOf(request.id()), asOf).stream()
                .filter(assignment -> assignment.progress() != Progress.TRANSFERRED)
                .sorted(Comparator.comparingInt(assignment -> order.indexOf(asked.get(assignment.assignment()))))
                .toList();
    }

    /**
     * Every unit that the figures cover, with the unit in whose line it stands: those asked and the one that consolidates; the
     * units whose place these had taken by then; and who answered in the place of one that ended.
     */
    private Map<String, String> linesOf(ReportRequest request, String consolidator, Instant asOf) {
        var asked = assignments.firstUnitsOf(Reports.originOf(request.id()));
        var answered = assignmentsOf(request, asOf);
        var listed = new LinkedHashSet<>(request.units());
        answered.forEach(assignment -> listed.add(asked.get(assignment.assignment())));
        listed.add(consolidator);
        var lines = new LinkedHashMap<String, String>();
        listed.forEach(unit -> lines.put(unit, unit));
        answered.forEach(assignment -> lines.putIfAbsent(assignment.unit(), asked.get(assignment.assignment())));
        var day = VietnamTime.dateOf(asOf);
        listed.forEach(
                unit -> organisation.withFormerUnits(unit, day).forEach(former -> lines.putIfAbsent(former, unit)));
        return lines;
    }

    private static boolean isDueIn(ReportRequest request, AssignmentState assignment) {
        return assignment.binding()
                && assignment.progress().counts()
                && assignment.due() != null
                && !assignment.due().isBefore(request.from())
                && !assignment.due().isAfter(request.to());
    }

    private static void keep(ReportFigures figures, String unit, AssignmentState assignment, Instant asOf) {
        figures.keep(unit, assignment.progress().isHandedIn(), assignment.isLateAt(asOf));
    }
}
