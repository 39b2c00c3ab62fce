package vn.trienkhai.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.stereotype.Component;

/** The way to delivery-trouble.bpmn, of which at most one instance is open; its incident shows in Cockpit. */
@Component
class DeliveryTroubleProcess {

    static final String KEY = "delivery-trouble";
    static final String SUBJECT = "subject";
    static final String NOTE = "note";

    private static final String TASK = "UserTask_MendDelivery";
    private static final String MENDED = "EndEvent_Mended";
    private static final String FLOWS_AGAIN = "mail-flows-again";
    private static final String INCIDENT = "mailDelivery";

    private final RuntimeService runtimeService;
    private final HistoryService historyService;

    DeliveryTroubleProcess(RuntimeService runtimeService, HistoryService historyService) {
        this.runtimeService = runtimeService;
        this.historyService = historyService;
    }

    boolean isOpen() {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .count()
                > 0;
    }

    /** @param trouble one Vietnamese sentence, shown at the incident */
    void begin(String subject, String trouble) {
        var instance = runtimeService.startProcessInstanceByKey(KEY, KEY, Map.of(SUBJECT, subject));
        var task = runtimeService
                .createExecutionQuery()
                .processInstanceId(instance.getId())
                .activityId(TASK)
                .singleResult();
        runtimeService.createIncident(INCIDENT, task.getId(), null, trouble);
    }

    void flowsAgain() {
        for (var instance : runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()) {
            resolveIncidents(instance.getId());
            runtimeService
                    .createMessageCorrelation(FLOWS_AGAIN)
                    .processInstanceId(instance.getId())
                    .correlate();
        }
    }

    void resolveIncidents(String processInstanceId) {
        runtimeService
                .createIncidentQuery()
                .processInstanceId(processInstanceId)
                .incidentType(INCIDENT)
                .list()
                .forEach(incident -> runtimeService.resolveIncident(incident.getId()));
    }

    /** When an administrator last declared it mended. */
    Optional<Instant> lastMended() {
        List<HistoricActivityInstance> ends = historyService
                .createHistoricActivityInstanceQuery()
                .activityId(MENDED)
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .listPage(0, 1);
        return ends.stream().findFirst().map(end -> end.getEndTime().toInstant());
    }
}
