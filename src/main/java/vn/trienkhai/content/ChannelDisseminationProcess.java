package vn.trienkhai.content;

/** Names of channel-dissemination.bpmn; those that it shares with its caller are in {@link UnitCampaignProcess}. */
final class ChannelDisseminationProcess {

    static final String KEY = "channel-dissemination";

    /** Ids of the planned runs, as texts. */
    static final String RUNS = "runs";

    /** Id of one of them; local to its round. */
    static final String RUN = "run";

    static final String RUN_OUTCOME = "runOutcome";

    private ChannelDisseminationProcess() {}
}
