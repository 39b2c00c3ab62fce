package vn.trienkhai.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;

/**
 * Where the engine tells the audit, in the engine's own transaction: every completed user task with what was decided; every
 * account, group, membership and authorisation that changes, whoever changes it; and whatever else the engine's log of
 * operations says that a person did (started, assigned, deployed, deleted, set a variable).
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineAudit extends AbstractProcessEnginePlugin {

    /** Recorded where they are written, so that also what no person does is seen. */
    private static final Set<String> RECORDED_BY_THEMSELVES =
            Set.of(EntityTypes.USER, EntityTypes.GROUP, EntityTypes.GROUP_MEMBERSHIP, EntityTypes.AUTHORIZATION);

    private final SingletonSupplier<Audit> audit;
    private final ObjectProvider<AccountLocks> locks;
    private final JdbcTemplate jdbc;

    EngineAudit(ObjectProvider<Audit> audit, ObjectProvider<AccountLocks> locks, JdbcTemplate jdbc) {
        this.audit = SingletonSupplier.of(audit::getObject);
        this.locks = locks;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(
                with(configuration.getCustomPostBPMNParseListeners(), new DecisionAudit(audit)));
        configuration.setCustomSessionFactories(
                with(configuration.getCustomSessionFactories(), EngineAuthorizations.factory(audit, jdbc)));
        var handlers = with(configuration.getCustomHistoryEventHandlers(), new OperationsOfPeople());
        configuration.setCustomHistoryEventHandlers(handlers);
        if (configuration.getIdentityProviderSessionFactory() == null) {
            configuration.setIdentityProviderSessionFactory(AuditedIdentities.factory(audit, locks));
        }
    }

    private static <T> List<T> with(List<? extends T> given, T ours) {
        var all = new ArrayList<T>();
        if (given != null) {
            all.addAll(given);
        }
        all.add(ours);
        return all;
    }

    private final class OperationsOfPeople implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof UserOperationLogEntryEventEntity operation && isToBeRecorded(operation)) {
                var property = Objects.requireNonNullElse(operation.getProperty(), "value");
                audit.obtain()
                        .record(new AuditAct(
                                operation.getUserId(),
                                "ENGINE_" + operation.getOperationType(),
                                operation.getEntityType().replace(' ', '-'),
                                subjectOf(operation),
                                values(property, operation.getOrgValue()),
                                values(property, operation.getNewValue())));
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }

    private static boolean isToBeRecorded(UserOperationLogEntryEventEntity operation) {
        var isDecision = EntityTypes.TASK.equals(operation.getEntityType())
                && UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(operation.getOperationType());
        return !isDecision && !RECORDED_BY_THEMSELVES.contains(operation.getEntityType());
    }

    private static String subjectOf(UserOperationLogEntryEventEntity operation) {
        return Stream.of(
                        operation.getTaskId(),
                        operation.getProcessInstanceId(),
                        operation.getJobId(),
                        operation.getDeploymentId(),
                        operation.getBatchId(),
                        operation.getProcessDefinitionId(),
                        operation.getProcessDefinitionKey())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("-");
    }

    private static Map<String, Object> values(String property, String value) {
        var values = new HashMap<String, Object>();
        if (value != null) {
            values.put(property, value);
        }
        return values;
    }
}
