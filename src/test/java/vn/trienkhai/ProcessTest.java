package vn.trienkhai;

import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;

import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole program without a web server: plan 269 loaded, the organisation of 2021, a clock that tests move. All process
 * tests share one context; each finds its own work by the ids that it made.
 */
@SpringBootTest
@ActiveProfiles("test")
@Import(ProcessTest.Time.class)
public abstract class ProcessTest {

    public static final String PLAN_269 = "269-kh-ubnd-2021";

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        NextVersion nextVersion(ProcessEngine engine) {
            return new NextVersion(engine);
        }

        /** With {@code upgrade.everywhere} the models change again and again while people work. */
        @Bean
        Desk desk(
                ProcessEngine engine,
                NextVersion nextVersion,
                @Value("${upgrade.everywhere:false}") boolean upgradeEverywhere) {
            return new Desk(engine, upgradeEverywhere ? task -> takeOver(engine, nextVersion, task) : task -> {});
        }

        private static void takeOver(ProcessEngine engine, NextVersion nextVersion, Task task) {
            var instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            if (instance == null) {
                return;
            }
            if (instance.getBusinessKey() == null) {
                nextVersion.takeOver(instance);
            } else {
                nextVersion.takeOver(instance.getBusinessKey());
            }
        }
    }

    @Autowired
    protected MovableClock clock;

    /** Acts as a user, as Tasklist does. */
    @Autowired
    protected Desk desk;

    @Autowired
    protected ProcessEngine engine;

    @BeforeEach
    void begin() {
        init(engine);
        clock.moveTo(LocalDate.of(2021, 7, 1));
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
        engine.getIdentityService().clearAuthentication();
    }
}
