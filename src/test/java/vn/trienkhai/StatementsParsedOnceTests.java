package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine finds the same whether a statement is parsed for the first time or was met before with other values. */
class StatementsParsedOnceTests extends ProcessTest {

    private static final String PROCESS = "remembered-statements";

    private final String first = UUID.randomUUID().toString();
    private final String second = UUID.randomUUID().toString();
    private String deployment;

    @BeforeEach
    void twoInstances() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        start(first, "7", 7L, new Date(1_000_000));
        start(second, "8", 8L, new Date(2_000_000));
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void noStatementOfTheEngineIsParsedAtEachCall() {
        var statements = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getSqlSessionFactory()
                .getConfiguration();

        assertThat(statements.getMappedStatement("selectTaskByQueryCriteria").getSqlSource())
                .isNotInstanceOf(DynamicSqlSource.class);
        assertThat(statements.getMappedStatement("insertTask").getSqlSource()).isNotInstanceOf(DynamicSqlSource.class);
    }

    @Test
    void theSameTextIsAskedWithValuesOfOtherTypes() {
        for (int again = 0; again < 2; again++) {
            assertThat(keysOf(instances().variableValueEquals("text", "7"))).containsExactly(first);
            assertThat(keysOf(instances().variableValueEquals("number", 8L))).containsExactly(second);
            assertThat(keysOf(instances().variableValueEquals("date", new Date(1_000_000))))
                    .containsExactly(first);
            assertThat(keysOf(instances().variableValueEquals("text", 7L))).isEmpty();
        }
    }

    @Test
    void listsOfDifferentLengthsAreDifferentQuestions() {
        var query = engine.getTaskService().createTaskQuery();
        assertThat(query.processInstanceBusinessKeyIn(first).count()).isEqualTo(1);
        assertThat(query.processInstanceBusinessKeyIn(first, second).count()).isEqualTo(2);
        assertThat(query.processInstanceBusinessKeyIn(second, "không có").count())
                .isEqualTo(1);
        assertThat(query.processInstanceBusinessKeyIn(first, second, "không có").count())
                .isEqualTo(2);
    }

    private ProcessInstanceQuery instances() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(PROCESS);
    }

    private static List<String> keysOf(ProcessInstanceQuery query) {
        return query.list().stream().map(instance -> instance.getBusinessKey()).toList();
    }

    private void start(String key, String text, long number, Date date) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        PROCESS,
                        key,
                        Variables.putValue("text", text)
                                .putValue("number", number)
                                .putValue("date", date));
    }
}
