package vn.trienkhai.reporting;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The way out to report-on-request.bpmn: the only class of this module that calls the engine. */
@Component
class ReportOnRequestProcess {

    static final String KEY = "report-on-request";
    static final String REQUEST = "reportRequest";
    static final String SUBJECT = "subject";
    static final String CONSOLIDATOR = "consolidator";
    static final String APPROVERS = "approvers";
    static final String UNITS_DUE = "unitsDue";
    static final String DUE = "due";
    static final String WAIT_LONGER = "waitLonger";
    static final String REPORT_APPROVED = "reportApproved";

    private static final String COMPLETE = "contributions-complete";
    private static final String WITHDRAWN = "report-request-withdrawn";

    private final RuntimeService runtimeService;

    ReportOnRequestProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** Goes on to consolidation if the process is waiting for contributions; otherwise the collection was closed already. */
    void contributionsComplete(UUID request) {
        var waiting = runtimeService
                .createExecutionQuery()
                .processInstanceBusinessKey(request.toString())
                .messageEventSubscriptionName(COMPLETE)
                .singleResult();
        if (waiting != null) {
            runtimeService.messageEventReceived(COMPLETE, waiting.getId());
        }
    }

    void requestWithdrawn(UUID request) {
        runtimeService
                .createMessageCorrelation(WITHDRAWN)
                .processInstanceBusinessKey(request.toString())
                .correlate();
    }
}
