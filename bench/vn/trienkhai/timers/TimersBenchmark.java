package vn.trienkhai.timers;

import java.util.ArrayList;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.DurablePostgres;
import vn.trienkhai.TrienKhai;

/**
 * What timers that wait cost those that are due: how long the job executor looks for work when there is none, and how many
 * timers that fall due at the same moment one node fires a second, beside none and beside so many that are due next month.
 *
 * <p>Arguments: timers that wait (100000), timers that fall due at once (3000).
 */
public final class TimersBenchmark {

    private static final String PROCESS = "timers-benchmark";

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;

    private TimersBenchmark(ProcessEngine engine, JdbcTemplate jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    public static void main(String[] arguments) throws Exception {
        var waiting = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var due = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3_000;
        try (var server = DurablePostgres.start();
                var program = new SpringApplicationBuilder(TrienKhai.class)
                        .run(
                                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=",
                                "--server.port=0",
                                "--logging.level.root=WARN")) {
            new TimersBenchmark(program.getBean(ProcessEngine.class), program.getBean(JdbcTemplate.class))
                    .run(waiting, due);
        }
        System.exit(0);
    }

    private void run(int waiting, int due) throws InterruptedException {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "timers-benchmark.bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDate("${at}")
                                .endEvent()
                                .done())
                .deploy();
        fired(due / 3); // does not count
        var lookAlone = millisecondsToLook();
        var alone = fired(due);
        wait(waiting);
        var lookBeside = millisecondsToLook();
        var beside = fired(due);
        say("looking for due timers: %.2f ms alone, %.2f ms beside %,d that wait, %.2f times",
                lookAlone, lookBeside, waiting, lookBeside / lookAlone);
        say("%,d timers due at once: %.0f a second alone, %.0f beside %,d that wait, %.2f times",
                due, alone, beside, waiting, beside / alone);
    }

    private double millisecondsToLook() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var times = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) {
            var begun = System.nanoTime();
            configuration.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(configuration.getJobExecutor()));
            if (i >= 20) {
                times.add(System.nanoTime() - begun);
            }
        }
        times.sort(null);
        return times.get(times.size() / 2) / 1e6;
    }

    /** @return timers a second, from the moment at which all are due until the last instance has ended */
    private double fired(int timers) throws InterruptedException {
        var at = new Date(System.currentTimeMillis() + 24 * 3_600_000L);
        for (int i = 0; i < timers; i++) {
            engine.getRuntimeService().startProcessInstanceByKey(PROCESS, Map.of("at", at));
        }
        var begun = System.nanoTime();
        jdbc.update("update act_ru_job set duedate_ = now() - interval '1 second' where process_def_key_ = ?", PROCESS);
        while (jdbc.queryForObject("select count(*) from act_ru_job where process_def_key_ = ?", Integer.class, PROCESS) > 0) {
            Thread.sleep(50);
        }
        return timers / ((System.nanoTime() - begun) / 1e9);
    }

    /** Timers as the engine writes them, of the ladder, due next month. */
    private void wait(int timers) {
        jdbc.update(
                "insert into act_ru_job (id_, rev_, type_, exclusive_, retries_, duedate_, repeat_offset_, handler_type_, handler_cfg_,"
                        + " deployment_id_, process_def_id_, process_def_key_, suspension_state_, priority_, sequence_counter_, create_time_)"
                        + " select 'w' || i, 1, 'timer', true, 3, now() + interval '30 days' + i * interval '1 second', 0,"
                        + " 'timer-intermediate-transition', 'CatchEvent_NextRung', p.deployment_id_, p.id_, p.key_, 1, 0, 1, now()"
                        + " from generate_series(1, ?) i, act_re_procdef p where p.key_ = 'overdue-escalation'",
                timers);
        jdbc.execute("analyze act_ru_job");
    }

    private static void say(String sentence, Object... values) {
        System.out.println(String.format(Locale.ROOT, sentence, values));
    }
}
