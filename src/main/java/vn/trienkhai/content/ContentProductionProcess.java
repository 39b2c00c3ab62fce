package vn.trienkhai.content;

/** Names of content-production.bpmn; those that it shares with its caller are in {@link UnitCampaignProcess}. */
final class ContentProductionProcess {

    static final String KEY = "content-production";

    /** Id of the plan. */
    static final String PLAN = "plan";

    static final String INITIATOR = "initiator";
    static final String DRAFT_HANDED_IN = "draftHandedIn";

    /** Why drafting ended without a content. */
    static final String STOPPED_BECAUSE = "stoppedBecause";

    static final String CONTENT_SOUND = "contentSound";
    static final String FORM_SOUND = "formSound";
    static final String CONTENT_APPROVED = "contentApproved";

    /** Candidate groups, separated by commas. */
    static final String FORM_CHECKERS = "formCheckers";

    /** Inputs of approval-route.dmn. */
    static final String CHANNEL_GROUP = "channelGroup";

    static final String SCOPE = "scope";
    static final String UNIT_KIND = "unitKind";

    /** Output of approval-route.dmn. */
    static final String APPROVER = "approver";

    /** Candidate groups, separated by commas. */
    static final String APPROVERS = "approvers";

    private ContentProductionProcess() {}
}
