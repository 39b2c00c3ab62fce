package vn.trienkhai.monitoring;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentState;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.DeadlineState;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.monitoring.Counts.Tally;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.plan.ProgrammeStatus;

/**
 * How the work of a period stands: by unit, by unit and duty, and one by one. An assignment belongs to the period in which
 * it is due; without a last day, to every period in which it was open. Whether it is late says {@link AssignmentState}.
 */
@Component
class PlanOverview {

    private static final String PROGRAMME = "programme";

    private final Assignments assignments;
    private final Organisation organisation;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    PlanOverview(
            Assignments assignments,
            Organisation organisation,
            Plans plans,
            WorkingCalendar calendar,
            JdbcClient jdbc) {
        this.assignments = assignments;
        this.organisation = organisation;
        this.plans = plans;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /**
     * A programme of work that the period touches.
     *
     * @param opened how many assignments of it count, of the units in view
     * @param fulfilled how many of these are accepted
     * @param opening null unless lines of it are still to be opened; told of now and to who sees the whole plan
     */
    record ProgrammeProgress(
            UUID id,
            String name,
            LocalDate from,
            LocalDate to,
            Named status,
            int opened,
            int fulfilled,
            Opening opening) {}

    /** How many lines of a programme have become assignments, of how many, units not in view too. */
    record Opening(int opened, int lines) {}

    record OfUnit(Named unit, Counts counts) {}

    /** @param totals of all units together */
    record Overview(View view, List<ProgrammeProgress> programmes, Counts totals, List<OfUnit> units) {}

    /** @param owes whether the plan orders this unit to do it */
    record Cell(Named duty, boolean owes, Counts counts) {}

    record Row(Named unit, List<Cell> cells) {}

    /** @param duties in the order of the plan, the one of what names no duty last */
    record DutyMatrix(View view, List<Named> duties, List<Row> rows) {}

    /** @param duty null where no duty of the plan is behind it @param page where the work is seen in Tasklist */
    record AssignmentLine(
            UUID id,
            String subject,
            Named unit,
            Named duty,
            Named assigner,
            boolean binding,
            Named progress,
            Named deadline,
            LocalDate due,
            Instant openedAt,
            Instant submittedAt,
            Instant closedAt,
            String page) {}

    /** @param total of all pages @param page from 0 */
    record AssignmentPage(View view, long total, int page, int size, List<AssignmentLine> assignments) {}

    @Transactional(readOnly = true)
    Overview overview(View view) {
        var chart = new Chart(organisation);
        var byUnit = new HashMap<String, Tally>();
        var all = new Tally();
        for (var assignment : inView(view)) {
            all.add(assignment, view, calendar);
            byUnit.computeIfAbsent(assignment.unit(), unit -> new Tally()).add(assignment, view, calendar);
        }
        var duties = plans.definition(view.plan()).duties();
        var units = view.units().stream()
                .filter(unit -> byUnit.containsKey(unit) || duties.stream().anyMatch(duty -> chart.owes(unit, duty)))
                .map(unit -> new OfUnit(
                        chart.named(unit),
                        byUnit.getOrDefault(unit, new Tally()).counts()))
                .toList();
        return new Overview(view, programmes(view), all.counts(), units);
    }

    @Transactional(readOnly = true)
    DutyMatrix duties(View view) {
        var chart = new Chart(organisation);
        var plan = plans.definition(view.plan());
        var cells = new HashMap<String, Map<String, Tally>>();
        for (var assignment : inView(view)) {
            cells.computeIfAbsent(assignment.unit(), unit -> new LinkedHashMap<>())
                    .computeIfAbsent(codeOf(assignment), duty -> new Tally())
                    .add(assignment, view, calendar);
        }
        var codes = new ArrayList<>(plan.duties().stream()
                .map(duty -> new Named(duty.code(), duty.name()))
                .toList());
        if (cells.values().stream().anyMatch(row -> row.containsKey(Named.NONE))) {
            codes.add(new Named(Named.NONE, "Không theo nhiệm vụ nào"));
        }
        var rows = view.units().stream()
                .filter(unit ->
                        cells.containsKey(unit) || plan.duties().stream().anyMatch(duty -> chart.owes(unit, duty)))
                .map(unit -> new Row(
                        chart.named(unit),
                        cellsOf(unit, codes, plan.duties(), cells.getOrDefault(unit, Map.of()), chart)))
                .toList();
        return new DutyMatrix(view, codes, rows);
    }

    private static List<Cell> cellsOf(
            String unit, List<Named> codes, List<Duty> duties, Map<String, Tally> counted, Chart chart) {
        return codes.stream()
                .map(code -> new Cell(
                        code,
                        duties.stream()
                                .filter(duty -> duty.code().equals(code.code()))
                                .anyMatch(duty -> chart.owes(unit, duty)),
                        counted.getOrDefault(code.code(), new Tally()).counts()))
                .toList();
    }

    /**
     * The assignments behind a figure, by last day.
     *
     * @param duty code, or {@link Named#NONE} for what names none; null for all
     * @param state null for all; {@link DeadlineState#NONE} for what is owed without a last day
     * @param asked only what was asked without an obligation; otherwise only what is owed
     */
    @Transactional(readOnly = true)
    AssignmentPage assignments(View view, String duty, DeadlineState state, boolean asked, Paging paging) {
        var chart = new Chart(organisation);
        var names = dutyNames(view.plan());
        var found = inView(view).stream()
                .filter(assignment -> assignment.progress().counts())
                .filter(assignment -> assignment.binding() != asked)
                .filter(assignment -> duty == null || duty.equals(codeOf(assignment)))
                .filter(assignment -> state == null || assignment.deadlineStateAt(view.moment(), calendar) == state)
                .sorted(comparing(AssignmentState::due, nullsLast(comparing(day -> day)))
                        .thenComparing(AssignmentState::subject)
                        .thenComparing(AssignmentState::assignment))
                .toList();
        var lines = paging.of(found).stream()
                .map(assignment -> line(assignment, view, chart, names))
                .toList();
        return new AssignmentPage(view, found.size(), paging.page(), paging.size(), lines);
    }

    private AssignmentLine line(AssignmentState assignment, View view, Chart chart, Map<String, String> dutyNames) {
        var deadline = assignment.deadlineStateAt(view.moment(), calendar);
        var duty = assignment.dutyCode();
        return new AssignmentLine(
                assignment.assignment(),
                assignment.subject(),
                chart.named(assignment.unit()),
                duty == null ? null : new Named(duty, dutyNames.getOrDefault(duty, duty)),
                chart.named(assignment.assigner()),
                assignment.binding(),
                new Named(assignment.progress().name(), assignment.progress().label()),
                new Named(deadline.name(), deadline.label()),
                assignment.due(),
                assignment.openedAt(),
                assignment.submittedAt(),
                assignment.closedAt(),
                "/viec/" + assignment.assignment());
    }

    /** What counts in the period, of the units in view. */
    private List<AssignmentState> inView(View view) {
        var covered = view.coverage();
        return assignments.ofPeriodAt(view.plan(), view.from(), view.to(), view.moment()).stream()
                .filter(assignment -> covered.test(assignment.unit()))
                .toList();
    }

    private Map<String, String> dutyNames(String plan) {
        return plans.definition(plan).duties().stream().collect(Collectors.toMap(Duty::code, Duty::name));
    }

    private static String codeOf(AssignmentState assignment) {
        return assignment.dutyCode() == null ? Named.NONE : assignment.dutyCode();
    }

    /** By first day. Where a programme stood on a past day say the moments that it kept. */
    private List<ProgrammeProgress> programmes(View view) {
        record Programme(
                UUID id,
                String name,
                LocalDate from,
                LocalDate to,
                ProgrammeStatus status,
                OffsetDateTime approvedAt,
                OffsetDateTime closedAt,
                Opening opening) {}
        var found = jdbc.sql(
                        """
                        select id, name, period_from, period_to, status, approved_at, closed_at, opened_lines,
                        case when status in ('APPROVED', 'UNDER_WAY') then (
                            select count(*) from programme_item i
                            where i.programme_id = work_programme.id and i.included = true) else 0 end as lines
                        from work_programme
                        where plan_id = :plan and period_from <= :to and period_to >= :from and proposed_at <= :moment
                        order by period_from, name
                        """)
                .param("plan", view.plan())
                .param("from", view.from())
                .param("to", view.to())
                .param("moment", Sql.inUtc(view.moment()))
                .query((row, number) -> new Programme(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class),
                        ProgrammeStatus.valueOf(row.getString("status")),
                        row.getObject("approved_at", OffsetDateTime.class),
                        row.getObject("closed_at", OffsetDateTime.class),
                        new Opening(row.getInt("opened_lines"), row.getInt("lines"))))
                .list();
        var work = workOf(view, found.stream().map(Programme::id).toList());
        return found.stream()
                .map(programme -> {
                    var status = statusAt(view, programme.status(), programme.approvedAt(), programme.closedAt());
                    var of = work.getOrDefault(programme.id().toString(), Work.NONE);
                    return new ProgrammeProgress(
                            programme.id(),
                            programme.name(),
                            programme.from(),
                            programme.to(),
                            new Named(status.name(), status.label()),
                            of.opened(),
                            of.fulfilled(),
                            toBeSeen(programme.opening(), view) ? programme.opening() : null);
                })
                .toList();
    }

    private static boolean toBeSeen(Opening opening, View view) {
        return view.wholePlan() && view.asOf() == null && opening.opened() < opening.lines();
    }

    private static ProgrammeStatus statusAt(
            View view, ProgrammeStatus now, OffsetDateTime approvedAt, OffsetDateTime closedAt) {
        if (closedAt != null && !closedAt.toInstant().isAfter(view.moment())) {
            return now;
        }
        if (approvedAt != null && !approvedAt.toInstant().isAfter(view.moment())) {
            return now.isOver() ? ProgrammeStatus.UNDER_WAY : now;
        }
        return approvedAt == null ? now : ProgrammeStatus.PREPARING;
    }

    private record Work(int opened, int fulfilled) {

        static final Work NONE = new Work(0, 0);

        Work plus(Work other) {
            return new Work(opened + other.opened, fulfilled + other.fulfilled);
        }
    }

    /** What became of the programmes' assignments, by the programme's id. */
    private Map<String, Work> workOf(View view, List<UUID> programmes) {
        if (programmes.isEmpty()) {
            return Map.of();
        }
        var work = new HashMap<String, Work>();
        jdbc.sql(
                        """
                        select a.origin_id, s.progress, count(*) as number
                        from assignment a join assignment_state s on s.assignment_id = a.id
                        where a.origin_kind = :kind and a.origin_id in (:programmes)
                        and
                        """
                                + Sql.STOOD_AT
                                + " and " + Sql.covers(view, "s.unit")
                                + " group by a.origin_id, s.progress")
                .param("kind", PROGRAMME)
                .param("programmes", programmes.stream().map(UUID::toString).toList())
                .param("units", view.units())
                .param("moment", Sql.inUtc(view.moment()))
                .query((row, number) -> Map.entry(
                        row.getString("origin_id"),
                        workIn(Progress.valueOf(row.getString("progress")), row.getInt("number"))))
                .list()
                .forEach(of -> work.merge(of.getKey(), of.getValue(), Work::plus));
        return work;
    }

    private static Work workIn(Progress progress, int number) {
        if (!progress.counts()) {
            return Work.NONE;
        }
        return new Work(number, progress == Progress.FULFILLED ? number : 0);
    }
}
