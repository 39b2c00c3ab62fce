package vn.trienkhai;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.stereotype.Component;

/**
 * The engine's full history but for one row per change of a variable: what a variable was in between, our own records tell
 * with who and why, and those rows would be the largest table of ten years. The operation log, steps, tasks, decisions and
 * the last value of every variable are kept.
 */
@Component
class HistoryWithoutDetails extends AbstractProcessEnginePlugin {

    /** Name of the level in application.yml. */
    static final String NAME = "without-details";

    private static final List<HistoryEventTypes> LEFT_OUT =
            List.of(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.FORM_PROPERTY_UPDATE);

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(new WithoutDetails()));
    }

    private static class WithoutDetails implements HistoryLevel {

        /** As the engine stores it in ACT_GE_PROPERTY; changelog 001 knows it. */
        private static final int ID = 30;

        @Override
        public int getId() {
            return ID;
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
            return HistoryLevel.HISTORY_LEVEL_FULL.isHistoryEventProduced(eventType, entity)
                    && LEFT_OUT.stream().noneMatch(eventType::equals);
        }
    }
}
