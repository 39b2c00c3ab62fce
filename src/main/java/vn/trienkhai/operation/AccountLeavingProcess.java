package vn.trienkhai.operation;

/** Names of account-leaving.bpmn and account-return.bpmn; administrators start both from Tasklist. */
final class AccountLeavingProcess {

    static final String KEY = "account-leaving";
    static final String RETURN_KEY = "account-return";

    /** User id of who left or came back. */
    static final String PERSON = "person";

    static final String REASON = "reason";
    static final String SUBJECT = "subject";
    static final String INITIATOR = "initiator";

    /** Whether there is work to be handed over. */
    static final String OPEN_WORK = "openWork";

    /** Groups that may decide who gets the work: the unit's leaders and the administrators. */
    static final String DECIDERS = "deciders";

    private AccountLeavingProcess() {}
}
