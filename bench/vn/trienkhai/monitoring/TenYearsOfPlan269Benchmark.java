package vn.trienkhai.monitoring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.MovableClock;
import vn.trienkhai.TrienKhai;
import vn.trienkhai.monitoring.EvidenceFigures.Cut;
import vn.trienkhai.monitoring.EvidenceFigures.Dimension;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/**
 * What a leader's page of plan 269 costs after one, five and ten years, as the whole program reads it. All in one run: the
 * programs stay up side by side, so that the years are compared under the same load.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TenYearsOfPlan269Benchmark {

    private static final String PLAN = "269-kh-ubnd-2021";
    private static final Map<String, ConfigurableApplicationContext> PROGRAMS = new HashMap<>();

    private static EmbeddedPostgres server;

    @Param({"PostgreSQL", "H2"})
    public String database;

    @Param({"1", "5", "10"})
    public int years;

    private ConfigurableApplicationContext program;
    private View now;
    private View year;
    private View firstQuarter;
    private View longAgo;

    @Configuration
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @Setup
    public void recorded() throws Exception {
        var key = database + years;
        if (!PROGRAMS.containsKey(key)) {
            PROGRAMS.put(key, start());
        }
        program = PROGRAMS.get(key);
        now = view(null, null, null);
        year = view("%d-01-01".formatted(2020 + years), "%d-12-31".formatted(2020 + years), null);
        firstQuarter = view("2021-01-01", "2021-03-31", null);
        longAgo = view(null, null, "2021-02-20");
    }

    private ConfigurableApplicationContext start() throws Exception {
        var started = new SpringApplicationBuilder(TrienKhai.class, Time.class)
                .profiles("test")
                .run("--server.port=0", "--spring.datasource.url=" + url(), "--spring.datasource.username=" + user(),
                        "--spring.datasource.password=");
        started.getBean(MovableClock.class).moveTo(RecordedYears.today(years));
        var jdbc = started.getBean(JdbcTemplate.class);
        new RecordedYears(started.getBean(Plans.class).definition(PLAN), started.getBean(Organisation.class), jdbc)
                .record(years);
        jdbc.execute("analyze");
        for (var table : List.of("assignment", "assignment_state", "evidence", "channel_run")) {
            System.out.printf("%s, %d years: %,d of %s%n", database, years,
                    jdbc.queryForObject("select count(*) from " + table, Long.class), table);
        }
        return started;
    }

    private String url() throws Exception {
        if (database.equals("H2")) {
            return "jdbc:h2:mem:years" + years + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE"; // nobody asks twice
        }
        if (server == null) {
            server = EmbeddedPostgres.builder().start();
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database years" + years);
        }
        return server.getJdbcUrl("postgres", "years" + years);
    }

    private String user() {
        return database.equals("H2") ? "sa" : "postgres";
    }

    private View view(String from, String to, String asOf) {
        return program.getBean(Sights.class).view(new Wanted(PLAN, from, to, null, null, null, asOf), "ubnd.head");
    }

    /** Everything on the first page: work by unit and duty, who did nothing, escalations, inspections, reports due. */
    @Benchmark
    public List<Object> overview() {
        return overview(now);
    }

    /** The same of a quarter nearly as old as the history. */
    @Benchmark
    public List<Object> overviewOfTheFirstQuarter() {
        return overview(firstQuarter);
    }

    /** The same as of a day in the first quarter. */
    @Benchmark
    public List<Object> overviewAsOfLongAgo() {
        return overview(longAgo);
    }

    private List<Object> overview(View view) {
        var overview = program.getBean(PlanOverview.class);
        return List.of(
                overview.overview(view),
                overview.duties(view),
                program.getBean(IdleUnits.class).idle(view),
                program.getBean(OpenEscalations.class).open(view),
                program.getBean(InspectionOverview.class).inspections(view),
                program.getBean(ReportsDue.class).due(view));
    }

    /** Units × channels × topics by month of a year. */
    @Benchmark
    public Object figuresOfAYear() {
        return program.getBean(EvidenceFigures.class)
                .figures(year, EnumSet.of(Dimension.UNIT, Dimension.CHANNEL, Dimension.TOPIC), Cut.MONTH);
    }

    /** Channels and frequencies against the former quarter, and the first page of the calendar. */
    @Benchmark
    public List<Object> broadcasts() {
        var broadcasts = program.getBean(BroadcastCalendar.class);
        return List.of(broadcasts.broadcasts(now), broadcasts.days(now, Paging.of(0, 100)));
    }

    /** First pages of the assignments and of the evidence of a quarter. */
    @Benchmark
    public List<Object> lists() {
        return List.of(
                program.getBean(PlanOverview.class).assignments(now, null, null, false, Paging.of(0, 100)),
                program.getBean(EvidenceFigures.class).evidence(now, null, Paging.of(0, 100)));
    }

    /** The whole life of the plan by quarters: what it counts are all the years. */
    @Benchmark
    public Object timeline() {
        return program.getBean(PlanTimeline.class).timeline(now);
    }
}
