package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.ExpressionEvaluator;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every condition of the engine's statements is decided as OGNL decides it, or fails as it does. */
class SimpleConditionsTests {

    private static final Pattern TEST = Pattern.compile("test=\"([^\"]+)\"");

    private final Configuration statements = new Configuration();
    private final SimpleConditions ours = new SimpleConditions();

    @Test
    void decidesEveryConditionOfTheEngineAsShipped() throws IOException {
        var conditions = conditionsOfTheEngine();
        assertThat(conditions).hasSizeGreaterThan(500);
        for (var parameter : parameters()) {
            for (var condition : conditions) {
                for (int again = 0; again < 2; again++) {
                    assertThat(answer(ours, condition, parameter))
                            .as("%s of %s", condition, parameter)
                            .isEqualTo(answer(ExpressionEvaluator.INSTANCE, condition, parameter));
                }
            }
        }
    }

    @Test
    void asksWhatIsBoundBeforeWhatThePlainNamesOfTheParameterAre() {
        var context = new DynamicContext(statements, Map.of("name", "of the parameter"));
        context.bind("flag", true);

        assertThat(ours.evaluateBoolean("name != null && flag", context.getBindings()))
                .isTrue();
        assertThat(ours.evaluateBoolean("name == null || !flag", context.getBindings()))
                .isFalse();
        assertThat(ours.evaluateBoolean("flag == false", context.getBindings())).isFalse();
    }

    /** Queries, as the engine hands them over: by themselves, or as what a statement calls "query" or "parameter". */
    private static List<Object> parameters() {
        var tasks = new TaskQueryImpl()
                .taskDefinitionKey("UserTask_ReviewResult")
                .processInstanceBusinessKey("k")
                .taskCandidateGroupIn(List.of("phong-kinh-te"))
                .orderByDueDate()
                .asc();
        var instances = new ProcessInstanceQueryImpl()
                .processDefinitionKey("duty-assignment")
                .active();
        var jobs = new JobQueryImpl().duedateLowerThan(new Date(0)).timers();
        var task = new TaskEntity("1");
        task.setAssignee("an");
        return new ArrayList<>(List.of(
                new TaskQueryImpl(),
                tasks,
                instances,
                jobs,
                new HistoricTaskInstanceQueryImpl().finished().taskAssignee("an"),
                task,
                new ListQueryParameterObject(tasks, 0, 15),
                new ListQueryParameterObject(List.of("1", "2"), 0, 10),
                Map.of("query", tasks, "parameter", task, "isActive", true),
                Map.of("authCheck", ((TaskQueryImpl) tasks).getAuthCheck(), "id", "1")));
    }

    private Object answer(ExpressionEvaluator evaluator, String condition, Object parameter) {
        var context = new DynamicContext(statements, parameter);
        context.bind("query", parameter);
        try {
            return evaluator.evaluateBoolean(condition, context.getBindings());
        } catch (RuntimeException failure) {
            return "fails";
        }
    }

    private static Set<String> conditionsOfTheEngine() throws IOException {
        var all = new TreeSet<String>();
        for (var mapping : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:org/camunda/bpm/engine/impl/mapping/entity/*.xml")) {
            var found = TEST.matcher(mapping.getContentAsString(StandardCharsets.UTF_8));
            while (found.find()) {
                all.add(found.group(1)
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\""));
            }
        }
        return all;
    }
}
