package vn.trienkhai.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentClosed;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.assignment.ResultSuggestion;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.DutyKind;
import vn.trienkhai.plan.OpenPlanWork;
import vn.trienkhai.plan.Plans;

/** Reports upon request: one act asks all units, each answers in an assignment of its own, the lead agency consolidates. */
@Service
class Reports implements OpenPlanWork, ResultSuggestion {

    /** Outline of official reports where a request names no other. */
    static final List<String> OUTLINE = List.of(
            "I. Công tác chỉ đạo, triển khai",
            "II. Kết quả thực hiện",
            "III. Khó khăn, hạn chế, nguyên nhân",
            "IV. Phương hướng, nhiệm vụ thời gian tới",
            "V. Kiến nghị, đề xuất");

    private static final String ORIGIN = "report-request";
    private static final Set<RequestStatus> OPEN = EnumSet.of(RequestStatus.COLLECTING, RequestStatus.CONSOLIDATED);

    private final ReportRequestRepository requests;
    private final ContributionRepository contributions;
    private final ReportReviewRepository reviews;
    private final ReportOnRequestProcess process;
    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Plans plans;
    private final Clock clock;

    Reports(
            ReportRequestRepository requests,
            ContributionRepository contributions,
            ReportReviewRepository reviews,
            ReportOnRequestProcess process,
            Assignments assignments,
            EvidenceBook evidence,
            Attachments attachments,
            Organisation organisation,
            Plans plans,
            Clock clock) {
        this.requests = requests;
        this.contributions = contributions;
        this.reviews = reviews;
        this.process = process;
        this.assignments = assignments;
        this.evidence = evidence;
        this.attachments = attachments;
        this.organisation = organisation;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Records a request. Only people of the plan's issuer or of its lead agency may ask.
     *
     * @throws FormRefused if somebody else asks, or nobody is asked
     */
    @Transactional
    UUID request(ReportRequestOrder order, String by) {
        var plan = plans.definition(order.planId());
        if (!organisation.belongsTo(by, plan.issuer()) && !organisation.belongsTo(by, plan.leadAgency())) {
            throw FormRefused.because("Chỉ %s và %s được yêu cầu báo cáo theo kế hoạch này."
                    .formatted(
                            organisation.unit(plan.issuer()).name(),
                            organisation.unit(plan.leadAgency()).name()));
        }
        if (order.unitsDue().isBefore(LocalDate.now(clock))) {
            throw FormRefused.at("unitsDue", "Hạn của các đơn vị phải từ hôm nay trở đi.");
        }
        order.units().forEach(organisation::unit);
        return requests.save(new ReportRequest(UUID.randomUUID(), order, by, clock.instant()))
                .id();
    }

    /** One assignment for each unit asked; who has no duty to report is only asked. */
    @Transactional
    void openContributions(UUID id) {
        var request = get(id);
        var plan = plans.definition(request.planId());
        for (var unit : request.units()) {
            var duty = reportingDutyOf(request.planId(), unit);
            assignments.open(
                    new AssignmentOrder(
                            request.planId(),
                            duty.map(Duty::code).orElse(null),
                            new Origin(ORIGIN, id.toString()),
                            unit,
                            plan.leadAgency(),
                            shortened("%s – %s"
                                    .formatted(
                                            request.name(),
                                            organisation.unit(unit).shortName())),
                            request.content(),
                            request.unitsDue(),
                            DutyKind.REPORT.workProcess().orElseThrow(),
                            duty.isPresent()),
                    request.requestedBy());
        }
    }

    @EventListener
    void assignmentClosed(AssignmentClosed closed) {
        if (closed.origin().kind().equals(ORIGIN)) {
            var request = get(UUID.fromString(closed.origin().id()));
            if (!request.status().isClosed()
                    && openContributionsOf(request.id()).isEmpty()) {
                process.contributionsComplete(request.id());
            }
        }
    }

    /** @return true if some unit has still to answer */
    @Transactional
    boolean waitUntil(UUID id, LocalDate later) {
        get(id).waitUntil(later);
        return !openContributionsOf(id).isEmpty();
    }

    @Transactional
    void write(UUID assignment, List<String> bodies, List<Adjustment> adjustments, Collection<UUID> files, String by) {
        var request = requestOf(assignment);
        if (bodies.size() != request.sections().size()) {
            throw FormRefused.because("Mong đợi %d mục theo đề cương, gặp %d."
                    .formatted(request.sections().size(), bodies.size()));
        }
        if (bodies.stream().allMatch(body -> body == null || body.isBlank())) {
            throw FormRefused.at("bodies[0]", "Chưa viết mục nào của báo cáo.");
        }
        var contribution = contributions
                .findByAssignmentId(assignment)
                .orElseGet(() -> new Contribution(
                        request.id(), assignment, assignments.get(assignment).unit()));
        attachments.claim(files, "contribution:" + contribution.id(), by);
        contribution.write(bodies, adjustments, files, clock.instant(), by);
        contributions.save(contribution);
    }

    @Transactional
    void consolidate(UUID id, List<String> bodies) {
        get(id).consolidate(bodies, figuresOf(id), clock.instant());
    }

    @Transactional
    void review(UUID id, boolean approved, String remark, String by) {
        var request = get(id);
        if (approved) {
            request.issue(clock.instant(), by);
        } else {
            request.sendBack();
        }
        reviews.save(new ReportReview(id, clock.instant(), by, approved, remark));
    }

    /** Ends a request without a report. Only the unit that asked may. */
    @Transactional
    void withdraw(UUID id, String why, String by) {
        var request = get(id);
        if (!organisation.belongsTo(by, request.requester())) {
            throw FormRefused.because("Chỉ %s được rút yêu cầu này."
                    .formatted(organisation.unit(request.requester()).name()));
        }
        request.withdraw(clock.instant(), by);
        process.requestWithdrawn(id);
        assignments.withdrawAllOf(new Origin(ORIGIN, id.toString()), why, by);
    }

    @Transactional(readOnly = true)
    ReportRequest get(UUID id) {
        return requests.findById(id)
                .orElseThrow(() -> FormRefused.because("Không có yêu cầu báo cáo mã %s.".formatted(id)));
    }

    @Transactional(readOnly = true)
    ReportRequest requestOf(UUID assignment) {
        return get(UUID.fromString(assignments.get(assignment).origin().id()));
    }

    @Transactional(readOnly = true)
    List<ReportRequest> withdrawableBy(String userId) {
        return requests.findAllByStatusInOrderByRequestedAt(OPEN).stream()
                .filter(open -> organisation.belongsTo(userId, open.requester()))
                .toList();
    }

    @Transactional(readOnly = true)
    Optional<Contribution> contributionOf(UUID assignment) {
        return contributions.findByAssignmentId(assignment);
    }

    @Transactional(readOnly = true)
    List<ReportReview> reviewsOf(UUID id) {
        return reviews.findAllByRequestIdOrderByReviewedAtDesc(id);
    }

    /** The assignments of a request, by unit. */
    @Transactional(readOnly = true)
    List<Assignment> assignmentsOf(UUID id) {
        return assignments.openedBy(new Origin(ORIGIN, id.toString()));
    }

    /** Evidence of one unit in the period of a request. */
    @Transactional(readOnly = true)
    List<Evidence> evidenceOf(ReportRequest request, String unit) {
        return evidence.between(request.planId(), request.from(), request.to()).stream()
                .filter(entry -> entry.unit().equals(unit))
                .toList();
    }

    /** Figures as of now: evidence of the units asked and of the lead agency, and the adjustments of accepted contributions. */
    @Transactional(readOnly = true)
    ReportFigures figuresOf(UUID id) {
        var request = get(id);
        var leadAgency = plans.definition(request.planId()).leadAgency();
        var figures = ReportFigures.of(evidence.between(request.planId(), request.from(), request.to()).stream()
                .filter(entry ->
                        request.units().contains(entry.unit()) || entry.unit().equals(leadAgency))
                .toList());
        for (var contribution : answersOf(id)) {
            contribution
                    .adjustments()
                    .forEach(correction -> figures.adjust(
                            contribution.unit(), correction.channel(), correction.measure(), correction.delta()));
        }
        return figures;
    }

    /** Contributions that their units handed in, accepted or waiting for the review, in the order of the units asked. */
    @Transactional(readOnly = true)
    List<Contribution> answersOf(UUID id) {
        var units = get(id).units();
        var handedIn = assignmentsOf(id).stream()
                .filter(Reports::isHandedIn)
                .map(Assignment::id)
                .collect(Collectors.toSet());
        return contributions.findAllByRequestId(id).stream()
                .filter(contribution -> handedIn.contains(contribution.assignmentId()))
                .sorted(Comparator.comparing(contribution -> units.indexOf(contribution.unit())))
                .toList();
    }

    static boolean isHandedIn(Assignment assignment) {
        return assignment.progress() == Progress.AWAITING_REVIEW || assignment.progress() == Progress.FULFILLED;
    }

    /** The draft of the consolidated text: under each heading the units' texts, each with its unit, and who is missing. */
    @Transactional(readOnly = true)
    List<String> draftOf(UUID id) {
        var request = get(id);
        var answers = answersOf(id);
        var bodies = new ArrayList<String>();
        for (int i = 0; i < request.sections().size(); i++) {
            var ordinal = i;
            bodies.add(answers.stream()
                    .filter(answer -> ordinal < answer.sections().size()
                            && !answer.sections().get(ordinal).isBlank())
                    .map(answer -> "- %s: %s"
                            .formatted(
                                    organisation.unit(answer.unit()).name(),
                                    answer.sections().get(ordinal)))
                    .collect(Collectors.joining("\n")));
        }
        var missing = missingIn(id);
        if (!missing.isEmpty()) {
            bodies.set(0, (bodies.get(0) + "\n- Chưa báo cáo: " + String.join("; ", missing) + ".").strip());
        }
        return bodies;
    }

    /** Names of units that have not answered and were not released. */
    @Transactional(readOnly = true)
    List<String> missingIn(UUID id) {
        return assignmentsOf(id).stream()
                .filter(assignment ->
                        !isHandedIn(assignment) && !assignment.progress().isClosed() && assignment.isBinding())
                .map(assignment -> organisation.unit(assignment.unit()).name())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> suggestedResultOf(UUID assignment) {
        return contributions.findByAssignmentId(assignment).map(contribution -> {
            var headings = get(contribution.requestId()).sections();
            var lines = new ArrayList<String>();
            for (int i = 0; i < contribution.sections().size(); i++) {
                if (!contribution.sections().get(i).isBlank()) {
                    lines.add(headings.get(i).heading() + "\n"
                            + contribution.sections().get(i));
                }
            }
            contribution
                    .adjustments()
                    .forEach(correction -> lines.add("Điều chỉnh %s: %+d (%s)"
                            .formatted(correction.measure().label(), correction.delta(), correction.reason())));
            return String.join("\n\n", lines);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> openWorkOf(String planId) {
        var open = requests.countByPlanIdAndStatusIn(planId, OPEN);
        return open == 0 ? Optional.empty() : Optional.of("còn %d yêu cầu báo cáo chưa xong".formatted(open));
    }

    /** The clause by which a unit reports, if one binds it (plan 269 binds neither the centre nor mass organisations). */
    Optional<Duty> reportingDutyOf(String planId, String unit) {
        return plans.dutiesOf(planId, unit).stream()
                .filter(duty -> duty.kind() == DutyKind.REPORT)
                .findFirst();
    }

    private List<Assignment> openContributionsOf(UUID id) {
        return assignmentsOf(id).stream()
                .filter(assignment -> !assignment.progress().isClosed())
                .toList();
    }

    private static String shortened(String subject) {
        return subject.length() <= 200 ? subject : subject.substring(0, 199) + "…";
    }
}
