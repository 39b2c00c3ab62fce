package vn.trienkhai.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentFacts.EvidenceShown;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;

/** Drafts a unit's self-report from its assignments and its evidence: nothing is typed twice. */
@Service
@Transactional(readOnly = true)
class SelfReports {

    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final AssignmentFacts facts;
    private final Plans plans;

    SelfReports(Assignments assignments, EvidenceBook evidence, AssignmentFacts facts, Plans plans) {
        this.assignments = assignments;
        this.evidence = evidence;
        this.facts = facts;
        this.plans = plans;
    }

    /** One paragraph for each duty that the unit owes: what was assigned, how far it is, what was counted. */
    String draftFor(InspectionProgramme programme, InspectionVisit visit) {
        var owed = assignments.ofUnit(visit.unit(), programme.planId()).stream()
                .filter(assignment -> isOf(programme, assignment))
                .toList();
        var recorded = evidenceIn(programme, visit);
        var paragraphs = new ArrayList<String>();
        for (var duty : plans.dutiesOf(programme.planId(), visit.unit())) {
            var ofDuty = owed.stream()
                    .filter(assignment -> assignment.dutyCode().equals(Optional.of(duty.code())))
                    .toList();
            var entries = recorded.stream()
                    .filter(entry -> entry.dutyCode().equals(Optional.of(duty.code())))
                    .toList();
            paragraphs.add(
                    "%s – %s: %s; %s.".formatted(duty.code(), duty.name(), progressOf(ofDuty), countsOf(entries)));
        }
        var others =
                recorded.stream().filter(entry -> entry.dutyCode().isEmpty()).toList();
        if (!others.isEmpty()) {
            paragraphs.add("Hoạt động khác: %s.".formatted(countsOf(others)));
        }
        return String.join("\n", paragraphs);
    }

    /** What the unit recorded in the inspected period. */
    List<EvidenceShown> evidenceOf(InspectionProgramme programme, InspectionVisit visit) {
        var plan = plans.definition(programme.planId());
        return evidenceIn(programme, visit).stream()
                .map(entry -> facts.shown(plan, entry))
                .toList();
    }

    private List<Evidence> evidenceIn(InspectionProgramme programme, InspectionVisit visit) {
        return evidence.between(programme.planId(), programme.periodFrom(), programme.periodTo()).stream()
                .filter(entry -> entry.unit().equals(visit.unit()))
                .toList();
    }

    /** Open at some time in the period. */
    private static boolean isOf(InspectionProgramme programme, Assignment assignment) {
        var closed = assignment.closedAt().map(VietnamTime::dateOf).orElse(LocalDate.MAX);
        return !VietnamTime.dateOf(assignment.openedAt()).isAfter(programme.periodTo())
                && !closed.isBefore(programme.periodFrom());
    }

    private static String progressOf(List<Assignment> owed) {
        if (owed.isEmpty()) {
            return "không có việc được giao";
        }
        return "%d việc được giao (%s)"
                .formatted(
                        owed.size(),
                        owed.stream()
                                .collect(Collectors.groupingBy(
                                        Assignment::progress, TreeMap::new, Collectors.counting()))
                                .entrySet()
                                .stream()
                                .map(count -> count.getKey().label().toLowerCase() + ": " + count.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static String countsOf(List<Evidence> entries) {
        if (entries.isEmpty()) {
            return "chưa ghi minh chứng";
        }
        var sums = new TreeMap<Measure, Long>();
        entries.forEach(entry -> entry.measures().forEach((measure, amount) -> sums.merge(measure, amount, Long::sum)));
        var counted = sums.entrySet().stream()
                .map(sum -> sum.getKey().label().toLowerCase() + ": " + sum.getValue())
                .collect(Collectors.joining(", "));
        return "%d minh chứng".formatted(entries.size()) + (counted.isEmpty() ? "" : " (" + counted + ")");
    }
}
