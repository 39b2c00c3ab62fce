package vn.trienkhai.tasklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.DurablePostgres;
import vn.trienkhai.TrienKhai;

/**
 * The first page (15 tasks by due date) and the count of an officer's two task lists, through the engine's filters and with
 * authorisations, while the open tasks of all other units grow. The officer's unit has 40 open tasks throughout; every other unit
 * has 40 too. Each figure is the median of 21 readings after 5 that do not count.
 *
 * <p>Arguments: open tasks of each stage (10000 100000 1000000).
 */
public final class TaskListBenchmark {

    private static final int OF_A_UNIT = 40;
    private static final String OFFICER = "phong-kinh-te.officer";
    private static final List<String> GROUPS = List.of("phong-kinh-te", "phong-kinh-te.officer");

    private TaskListBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var stages = arguments.length == 0 ? List.of(10_000, 100_000, 1_000_000) : numbers(arguments);
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
            var engine = program.getBean(ProcessEngine.class);
            var tasks = 0;
            var first = 0.0;
            for (var stage : stages) {
                grow(jdbc, tasks, stage);
                tasks = stage;
                var page = 0.0;
                for (var name : List.of("Việc của tôi", "Việc của đơn vị")) {
                    var list = new TaskList(engine, name);
                    if (list.count() < OF_A_UNIT) {
                        throw new IllegalStateException(name + " has only " + list.count());
                    }
                    var ofPage = median(list::page);
                    var ofCount = median(list::count);
                    page += ofPage + ofCount;
                    say("%,d open tasks, %s: page %.1f ms, count %.1f ms (%d tasks)",
                            stage, name, ofPage, ofCount, list.count());
                }
                first = first == 0 ? page : first;
                say("%,d open tasks: %.2f times the first stage", stage, page / first);
            }
        }
        System.exit(0);
    }

    /** One list as one person sees it. */
    private static class TaskList {

        private final ProcessEngine engine;
        private final String filter;

        TaskList(ProcessEngine engine, String name) {
            this.engine = engine;
            filter = signedIn(() -> engine.getFilterService()
                            .createTaskFilterQuery()
                            .filterName(name)
                            .list())
                    .get(0)
                    .getId();
        }

        long page() {
            return signedIn(() -> engine.getFilterService().listPage(filter, 0, 15)).size();
        }

        long count() {
            return signedIn(() -> engine.getFilterService().count(filter));
        }

        private <T> T signedIn(java.util.function.Supplier<T> reading) {
            engine.getIdentityService().setAuthentication(OFFICER, GROUPS);
            try {
                return reading.get();
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
    }

    private static double median(java.util.function.LongSupplier reading) {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 26; i++) {
            var begun = System.nanoTime();
            reading.getAsLong();
            if (i >= 5) {
                times.add(System.nanoTime() - begun);
            }
        }
        times.sort(null);
        return times.get(times.size() / 2) / 1e6;
    }

    /** Rows as the engine writes them for a task of duty-assignment with two leads and one officer as candidates. */
    private static void grow(JdbcTemplate jdbc, int from, int to) {
        var definition = jdbc.queryForObject(
                "select max(id_) from act_re_procdef where key_ = 'duty-assignment'", String.class);
        var range = "generate_series(%d, %d) i".formatted(from, to - 1);
        // The first forty are of the officer's unit.
        var unit = "case when i < %d then 'phong-kinh-te' else 'don-vi-' || (i / %d) end".formatted(OF_A_UNIT, OF_A_UNIT);
        jdbc.update("insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,"
                + " act_id_, act_inst_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_,"
                + " cached_ent_state_, sequence_counter_) select 'e' || i, 1, 'e' || i, 'e' || i, 'k' || i, '" + definition
                + "', 'UserTask_SubmitResult', 'UserTask_SubmitResult:' || i, true, false, true, false, 1, 0, 1 from " + range);
        jdbc.update("insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,"
                + " priority_, create_time_, last_updated_, due_date_, suspension_state_) select 't' || i, 1, 'e' || i, 'e' || i, '"
                + definition + "', 'Trình kết quả: KT-2a – ' || " + unit + ", 'UserTask_SubmitResult', 50, now(), now(),"
                + " now() + (i % 90) * interval '1 day', 1 from " + range);
        for (var post : List.of(".head", ".deputy")) {
            jdbc.update("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) select 'l" + post
                    + "' || i, 1, " + unit + " || '" + post + "', 'candidate', 't' || i from " + range);
            jdbc.update("insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)"
                    + " select 'a" + post + "' || i, 1, 1, " + unit + " || '" + post + "', 7, 't' || i, 16386 from " + range);
        }
        jdbc.update("insert into act_ru_identitylink (id_, rev_, user_id_, type_, task_id_) select 'lo' || i, 1, " + unit
                + " || '.officer', 'candidate', 't' || i from " + range);
        jdbc.update("insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                + " select 'ao' || i, 1, 1, " + unit + " || '.officer', 7, 't' || i, 16386 from " + range);
        for (var table : List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_authorization")) {
            jdbc.execute("analyze " + table);
        }
    }

    private static List<Integer> numbers(String[] arguments) {
        return java.util.Arrays.stream(arguments).map(Integer::valueOf).toList();
    }

    private static void say(String sentence, Object... values) {
        System.out.println(String.format(Locale.ROOT, sentence, values));
    }
}
