package vn.trienkhai.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;
import vn.trienkhai.form.Answers;

/**
 * Records every user task that a person completes: what was answered, and which variables of the process (those that its gateways
 * ask) changed by it. Sits around the listeners of every model, so that no model can forget it.
 */
class DecisionAudit extends AbstractBpmnParseListener {

    private final Supplier<Audit> audit;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<DelegateTask, Map<String, Object>> before = Collections.synchronizedMap(new WeakHashMap<>());

    DecisionAudit(Supplier<Audit> audit) {
        this.audit = audit;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, completing -> before.put(completing, of(completing)));
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
    }

    private void completed(DelegateTask task) {
        var former = Objects.requireNonNullElse(before.remove(task), Map.<String, Object>of());
        var now = of(task);
        var changedBefore = new HashMap<String, Object>();
        var changed = new HashMap<String, Object>();
        now.forEach((name, value) -> {
            if (!Objects.equals(value, former.get(name))) {
                changed.put(name, value);
                if (former.containsKey(name)) {
                    changedBefore.put(name, former.get(name));
                }
            }
        });
        var answer = task.getVariable(Answers.VARIABLE);
        if (answer != null) {
            changed.put(Answers.VARIABLE, parsed(answer.toString()));
        }
        var key = task.getExecution().getBusinessKey();
        audit.get()
                .record(new AuditAct(
                        task.getAssignee(),
                        "TASK_COMPLETED",
                        "%s/%s".formatted(task.getProcessDefinitionId().split(":", 2)[0], task.getTaskDefinitionKey()),
                        key == null ? task.getProcessInstanceId() : key,
                        changedBefore,
                        changed));
    }

    private static Map<String, Object> of(DelegateTask task) {
        var values = new HashMap<String, Object>();
        for (var name : task.getVariableNames()) {
            var value = task.getVariableTyped(name, false);
            if (!name.equals(Answers.VARIABLE) && value != null) {
                values.put(
                        name,
                        value instanceof SerializableValue stored ? stored.getValueSerialized() : value.getValue());
            }
        }
        return values;
    }

    private Object parsed(String answer) {
        try {
            return json.readValue(answer, Object.class);
        } catch (JsonProcessingException unreadable) {
            return answer;
        }
    }
}
