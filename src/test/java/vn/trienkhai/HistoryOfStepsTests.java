package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step lasts from its start to its end, whatever happened to it in between and in how many transactions. */
class HistoryOfStepsTests extends ProcessTest {

    private static final String PROCESS = "steps-that-last";
    private static final long A_MINUTE = 60_000;

    private String deployment;
    private String task;

    @BeforeEach
    void aTask() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("step")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(PROCESS, UUID.randomUUID().toString());
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void takenAndCompletedOneAfterTheOther() {
        engine.getTaskService().claim(task, "người làm");
        assertThat(ofTask().getAssignee()).isEqualTo("người làm");
        assertThat(ofStep().getAssignee()).isEqualTo("người làm");
        assertThat(ofTask().getEndTime()).isNull();

        aMinuteAfterItsStart();
        engine.getTaskService().complete(task);

        lastedAMinute();
    }

    @Test
    void takenAndCompletedInOneTransaction() {
        aMinuteAfterItsStart();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    engine.getTaskService().claim(task, "người làm");
                    engine.getTaskService().complete(task);
                    return null;
                });

        assertThat(ofTask().getAssignee()).isEqualTo("người làm");
        lastedAMinute();
    }

    private void aMinuteAfterItsStart() {
        assertThat(ofStep().getStartTime()).isEqualTo(ofTask().getStartTime());
        ClockUtil.setCurrentTime(new Date(ofTask().getStartTime().getTime() + A_MINUTE));
    }

    private void lastedAMinute() {
        assertThat(ofTask().getDurationInMillis()).isEqualTo(A_MINUTE);
        assertThat(ofStep().getDurationInMillis()).isEqualTo(A_MINUTE);
        assertThat(ofTask().getEndTime().getTime())
                .isEqualTo(ofTask().getStartTime().getTime() + A_MINUTE);
        assertThat(ofStep().getEndTime().getTime())
                .isEqualTo(ofStep().getStartTime().getTime() + A_MINUTE);
    }

    private HistoricTaskInstance ofTask() {
        return engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult();
    }

    private HistoricActivityInstance ofStep() {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(ofTask().getProcessInstanceId())
                .activityId("step")
                .singleResult();
    }
}
