package vn.trienkhai.form;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/**
 * A task is completed by the person who claimed it. The engine lets any candidate complete what another one claimed, and
 * what is done then bears the other's name: so could somebody sign for a superior, or check an own draft.
 */
@Component
class OwnTasksOnly extends AbstractCamundaConfiguration {

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        var known = configuration.getCustomPostBPMNParseListeners();
        var all = new ArrayList<>(known == null ? List.<BpmnParseListener>of() : known);
        all.add(new EveryUserTask());
        configuration.setCustomPostBPMNParseListeners(all);
    }

    private static class EveryUserTask extends AbstractBpmnParseListener {

        /** Built-in listeners come before those of the model. */
        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, OwnTasksOnly::requireOwn);
        }
    }

    /** What the program does by itself has no person signed in. */
    private static void requireOwn(DelegateTask task) {
        var who = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (who != null && who.getUserId() != null && !who.getUserId().equals(task.getAssignee())) {
            throw new AuthorizationException("The task %s is completed by who claimed it and not by %s"
                    .formatted(task.getId(), who.getUserId()));
        }
    }
}
