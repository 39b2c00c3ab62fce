package vn.trienkhai.monitoring;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.assignment.DeadlineState;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.monitoring.BroadcastCalendar.Broadcasts;
import vn.trienkhai.monitoring.BroadcastCalendar.Days;
import vn.trienkhai.monitoring.EvidenceFigures.EvidencePage;
import vn.trienkhai.monitoring.EvidenceFigures.Figures;
import vn.trienkhai.monitoring.IdleUnits.Idle;
import vn.trienkhai.monitoring.InspectionOverview.Inspections;
import vn.trienkhai.monitoring.OpenEscalations.Escalations;
import vn.trienkhai.monitoring.PlanOverview.AssignmentPage;
import vn.trienkhai.monitoring.PlanOverview.DutyMatrix;
import vn.trienkhai.monitoring.PlanOverview.Overview;
import vn.trienkhai.monitoring.PlanTimeline.Timeline;
import vn.trienkhai.monitoring.ReportsDue.DueReports;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plan;
import vn.trienkhai.plan.Plans;

/**
 * The data behind the managers' pages. Every answer begins with the view that it is of: the filters as they were completed,
 * and the moment as of which it is told. Who may not see it is answered 403, what does not exist 404, what is asked wrongly
 * 422, each with one sentence and no data.
 */
@RestController
@RequestMapping("/api/monitoring")
@Tag(
        name = "monitoring",
        description = "How a plan is carried out: figures, lists and the timeline, now or as of a past day")
class MonitoringController {

    private final Sights sights;
    private final PlanOverview overview;
    private final EvidenceFigures evidence;
    private final IdleUnits idle;
    private final OpenEscalations escalations;
    private final BroadcastCalendar broadcasts;
    private final InspectionOverview inspections;
    private final ReportsDue reports;
    private final PlanTimeline timeline;
    private final Organisation organisation;
    private final Plans plans;

    MonitoringController(
            Sights sights,
            PlanOverview overview,
            EvidenceFigures evidence,
            IdleUnits idle,
            OpenEscalations escalations,
            BroadcastCalendar broadcasts,
            InspectionOverview inspections,
            ReportsDue reports,
            PlanTimeline timeline,
            Organisation organisation,
            Plans plans) {
        this.sights = sights;
        this.overview = overview;
        this.evidence = evidence;
        this.idle = idle;
        this.escalations = escalations;
        this.broadcasts = broadcasts;
        this.inspections = inspections;
        this.reports = reports;
        this.timeline = timeline;
        this.organisation = organisation;
        this.plans = plans;
    }

    /** @param status code and words of the plan's own status */
    record PlanOffered(String id, String number, String title, LocalDate from, LocalDate to, Named status) {}

    /**
     * What the filters of a page can offer to this person.
     *
     * @param units those that the person may ask for
     * @param states how assignments stand towards their deadlines
     */
    record Options(
            View view,
            List<PlanOffered> plans,
            List<Named> units,
            List<Named> duties,
            List<Named> topics,
            List<Named> channels,
            List<Named> measures,
            List<Named> states) {}

    /** What this person can choose: plans, and the units, duties, topics and channels of one. */
    @GetMapping("/options")
    Options options(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        var view = sights.view(wanted, userId);
        var all = sights.view(
                new Wanted(wanted.plan(), wanted.from(), wanted.to(), null, null, null, wanted.asOf()), userId);
        var plan = plans.definition(view.plan());
        var chart = new Chart(organisation);
        return new Options(
                view,
                sights.plansFor(userId).stream().map(this::offered).toList(),
                all.units().stream().map(chart::named).toList(),
                plan.duties().stream()
                        .map(duty -> new Named(duty.code(), duty.name()))
                        .toList(),
                plan.topics().stream()
                        .map(topic -> new Named(topic.code(), topic.name()))
                        .toList(),
                plan.channels().stream()
                        .map(channel -> new Named(channel.code(), channel.name()))
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(measure -> new Named(measure.name(), measure.label()))
                        .toList(),
                Arrays.stream(DeadlineState.values())
                        .map(state -> new Named(state.name(), state.label()))
                        .toList());
    }

    private PlanOffered offered(Plan plan) {
        var period = plans.definition(plan.id()).period();
        return new PlanOffered(
                plan.id(),
                plan.number(),
                plan.title(),
                period.from(),
                period.to(),
                new Named(plan.status().name(), plan.status().label()));
    }

    /** Progress of the programmes of work, and how assignments stand towards their deadlines by unit. */
    @GetMapping("/overview")
    Overview overview(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return overview.overview(sights.view(wanted, userId));
    }

    /** Matrix of units and duties: how the assignments of each pair stand. */
    @GetMapping("/duties")
    DutyMatrix duties(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return overview.duties(sights.view(wanted, userId));
    }

    /** The assignments behind a figure, by last day. */
    @GetMapping("/assignments")
    AssignmentPage assignments(
            @ParameterObject Wanted wanted,
            @ParameterObject Detail detail,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestAttribute(SignedIn.USER) String userId) {
        return overview.assignments(
                sights.view(wanted, userId), detail.duty(), detail.state(), detail.asked(), Paging.of(page, size));
    }

    /** What was done, from evidence: by unit, channel, topic and duty, and by month, quarter or year. */
    @GetMapping("/figures")
    Figures figures(
            @ParameterObject Wanted wanted,
            @ParameterObject Detail detail,
            @RequestAttribute(SignedIn.USER) String userId) {
        return evidence.figures(sights.view(wanted, userId), detail.rows(), detail.by());
    }

    /** The entries of evidence behind a figure, by first day. Their files are read at /api/attachments. */
    @GetMapping("/evidence")
    EvidencePage evidence(
            @ParameterObject Wanted wanted,
            @ParameterObject Detail detail,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestAttribute(SignedIn.USER) String userId) {
        return evidence.evidence(sights.view(wanted, userId), detail.duty(), Paging.of(page, size));
    }

    /** Units that owe a duty and did nothing in the period. */
    @GetMapping("/idle")
    Idle idle(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return idle.idle(sights.view(wanted, userId));
    }

    /** Overdue work that waits for leaders to decide; the period does not matter. */
    @GetMapping("/escalations")
    Escalations escalations(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return escalations.open(sights.view(wanted, userId));
    }

    /** Channels with what was planned and done on them, and how often and how long units broadcast against the former period. */
    @GetMapping("/broadcasts")
    Broadcasts broadcasts(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return broadcasts.broadcasts(sights.view(wanted, userId));
    }

    /** The calendar of contents and broadcasts, day by day: carried out and planned. */
    @GetMapping("/calendar")
    Days calendar(
            @ParameterObject Wanted wanted,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestAttribute(SignedIn.USER) String userId) {
        return broadcasts.days(sights.view(wanted, userId), Paging.of(page, size));
    }

    /** Inspections of the period and those not ended, with open recommendations. */
    @GetMapping("/inspections")
    Inspections inspections(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return inspections.inspections(sights.view(wanted, userId));
    }

    /** Reports that are asked for and not issued, and who has not sent theirs; the period does not matter. */
    @GetMapping("/reports")
    DueReports reports(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return reports.due(sights.view(wanted, userId));
    }

    /** The whole life of the plan, quarter by quarter; the period does not matter. */
    @GetMapping("/timeline")
    Timeline timeline(@ParameterObject Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        return timeline.timeline(sights.view(wanted, userId));
    }
}
