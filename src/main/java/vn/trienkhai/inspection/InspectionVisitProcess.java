package vn.trienkhai.inspection;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The way out to inspection-visit.bpmn: the only class of this module that calls the engine. */
@Component
class InspectionVisitProcess {

    static final String KEY = "inspection-visit";

    /** Id of the visit, as text; also the business key. */
    static final String VISIT = "visit";

    /** The inspected unit. */
    static final String UNIT = "unit";

    /** Candidate groups of whoever leads the unit, separated by commas. */
    static final String LEADS = "leads";

    /** The unit that inspects. */
    static final String ASSIGNER = "assigner";

    static final String SUBJECT = "subject";

    /** When the day of the visit begins. */
    static final String VISIT_AT = "visitAt";

    /** When the day of the visit ends. */
    static final String VISIT_DAY = "visitDay";

    static final String SELF_REPORT_DUE = "selfReportDue";
    static final String POSTPONED = "postponed";
    static final String HAS_RECOMMENDATIONS = "hasRecommendations";

    private static final String CANCELLED = "visit-cancelled";
    private static final String RECOMMENDATIONS_VERIFIED = "recommendations-verified";

    private final RuntimeService runtimeService;

    InspectionVisitProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    void cancelled(InspectionVisit visit) {
        correlate(CANCELLED, visit);
    }

    void recommendationsVerified(InspectionVisit visit) {
        correlate(RECOMMENDATIONS_VERIFIED, visit);
    }

    private void correlate(String message, InspectionVisit visit) {
        runtimeService
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(visit.id().toString())
                .processInstanceVariableEquals(VISIT, visit.id().toString())
                .correlate();
    }
}
