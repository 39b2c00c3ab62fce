package vn.trienkhai.plan;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The way out to work-programme.bpmn, and the names that it shares with the model. Its business key is the programme's id. */
@Component
class WorkProgrammeProcess {

    static final String KEY = "work-programme";

    /** Id of the programme, as text. */
    static final String PROGRAMME = "programme";

    static final String LEAD_AGENCY = "leadAgency";

    /** Candidate groups of whoever leads the issuer, separated by commas. */
    static final String ISSUER_LEADS = "issuerLeads";

    /** End of the last day of the period. */
    static final String PERIOD_END = "periodEnd";

    static final String SUBJECT = "subject";
    static final String INITIATOR = "initiator";
    static final String PROGRAMME_DECISION = "programmeDecision";
    static final String ALL_OPENED = "allOpened";

    private static final String FULFILLED = "programme-fulfilled";

    private final RuntimeService runtimeService;

    WorkProgrammeProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** Nobody listens any more where the period has ended already; then there is nothing to tell. */
    void fulfilled(UUID programme) {
        runtimeService
                .createMessageCorrelation(FULFILLED)
                .processInstanceBusinessKey(programme.toString())
                .processInstanceVariableEquals(PROGRAMME, programme.toString())
                .correlateAll();
    }
}
