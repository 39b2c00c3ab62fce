package vn.trienkhai.reporting;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
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

    /** Candidate groups of who approves, separated by commas. */
    static final String APPROVERS = "approvers";

    /** Until when to wait for the units. */
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
