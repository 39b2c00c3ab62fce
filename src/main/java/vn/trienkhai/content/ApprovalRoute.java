package vn.trienkhai.content;

import java.util.Map;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.PlanDefinition;

/** What approval-route.dmn asks before it says who signs. */
record ApprovalRoute(ChannelType channelGroup, ContentScope scope, UnitKind unitKind) {

    static ApprovalRoute of(ContentDraft draft, PlanDefinition plan, Unit unit) {
        return new ApprovalRoute(draft.decidingChannelOf(plan), draft.scope(), unit.kind());
    }

    /** Named as the table names them. */
    Map<String, Object> variables() {
        return Map.of(
                ContentProductionProcess.CHANNEL_GROUP, channelGroup.name(),
                ContentProductionProcess.SCOPE, scope.name(),
                ContentProductionProcess.UNIT_KIND, unitKind.name());
    }
}
