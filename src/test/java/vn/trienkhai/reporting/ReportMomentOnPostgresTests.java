package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.RealPostgres;
import vn.trienkhai.plan.Measure;

/** What happens at the same moment, on a real PostgreSQL, where transactions do not wait for each other by themselves. */
@DirtiesContext
class ReportMomentOnPostgresTests extends ReportScenario {

    private static final LocalDate MARCH_10 = LocalDate.of(2021, 3, 10);

    @Autowired
    ReportRecounts recounts;

    @Autowired
    YearlyReports yearly;

    @Autowired
    ReportRequestRepository requests;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }

    /** The entry has its moment, its commit is still to come, and the report counts as of the same moment. */
    @Test
    void countsWhatWasBeingRecordedWhenItsMomentCame() {
        var request = requestInMarch("an-thoi");
        record("an-thoi", "KENH-07", "ND-3", MARCH_10, Measure.BANNERS, 3);
        answer(request, "an-thoi", "Đã treo băng rôn");

        var consolidating = new TransactionTemplate(transactions).execute(entry -> {
            record("an-thoi", "KENH-07", "ND-3", MARCH_10, Measure.BANNERS, 4);
            var running = CompletableFuture.runAsync(() -> consolidate(request));
            untilItWaitsOrEnds(running);
            return running;
        });
        consolidating.orTimeout(30, TimeUnit.SECONDS).join();

        var report = reports.reportOf(request).orElseThrow();
        assertThat(report.figures().totals().get(Measure.BANNERS).total()).isEqualTo(7);
        assertThat(recounts.recountFor(request, "phong-vhtt.officer").same()).isTrue();
    }

    /** Two nodes run the timer of the year at once: neither sees the request of the other, and one of them is undone. */
    @Test
    void asksOnceForAYearWhereTwoNodesAskAtTheSameMoment() {
        clock.moveTo(LocalDate.of(2021, 12, 15));

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(first -> {
                    assertThat(yearly.open()).as("the first, not committed yet").isTrue();
                    var second = CompletableFuture.supplyAsync(yearly::open).orTimeout(60, TimeUnit.SECONDS);
                    assertThat(second.join()).as("the second, committed").isTrue();
                }))
                .hasStackTraceContaining("uq_report_request_year");

        assertThat(yearly.open()).as("tried again").isFalse();
        assertThat(jdbc.sql("select count(*) from report_request where kind = 'YEARLY'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("report-on-request")
                        .variableValueEquals("yearlyOf", PLAN_269)
                        .count())
                .isEqualTo(1);
    }

    /** Until another connection waits for a lock, as the database says, or the work is done without waiting. */
    private void untilItWaitsOrEnds(CompletableFuture<Void> running) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!running.isDone() && waiting() == 0) {
            assertThat(System.nanoTime()).as("a minute").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }
}
