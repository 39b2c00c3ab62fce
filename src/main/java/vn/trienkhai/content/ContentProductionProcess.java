package vn.trienkhai.content;

import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Names of content-production.bpmn; those that it shares with its caller are in {@link UnitCampaignProcess}. */
@Component
class ContentProductionProcess {

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

    private static final String APPROVAL_ROUTE = "approval-route";

    private final DecisionService decisions;

    ContentProductionProcess(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** Who will sign, as the process itself will decide it once the checks are passed. */
    Approver approverOf(ApprovalRoute route) {
        return Approver.valueOf(decisions
                .evaluateDecisionTableByKey(APPROVAL_ROUTE, route.variables())
                .<String>getSingleEntry());
    }
}
