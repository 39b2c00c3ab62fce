package vn.trienkhai.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.VietnamTime;

/** Plan 269 was issued on 10 June 2021 and ends on 31 December 2030: its history is kept to the end of 2040. */
@TestPropertySource(
        properties = {
            "spring.application.name=retention",
            "camunda.bpm.generic-properties.properties.history-cleanup-batch-window-start-time=22:00",
            "camunda.bpm.generic-properties.properties.history-cleanup-batch-window-end-time=04:00"
        })
@DirtiesContext
class RetentionTests extends ProcessTest {

    private static final String PROCESS = "retention-test";

    @Autowired
    PlanRetention retention;

    @Autowired
    HistoryService historyService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @BeforeEach
    void deploy() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
    }

    @Test
    void keepsTheHistoryOfAPlanForItsLifeAndTenYears() {
        var beforeThePlan = endedOn(LocalDate.of(2021, 3, 1));
        var ofThePlan = endedOn(LocalDate.of(2021, 8, 1));
        assertThat(removalTimeOf(ofThePlan))
                .as("the engine sets none by itself")
                .isNull();

        cleanUpOn(LocalDate.of(2031, 8, 2)); // ten years after its end, yet within ten years of the plan's
        assertThat(isKept(ofThePlan)).isTrue();
        assertThat(isKept(beforeThePlan)).isFalse();

        cleanUpOn(LocalDate.of(2040, 12, 31)); // the last day of ten whole years
        assertThat(isKept(ofThePlan)).isTrue();

        var running = runtimeService.startProcessInstanceByKey(PROCESS).getId();
        cleanUpOn(LocalDate.of(2041, 1, 1));
        assertThat(isKept(ofThePlan)).isFalse();
        assertThat(isKept(running)).as("what still runs").isTrue();
    }

    /** These tests name the window themselves, since they do not run on PostgreSQL. */
    @Test
    void hasTheWindowOfProduction() throws IOException {
        var production = new YAMLMapper()
                .readTree(
                        Path.of("src/main/resources/application-postgresql.yml").toFile())
                .path("camunda.bpm.generic-properties.properties");

        assertThat(production.path("history-cleanup-batch-window-start-time").asText())
                .isEqualTo("22:00");
        assertThat(production.path("history-cleanup-batch-window-end-time").asText())
                .isEqualTo("04:00");
    }

    @Test
    void cleansUpInItsWindowOnly() {
        assertThat(managementService.createJobQuery().active().list().stream()
                        .filter(job -> job.getDeploymentId() == null && job.getProcessInstanceId() == null)
                        .map(job -> ZonedDateTime.ofInstant(job.getDuedate().toInstant(), VietnamTime.ZONE)
                                .getHour()))
                .isNotEmpty()
                .allMatch(hour -> hour >= 22 || hour < 4);
    }

    private String endedOn(LocalDate day) {
        clock.moveTo(day);
        var instance = runtimeService.startProcessInstanceByKey(PROCESS).getId();
        runtimeService.deleteProcessInstance(instance, "ends");
        return instance;
    }

    private void cleanUpOn(LocalDate day) {
        clock.moveTo(day);
        retention.markWhatMayGo();
        runBatches();
        ClockUtil.setCurrentTime(
                Date.from(day.plusDays(1).atTime(1, 0).atZone(VietnamTime.ZONE).toInstant()));
        historyService.cleanUpHistoryAsync(true);
        historyService.findHistoryCleanupJobs().forEach(job -> managementService.executeJob(job.getId()));
    }

    private void runBatches() {
        for (var batch : managementService.createBatchQuery().list()) {
            run(batch.getSeedJobDefinitionId());
            run(batch.getBatchJobDefinitionId());
            run(batch.getMonitorJobDefinitionId());
        }
    }

    private void run(String jobDefinition) {
        managementService
                .createJobQuery()
                .jobDefinitionId(jobDefinition)
                .list()
                .forEach(job -> managementService.executeJob(job.getId()));
    }

    private boolean isKept(String instance) {
        return find(instance) != null;
    }

    private Date removalTimeOf(String instance) {
        return find(instance).getRemovalTime();
    }

    private HistoricProcessInstance find(String instance) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
    }
}
