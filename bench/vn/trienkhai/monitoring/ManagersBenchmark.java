package vn.trienkhai.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.DurablePostgres;
import vn.trienkhai.TrienKhai;
import vn.trienkhai.monitoring.EvidenceFigures.Cut;
import vn.trienkhai.monitoring.EvidenceFigures.Dimension;
import vn.trienkhai.plan.Plans;

/**
 * What the managers' page reads for the last quarter, with one, five and ten years of plan 269 recorded: every duty of every
 * owner each quarter, four entries of evidence with two measures for each. Median of 15 readings after 5 that do not count, on
 * PostgreSQL. The timeline shows all years and may grow with them; nothing else may.
 *
 * <p>Arguments: how many communes take part (those of the plan; 3321: all of the country), then the years of each stage
 * (1 5 10).
 */
public final class ManagersBenchmark {

    private static final String PLAN = "269-kh-ubnd-2021";
    private static final LocalDate LAST_QUARTER = LocalDate.of(2026, 7, 1);

    private ManagersBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var communes = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        var stages = arguments.length < 2
                ? List.of(1, 5, 10)
                : Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        try (var server = DurablePostgres.start();
                var program = new SpringApplicationBuilder(TrienKhai.class)
                        .run(
                                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=",
                                "--camunda.bpm.job-execution.enabled=false",
                                "--server.port=0",
                                "--logging.level.root=WARN")) {
            var jdbc = program.getBean(JdbcTemplate.class);
            join(jdbc, communes);
            var pairs = new ArrayList<Object[]>();
            var plans = program.getBean(Plans.class);
            for (var duty : plans.definition(PLAN).duties()) {
                plans.ownersOf(PLAN, duty.code()).forEach(owner -> pairs.add(new Object[] {owner.id(), duty.code()}));
            }
            jdbc.execute("create table pair (unit varchar(64), duty varchar(32), n serial)");
            jdbc.batchUpdate("insert into pair (unit, duty) values (?, ?)", pairs);
            var view = program.getBean(Sights.class)
                    .view(new Wanted(PLAN, "01/07/2026", "30/09/2026", null, null, null, null), "ubnd.head");
            Map<String, Runnable> readings = new LinkedHashMap<>();
            readings.put("overview", () -> program.getBean(PlanOverview.class).overview(view));
            readings.put("units and duties", () -> program.getBean(PlanOverview.class).duties(view));
            readings.put(
                    "figures by unit, topic and month", () -> program.getBean(EvidenceFigures.class)
                            .figures(view, EnumSet.of(Dimension.UNIT, Dimension.TOPIC), Cut.MONTH));
            readings.put("idle units", () -> program.getBean(IdleUnits.class).idle(view));
            readings.put("escalations", () -> program.getBean(OpenEscalations.class).open(view));
            readings.put("broadcasts", () -> program.getBean(BroadcastCalendar.class).broadcasts(view));
            readings.put("timeline", () -> program.getBean(PlanTimeline.class).timeline(view));
            Map<String, Double> first = new LinkedHashMap<>();
            int quarters = 0;
            for (int years : stages) {
                grow(jdbc, quarters, 4 * years);
                quarters = 4 * years;
                say("%,d units, %d years: %,d assignments, %,d entries of evidence",
                        view.units().size(), years, count(jdbc, "assignment"), count(jdbc, "evidence"));
                readings.forEach((what, reading) -> {
                    var median = median(reading);
                    first.putIfAbsent(what, median);
                    say("  %-34s %8.1f ms, %.2f times the first stage", what, median, median / first.get(what));
                });
            }
        }
        System.exit(0);
    }

    /** Communes that owe what the plan's own communes owe, until there are so many. */
    private static void join(JdbcTemplate jdbc, int communes) {
        var there = jdbc.queryForObject("select count(*) from unit_group_member where group_id = 'communes'", Integer.class);
        jdbc.update(
                "insert into unit (id, name, short_name, kind, sort_order) select 'xa-so-' || i,"
                        + " 'Ủy ban nhân dân xã số ' || i, 'UBND xã số ' || i, 'COMMUNE', 1000 + i"
                        + " from generate_series(1, ?) i",
                communes - there);
        jdbc.update(
                "insert into unit_group_member (group_id, unit_id, sort_order) select 'communes', 'xa-so-' || i, 1000 + i"
                        + " from generate_series(1, ?) i",
                communes - there);
        jdbc.execute("analyze unit");
        jdbc.execute("analyze unit_group_member");
    }

    /** Quarters from the last one backwards. */
    private static void grow(JdbcTemplate jdbc, int from, int to) {
        for (int quarter = from; quarter < to; quarter++) {
            var first = LAST_QUARTER.minusMonths(3L * quarter);
            var due = first.plusDays(75);
            jdbc.update(
                    "insert into assignment (id, version, plan_id, duty_code, origin_kind, origin_id, unit, assigner, binding, subject,"
                            + " due, progress, opened_at, submitted_at, closed_at, due_at)"
                            + " select gen_random_uuid(), 1, ?, duty, 'programme', ?, unit, 'phong-vhtt', true, duty || ' ' || unit, ?,"
                            + " case when n % 10 = 0 then 'IN_PROGRESS' else 'FULFILLED' end, ?,"
                            + " case when n % 10 > 0 then cast(? as date) - cast(n % 20 as integer) + 8 end,"
                            + " case when n % 10 > 0 then cast(? as date) - cast(n % 20 as integer) + 10 end, ? from pair",
                    PLAN, "q" + quarter, due, first, due, due, due.plusDays(1));
        }
        jdbc.update("insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at)"
                + " select id, 0, opened_at, unit, true, 'IN_PROGRESS', due, due_at from assignment a"
                + " where not exists (select 1 from assignment_state s where s.assignment_id = a.id)");
        jdbc.update("insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at,"
                + " submitted_at, closed_at) select id, 1, submitted_at, unit, true, 'FULFILLED', due, due_at, submitted_at,"
                + " closed_at from assignment a where submitted_at is not null and not exists"
                + " (select 1 from assignment_state s where s.assignment_id = a.id and s.version = 1)");
        jdbc.update("insert into evidence (id, plan_id, unit, duty_code, assignment_id, channel, topic, happened_from, happened_to,"
                + " recorded_at, recorded_by) select gen_random_uuid(), plan_id, unit, duty_code, a.id,"
                + " case k when 1 then 'KENH-04' when 2 then 'KENH-07' else 'KENH-02' end, 'ND-' || k,"
                + " cast(opened_at as date) + 15 * k, cast(opened_at as date) + 15 * k, opened_at + k * interval '16 days',"
                + " unit || '.head' from assignment a cross join generate_series(1, 4) k"
                + " where not exists (select 1 from evidence e where e.assignment_id = a.id)");
        jdbc.update("insert into evidence_measure (evidence_id, measure, amount) select id, m, 3 from evidence e"
                + " cross join (values ('BROADCASTS'), ('MINUTES')) v (m) where channel = 'KENH-04'"
                + " and not exists (select 1 from evidence_measure x where x.evidence_id = e.id)");
        jdbc.update("insert into evidence_measure (evidence_id, measure, amount) select id, m, 2 from evidence e"
                + " cross join (values ('ITEMS'), ('PARTICIPANTS')) v (m) where channel <> 'KENH-04'"
                + " and not exists (select 1 from evidence_measure x where x.evidence_id = e.id)");
        for (var table : List.of("assignment", "assignment_state", "evidence", "evidence_measure")) {
            jdbc.execute("analyze " + table);
        }
    }

    private static long count(JdbcTemplate jdbc, String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private static double median(Runnable reading) {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            var begun = System.nanoTime();
            reading.run();
            if (i >= 5) {
                times.add(System.nanoTime() - begun);
            }
        }
        times.sort(null);
        return times.get(times.size() / 2) / 1e6;
    }

    private static void say(String sentence, Object... values) {
        System.out.println(String.format(Locale.ROOT, sentence, values));
    }
}
