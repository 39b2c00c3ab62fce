package vn.trienkhai;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.springframework.stereotype.Component;

/**
 * Writes the engine's history as shipped, but reads when a step began only when it ends, for its duration. The engine reads it
 * at every change: twice each time somebody takes a task.
 */
@Component
class HistoryOfSteps extends AbstractProcessEnginePlugin {

    private static final List<HistoryEventTypes> CHANGES =
            List.of(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE, HistoryEventTypes.TASK_INSTANCE_UPDATE);

    /** The engine's own statements. */
    private static final Map<Class<?>, String> STARTED = Map.of(
            HistoricActivityInstanceEventEntity.class, "selectHistoricActivityInstanceEvent",
            HistoricTaskInstanceEventEntity.class, "selectHistoricTaskInstanceEvent");

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new Handler());
    }

    private static final class Handler extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            if (!(event instanceof HistoricScopeInstanceEvent step) || !STARTED.containsKey(event.getClass())) {
                super.insertOrUpdate(event);
            } else if (CHANGES.stream().noneMatch(step::isEventOfType)) {
                super.insertOrUpdate(step);
                knowTheStart(step);
            } else if (getDbEntityManager().getCachedEntity(step.getClass(), step.getId()) == null) {
                getDbEntityManager().merge(step);
            }
        }

        /** Changed before in the same transaction, it stands in the engine's cache without its start. */
        private static void knowTheStart(HistoricScopeInstanceEvent step) {
            if (step.getEndTime() != null && step.getStartTime() == null && step.getDurationInMillis() == null) {
                HistoricScopeInstanceEvent stored = Context.getCommandContext()
                        .getDbSqlSession()
                        .getSqlSession()
                        .selectOne(STARTED.get(step.getClass()), step.getId());
                if (stored != null) {
                    step.setStartTime(stored.getStartTime());
                }
            }
        }
    }
}
