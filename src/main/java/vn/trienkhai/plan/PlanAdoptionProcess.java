package vn.trienkhai.plan;

import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The way out to plan-adoption.bpmn, and the names that it shares with the model. Its business key is the plan's id. */
@Component
class PlanAdoptionProcess {

    static final String KEY = "plan-adoption";

    /** Id of the adoption, as text. */
    static final String ADOPTION = "adoption";

    static final String PLAN = "plan";
    static final String LEAD_AGENCY = "leadAgency";

    /** Candidate groups of whoever leads the issuer, separated by commas. */
    static final String ISSUER_LEADS = "issuerLeads";

    static final String SUBJECT = "subject";
    static final String DUTIES_TRUE = "dutiesTrue";
    static final String PLAN_ADOPTED = "planAdopted";

    /** Ids of the units that must confirm the receipt; of one of them in its own task. */
    static final String UNITS = "units";

    static final String UNIT = "unit";
    static final String LEADS = "leads";
    static final String DUE = "due";

    private static final String REPLACED = "plan-replaced";

    private final RuntimeService runtimeService;

    PlanAdoptionProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    void proposed(PlanAdoption adoption, PlanDefinition plan, List<String> issuerLeads) {
        var variables = new HashMap<String, Object>();
        variables.put(ADOPTION, adoption.id().toString());
        variables.put(PLAN, plan.id());
        variables.put(LEAD_AGENCY, plan.leadAgency());
        variables.put(ISSUER_LEADS, String.join(",", issuerLeads));
        variables.put(SUBJECT, "Kế hoạch " + plan.number());
        runtimeService.startProcessInstanceByKey(KEY, plan.id(), variables);
    }

    /** Ends the process of an adoption whose text was replaced by a newly loaded one. */
    void replaced(PlanAdoption adoption) {
        runtimeService
                .createMessageCorrelation(REPLACED)
                .processInstanceBusinessKey(adoption.planId())
                .processInstanceVariableEquals(ADOPTION, adoption.id().toString())
                .correlate();
    }
}
