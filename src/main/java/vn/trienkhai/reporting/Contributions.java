package vn.trienkhai.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.RecordedMoments;
import vn.trienkhai.assignment.ResultSuggestion;
import vn.trienkhai.attachment.Attachment;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportFigures.Entry;

/** What each unit writes. Its figures come from evidence; to change one, it corrects the evidence or adjusts with a reason. */
@Service
class Contributions implements ResultSuggestion {

    private static final int LONGEST_SUGGESTION = 20_000;

    private final ContributionRepository contributions;
    private final ReportRequestRepository requests;
    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final Attachments attachments;
    private final Plans plans;
    private final RecordedMoments moments;
    private final Organisation organisation;
    private final Clock clock;

    Contributions(
            ContributionRepository contributions,
            ReportRequestRepository requests,
            Assignments assignments,
            EvidenceBook evidence,
            Attachments attachments,
            Plans plans,
            RecordedMoments moments,
            Organisation organisation,
            Clock clock) {
        this.contributions = contributions;
        this.requests = requests;
        this.assignments = assignments;
        this.evidence = evidence;
        this.attachments = attachments;
        this.plans = plans;
        this.moments = moments;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * What a contribution is about.
     *
     * @param unit the unit asked, also where it ended and another one writes in its place
     * @param units whose entries these are: the unit's own, of those whose place it took, and of who answers in its place; not
     *     of those that the same request asks too
     * @param from first day of the figures, inclusive
     * @param to last day of the figures, inclusive
     * @param request empty where no request but, for example, a work programme made the report an assignment
     */
    record Terms(
            String planId,
            String unit,
            Set<String> units,
            LocalDate from,
            LocalDate to,
            List<String> outline,
            Optional<ReportRequest> request) {}

    /** A request says period and outline. Without one: from the day of the assignment to its deadline, the usual outline. */
    @Transactional(readOnly = true)
    Terms termsOf(UUID assignmentId) {
        var assignment = assignments.get(assignmentId);
        return requestOf(assignment)
                .map(request -> new Terms(
                        request.planId(),
                        askedFor(assignment),
                        unitsOf(assignment),
                        request.from(),
                        request.to(),
                        request.outline(),
                        Optional.of(request)))
                .orElseGet(() -> {
                    var from = VietnamTime.dateOf(assignment.openedAt());
                    var to = assignment.due().orElseGet(() -> LocalDate.now(clock));
                    return new Terms(
                            assignment.planId(),
                            assignment.unit(),
                            organisation.withFormerUnits(assignment.unit()),
                            from,
                            to.isBefore(from) ? from : to,
                            Reports.OUTLINE,
                            Optional.empty());
                });
    }

    private String askedFor(Assignment assignment) {
        return assignments.firstUnitsOf(assignment.origin()).get(assignment.id());
    }

    private Set<String> unitsOf(Assignment assignment) {
        var asked = assignments.firstUnitsOf(assignment.origin());
        var units = new HashSet<>(organisation.withFormerUnits(asked.get(assignment.id())));
        units.addAll(organisation.withFormerUnits(assignment.unit()));
        asked.forEach((other, unit) -> {
            if (!other.equals(assignment.id())) {
                units.remove(unit);
            }
        });
        return units;
    }

    private Optional<ReportRequest> requestOf(Assignment assignment) {
        var origin = assignment.origin();
        return origin.kind().equals(Reports.ORIGIN)
                ? requests.findById(UUID.fromString(origin.id()))
                : Optional.empty();
    }

    /**
     * Keeps what a unit wrote, as the next edition; what it wrote before a return stays readable.
     *
     * @param bodies one for each heading of the outline, in order; null where nothing is to be said
     * @throws FormRefused if nothing was written, or an adjustment names an unknown channel or makes a figure negative
     */
    @Transactional
    void write(UUID assignment, List<String> bodies, List<Adjustment> adjustments, Collection<UUID> files, String by) {
        var terms = termsOf(assignment);
        if (bodies.stream().allMatch(body -> body == null)) {
            throw FormRefused.at("bodies[0]", "Chưa viết mục nào của báo cáo.");
        }
        requireSensible(terms, adjustments);
        var former = of(assignment).map(Contribution::edition).orElse(0);
        var contribution = new Contribution(
                assignment,
                former + 1,
                terms.unit(),
                sectionsOf(terms.outline(), bodies),
                adjustments,
                files,
                moments.ofEntry(),
                by);
        attachments.claim(files, "contribution:" + contribution.id(), by);
        contributions.save(contribution);
    }

    /** The outline with a text under each heading. @throws FormRefused if there are more or fewer texts than headings */
    static List<Section> sectionsOf(List<String> outline, List<String> bodies) {
        if (bodies.size() != outline.size()) {
            throw FormRefused.because(
                    "Mong đợi %d mục theo đề cương, gặp %d.".formatted(outline.size(), bodies.size()));
        }
        var sections = new ArrayList<Section>();
        for (int i = 0; i < bodies.size(); i++) {
            sections.add(new Section(outline.get(i), bodies.get(i)));
        }
        return sections;
    }

    private void requireSensible(Terms terms, List<Adjustment> adjustments) {
        var channels = plans.definition(terms.planId()).channels();
        var figures = figuresOf(terms);
        for (int i = 0; i < adjustments.size(); i++) {
            var adjustment = adjustments.get(i);
            if (adjustment.delta() == 0) {
                throw FormRefused.at("adjustments[" + i + "].delta", "Mong đợi số khác 0.");
            }
            if (adjustment.channel() != null
                    && channels.stream().noneMatch(channel -> channel.code().equals(adjustment.channel()))) {
                throw FormRefused.at(
                        "adjustments[" + i + "].channel",
                        "Kế hoạch không có kênh “%s”.".formatted(adjustment.channel()));
            }
            figures.adjust(terms.unit(), adjustment.channel(), adjustment.measure(), adjustment.delta());
            var adjusted = figures.of(Dimension.CHANNEL, adjustment.channel(), adjustment.measure());
            if (adjusted.total() < 0) {
                throw FormRefused.at(
                        "adjustments[" + i + "].delta",
                        "Minh chứng ghi %d, không trừ quá số đó được.".formatted(adjusted.counted()));
            }
        }
    }

    @Transactional(readOnly = true)
    Optional<Contribution> of(UUID assignment) {
        return contributions.findFirstByAssignmentIdOrderByEditionDesc(assignment);
    }

    /** The last edition of each that was written by a moment. */
    @Transactional(readOnly = true)
    List<Contribution> ofAllAt(Collection<UUID> assignmentIds, Instant moment) {
        var last = new LinkedHashMap<UUID, Contribution>();
        contributions.findAllByAssignmentIdInOrderByEdition(assignmentIds).stream()
                .filter(edition -> !edition.writtenAt().isAfter(moment))
                .forEach(edition -> last.put(edition.assignmentId(), edition));
        return List.copyOf(last.values());
    }

    @Transactional(readOnly = true)
    List<Attachment> filesOf(Contribution contribution) {
        return attachments.all(contribution.attachments());
    }

    /** Clauses by which the units asked owe their reports. */
    @Transactional(readOnly = true)
    List<String> clausesOf(ReportRequest request) {
        var plan = plans.definition(request.planId());
        return assignments.openedBy(Reports.originOf(request.id())).stream()
                .flatMap(assignment -> assignment.dutyCode().stream())
                .flatMap(code -> Stream.of(plan.duty(code).clause(), code))
                .distinct()
                .sorted()
                .toList();
    }

    /** Every adjustment that a report counts, with its unit and reason, as one sentence each. */
    @Transactional(readOnly = true)
    List<String> adjustmentsIn(List<Contribution> answers, PlanDefinition plan, UnaryOperator<String> nameOfUnit) {
        return answers.stream()
                .flatMap(answer -> answer.adjustments().stream()
                        .map(given -> "%s: %s.".formatted(nameOfUnit.apply(answer.unit()), given.sentence(plan))))
                .toList();
    }

    /** The unit's entries of evidence that its figures count. */
    @Transactional(readOnly = true)
    List<Evidence> evidenceOf(Terms terms) {
        return evidence.between(terms.planId(), terms.from(), terms.to()).stream()
                .filter(entry -> terms.units().contains(entry.unit()))
                .toList();
    }

    /** The unit's figures, without adjustments. */
    @Transactional(readOnly = true)
    ReportFigures figuresOf(Terms terms) {
        return ReportFigures.of(evidenceOf(terms).stream().map(Entry::of).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> suggestedResultOf(UUID assignment) {
        return of(assignment).map(this::summaryOf).map(Contributions::shortened);
    }

    private String summaryOf(Contribution contribution) {
        var parts = new ArrayList<String>();
        contribution.sections().stream()
                .filter(section -> !section.body().isEmpty())
                .forEach(section -> parts.add(section.heading() + "\n" + section.body()));
        var plan = plans.definition(assignments.get(contribution.assignmentId()).planId());
        contribution.adjustments().forEach(adjustment -> parts.add(adjustment.sentence(plan)));
        var files = filesOf(contribution);
        if (!files.isEmpty()) {
            parts.add("Tệp kèm theo: " + files.stream().map(Attachment::name).collect(Collectors.joining("; ")));
        }
        return String.join("\n\n", parts);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SUGGESTION ? text : text.substring(0, LONGEST_SUGGESTION - 1) + "…";
    }
}
