package vn.trienkhai.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentState;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.inspection.FindingResult;
import vn.trienkhai.inspection.VisitProgress;
import vn.trienkhai.organisation.Organisation;

/** Inspections whose visit lies in the period or that have not ended, and the recommendations that are not settled yet. */
@Component
class InspectionOverview {

    private final Assignments assignments;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    InspectionOverview(Assignments assignments, Organisation organisation, WorkingCalendar calendar, JdbcClient jdbc) {
        this.assignments = assignments;
        this.organisation = organisation;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /**
     * @param day of the visit: when it took place, or for when it is planned
     * @param met duties that were found met
     * @param notMet duties that were found not met
     * @param recommendations how many were made
     * @param open how many of them are not settled
     */
    record Visit(
            UUID id,
            String programme,
            Named unit,
            LocalDate day,
            Named progress,
            int met,
            int notMet,
            int recommendations,
            int open) {}

    /** @param assignment null until the unit has confirmed the minutes */
    record OpenRecommendation(
            UUID visit, Named unit, String wording, String duty, LocalDate due, Named deadline, UUID assignment) {}

    record Inspections(View view, List<Visit> visits, List<OpenRecommendation> recommendations) {}

    private record Found(
            UUID id,
            String programme,
            String unit,
            LocalDate planned,
            LocalDate visitedOn,
            VisitProgress progress,
            Instant approvedAt,
            Instant noticeSentAt,
            Instant selfReportedAt,
            Instant confirmedAt,
            Instant endedAt) {

        LocalDate day() {
            return visitedOn == null ? planned : visitedOn;
        }

        /** As the moments that it kept tell it; a step that keeps none is told by the one before. */
        VisitProgress progressAt(View view) {
            if (view.asOf() == null || isBy(endedAt, view)) {
                return progress;
            }
            if (isBy(confirmedAt, view)) {
                return VisitProgress.FOLLOW_UP;
            }
            if (visitedOn != null && !visitedOn.isAfter(view.asOf())) {
                return VisitProgress.AWAITING_CONFIRMATION;
            }
            if (isBy(selfReportedAt, view)) {
                return VisitProgress.AWAITING_VISIT;
            }
            if (isBy(noticeSentAt, view)) {
                return VisitProgress.AWAITING_SELF_REPORT;
            }
            return isBy(approvedAt, view) ? VisitProgress.AWAITING_NOTICE : VisitProgress.PROPOSED;
        }

        private static boolean isBy(Instant moment, View view) {
            return moment != null && !moment.isAfter(view.moment());
        }
    }

    private record Recommended(UUID visit, int ordinal, String wording, LocalDate due, String duty, UUID assignment) {}

    /** Visits by day, recommendations by last day. */
    @Transactional(readOnly = true)
    Inspections inspections(View view) {
        var chart = new Chart(organisation);
        var found = visits(view);
        var ids = found.stream().map(Found::id).toList();
        var findings = findings(ids);
        var recommended = recommended(ids);
        var states = assignments
                .allAt(
                        recommended.stream()
                                .filter(one -> one.assignment() != null)
                                .map(Recommended::assignment)
                                .toList(),
                        view.moment())
                .stream()
                .collect(Collectors.toMap(AssignmentState::assignment, state -> state));
        var byVisit = recommended.stream().collect(Collectors.groupingBy(Recommended::visit));
        var lines = found.stream()
                .filter(visit -> touches(view, visit))
                .map(visit -> {
                    var progress = visit.progressAt(view);
                    var results = findings.getOrDefault(visit.id(), Map.of());
                    var of = isSeen(progress)
                            ? byVisit.getOrDefault(visit.id(), List.<Recommended>of())
                            : List.<Recommended>of();
                    return new Visit(
                            visit.id(),
                            visit.programme(),
                            chart.named(visit.unit()),
                            visit.day(),
                            new Named(progress.name(), progress.label()),
                            isSeen(progress) ? results.getOrDefault(FindingResult.MET, 0) : 0,
                            isSeen(progress) ? results.getOrDefault(FindingResult.NOT_MET, 0) : 0,
                            of.size(),
                            (int) of.stream().filter(one -> isOpen(one, states)).count());
                })
                .toList();
        var visits = found.stream().collect(Collectors.toMap(Found::id, visit -> visit));
        var open = recommended.stream()
                .filter(one -> isSeen(visits.get(one.visit()).progressAt(view)))
                .filter(one -> isOpen(one, states))
                .sorted(Comparator.comparing(Recommended::due).thenComparing(Recommended::wording))
                .map(one -> recommendation(one, visits.get(one.visit()), states, view, chart))
                .toList();
        return new Inspections(view, lines, open);
    }

    private OpenRecommendation recommendation(
            Recommended one, Found visit, Map<UUID, AssignmentState> states, View view, Chart chart) {
        var state = one.assignment() == null ? null : states.get(one.assignment());
        var deadline = state == null ? null : state.deadlineStateAt(view.moment(), calendar);
        return new OpenRecommendation(
                one.visit(),
                chart.named(state == null ? visit.unit() : state.unit()),
                one.wording(),
                one.duty(),
                state == null || state.due() == null ? one.due() : state.due(),
                deadline == null ? null : new Named(deadline.name(), deadline.label()),
                state == null ? null : one.assignment());
    }

    /** What the inspectors found is known from the visit on. */
    private static boolean isSeen(VisitProgress progress) {
        return progress == VisitProgress.AWAITING_CONFIRMATION
                || progress == VisitProgress.FOLLOW_UP
                || progress == VisitProgress.AWAITING_CONCLUSION
                || progress == VisitProgress.CLOSED;
    }

    private static boolean isOpen(Recommended one, Map<UUID, AssignmentState> states) {
        var state = one.assignment() == null ? null : states.get(one.assignment());
        return state == null || !state.progress().isClosed() || state.progress() == Progress.TRANSFERRED;
    }

    private static boolean touches(View view, Found visit) {
        var inPeriod = !visit.day().isBefore(view.from()) && !visit.day().isAfter(view.to());
        return inPeriod || !visit.progressAt(view).hasEnded();
    }

    private List<Found> visits(View view) {
        return jdbc.sql(
                        """
                        select v.id, p.name, v.unit, v.visit_date, v.visited_on, v.progress, p.decided_at, v.notice_sent_at,
                        v.self_reported_at, v.confirmed_at, v.ended_at
                        from inspection_visit v join inspection_programme p on p.id = v.programme_id
                        where p.plan_id = :plan and p.proposed_at <= :moment
                        and (v.visit_date between :from and :to or v.visited_on between :from and :to
                            or v.ended_at is null or v.ended_at > :moment)
                        and
                        """
                                + Sql.covers(view, "v.unit")
                                + " order by coalesce(v.visited_on, v.visit_date), v.unit")
                .param("plan", view.plan())
                .param("units", view.units())
                .param("from", view.from())
                .param("to", view.to())
                .param("moment", Sql.inUtc(view.moment()))
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getObject("visit_date", LocalDate.class),
                        row.getObject("visited_on", LocalDate.class),
                        VisitProgress.valueOf(row.getString("progress")),
                        Sql.instant(row, "decided_at"),
                        Sql.instant(row, "notice_sent_at"),
                        Sql.instant(row, "self_reported_at"),
                        Sql.instant(row, "confirmed_at"),
                        Sql.instant(row, "ended_at")))
                .list();
    }

    private Map<UUID, Map<FindingResult, Integer>> findings(List<UUID> visits) {
        var findings = new HashMap<UUID, Map<FindingResult, Integer>>();
        if (!visits.isEmpty()) {
            jdbc.sql(
                            """
                            select visit_id, result, count(*) as number from inspection_finding
                            where visit_id in (:visits) group by visit_id, result
                            """)
                    .param("visits", visits)
                    .query(row -> {
                        findings.computeIfAbsent(row.getObject("visit_id", UUID.class), id -> new HashMap<>())
                                .put(FindingResult.valueOf(row.getString("result")), row.getInt("number"));
                    });
        }
        return findings;
    }

    private List<Recommended> recommended(List<UUID> visits) {
        if (visits.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select visit_id, ordinal, wording, due, duty_code, assignment_id from inspection_recommendation
                        where visit_id in (:visits) order by visit_id, ordinal
                        """)
                .param("visits", visits)
                .query((row, number) -> new Recommended(
                        row.getObject("visit_id", UUID.class),
                        row.getInt("ordinal"),
                        row.getString("wording"),
                        row.getObject("due", LocalDate.class),
                        row.getString("duty_code"),
                        row.getObject("assignment_id", UUID.class)))
                .list();
    }
}
