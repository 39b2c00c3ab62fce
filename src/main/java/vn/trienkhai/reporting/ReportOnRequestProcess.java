package vn.trienkhai.reporting;

import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The way out to report-on-request.bpmn: the only class of this module that calls the engine. */
@Component
class ReportOnRequestProcess {

    static final String KEY = "report-on-request";

    /** Id of the request, as text; also the business key. */
    static final String REQUEST = "reportRequest";

    static final String SUBJECT = "subject";

    /** The unit that consolidates. */
    static final String CONSOLIDATOR = "consolidator";

    /** Until when to wait for the units. */
    static final String UNITS_DUE = "unitsDue";

    static final String DUE = "due";
    static final String WAIT_LONGER = "waitLonger";

    /** Id of the report's official document, as text. */
    static final String DOCUMENT = "document";

    static final String REDRAFTED_BY_CALLER = "redraftedByCaller";
    static final String DOCUMENT_RETURNED = "documentReturned";

    /** Id of the plan whose yearly report the program opens by itself; missing where people ask. */
    static final String YEARLY_OF = "yearlyOf";

    private static final String COMPLETE = "contributions-complete";
    private static final String WITHDRAWN = "report-request-withdrawn";

    private static final String TIMER = "CatchEvent_UnitsDeadlinePassed";

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final TaskService taskService;

    ReportOnRequestProcess(
            RuntimeService runtimeService, ManagementService managementService, TaskService taskService) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.taskService = taskService;
    }

    /** Asks as a person would, but by itself: the start listener writes the request. */
    void startYearlyOf(String planId) {
        runtimeService.startProcessInstanceByKey(KEY, Map.of(YEARLY_OF, planId));
    }

    /** The collection's timer, the variables and the open tasks move to other days, also where its document is on its way. */
    void deadlinesMoved(UUID request, Date waitingUntil, Date whole) {
        var key = request.toString();
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()
                .forEach(instance -> runtimeService.setVariable(instance.getId(), DUE, whole));
        var instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key, KEY)
                .singleResult();
        runtimeService.setVariable(instance.getId(), UNITS_DUE, waitingUntil);
        managementService
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(TIMER)
                .list()
                .forEach(timer -> managementService.setJobDuedate(timer.getId(), waitingUntil));
        taskService.createTaskQuery().processInstanceBusinessKey(key).list().forEach(task -> {
            task.setDueDate(whole);
            taskService.saveTask(task);
        });
    }

    /**
     * Goes on to consolidation if the process waits for contributions.
     *
     * @return false if it does not wait: the deadline passed, and the lead agency is deciding how to go on
     */
    boolean contributionsComplete(UUID request) {
        var waiting = runtimeService
                .createExecutionQuery()
                .processInstanceBusinessKey(request.toString())
                .messageEventSubscriptionName(COMPLETE)
                .singleResult();
        if (waiting == null) {
            return false;
        }
        runtimeService.messageEventReceived(COMPLETE, waiting.getId());
        return true;
    }

    void requestWithdrawn(UUID request) {
        runtimeService
                .createMessageCorrelation(WITHDRAWN)
                .processInstanceBusinessKey(request.toString())
                .correlate();
    }
}
