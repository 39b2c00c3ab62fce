package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.trienkhai.ProcessTest;

class GuardedExpressionsTests extends ProcessTest {

    static Stream<String> harmlessAndHarmful() {
        return Stream.of(
                "${now()}",
                "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('id')}",
                "${environment.getProperty('spring.datasource.url')}");
    }

    /** CVE-2026-109432. */
    @ParameterizedTest
    @MethodSource("harmlessAndHarmful")
    void noQueryEvaluatesAnExpressionNotEvenWithinAnOr(String expression) {
        for (var query : new TaskQuery[] {
            query().or().dueAfterExpression(expression).endOr(),
            query().or().taskAssigneeExpression(expression).endOr(),
            query().dueAfterExpression(expression),
            query().taskCandidateUserExpression(expression)
        }) {
            assertThatThrownBy(query::list).satisfies(GuardedExpressionsTests::isRefused);
            assertThatThrownBy(query::count).satisfies(GuardedExpressionsTests::isRefused);
        }
    }

    @Test
    void noFilterExtendedByAnOrEvaluatesAnExpression() {
        var filter = engine.getFilterService().newTaskFilter("kiểm thử");
        filter.setQuery(query());
        engine.getFilterService().saveFilter(filter);

        assertThatThrownBy(() -> engine.getFilterService()
                        .list(
                                filter.getId(),
                                query().or().dueAfterExpression("${now()}").endOr()))
                .satisfies(GuardedExpressionsTests::isRefused);
        engine.getFilterService().deleteFilter(filter.getId());
    }

    @Test
    void aModelReachesItsVariablesAndNoClass() {
        assertThat(runs("${number + 1}")).isEqualTo(42L);
        assertThatThrownBy(() -> runs("${number.getClass().getName()}"))
                .hasStackTraceContaining("Expressions do not reach classes.");
        assertThatThrownBy(() -> runs("${number.class.name}"))
                .hasStackTraceContaining("Expressions do not reach classes.");
    }

    private Object runs(String expression) {
        var model = Bpmn.createExecutableProcess("guarded-expressions")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .camundaResultVariable("result")
                .userTask()
                .endEvent()
                .done();
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("guarded-expressions.bpmn", model)
                .deploy();
        try {
            var instance =
                    engine.getRuntimeService().startProcessInstanceByKey("guarded-expressions", Map.of("number", 41));
            return engine.getRuntimeService().getVariable(instance.getId(), "result");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    /** Before anything was evaluated. */
    private static void isRefused(Throwable failure) {
        assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                .hasAtLeastOneElementOfType(BadUserRequestException.class)
                .last()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageMatching("Expressions are (not evaluated in queries|forbidden in adhoc queries).*");
    }

    private TaskQuery query() {
        return engine.getTaskService().createTaskQuery();
    }
}
