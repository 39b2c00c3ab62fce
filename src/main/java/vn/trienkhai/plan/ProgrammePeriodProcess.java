package vn.trienkhai.plan;

/** Names of programme-period.bpmn; its timer starts it, and it calls work-programme.bpmn. */
final class ProgrammePeriodProcess {

    static final String KEY = "programme-period";

    /** Ids of the plans that need a programme; of one of them in the process that is called. */
    static final String PLANS = "plans";

    static final String PLAN = "plan";
    static final String ANY_PLAN = "anyPlan";

    /** First day of the quarter ahead, yyyy-MM-dd. */
    static final String QUARTER = "quarter";

    private ProgrammePeriodProcess() {}
}
