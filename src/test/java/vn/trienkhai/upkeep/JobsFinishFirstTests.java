package vn.trienkhai.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A node that stops while a job of the engine runs. */
class JobsFinishFirstTests {

    private final JobsFinishFirst rule = new JobsFinishFirst(
            new MockEnvironment().withProperty("spring.lifecycle.timeout-per-shutdown-phase", "20s"));

    @Test
    void waitsForTheJobAndDoesNotInterruptIt() throws Exception {
        var executor = new ThreadPoolTaskExecutor();
        rule.postProcessBeforeInitialization(executor, "camundaTaskExecutor");
        executor.initialize();
        var begun = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        var job = executor.submit(() -> {
            begun.countDown();
            goesOn.await();
            return "done";
        });
        begun.await();

        var stopping = CompletableFuture.runAsync(executor::shutdown);
        while (!executor.getThreadPoolExecutor().isShutdown()) {
            Thread.onSpinWait();
        }
        assertThat(stopping).isNotDone();
        goesOn.countDown();
        stopping.get();

        assertThat(job.get()).isEqualTo("done");
        assertThat(executor.getThreadPoolExecutor().isTerminated()).isTrue();
    }
}
