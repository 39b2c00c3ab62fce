package vn.trienkhai.content;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trienkhai.attachment.Attachment;
import vn.trienkhai.attachment.AttachmentSight;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.PlanOverseers;

/**
 * Files of contents: for the unit that drafted it, for those who check and sign what goes out to the public, for who oversees
 * the plan, and, once it is approved for all, for every unit that can disseminate it. Proofs of channels: as evidence.
 */
@Component
class ContentFilesSeen implements AttachmentSight {

    /** They check or sign contents of all units; see {@link ContentApprovers}. */
    private static final Set<UnitKind> CHECKING = Set.of(UnitKind.EDITORIAL_BOARD, UnitKind.PUBLIC_SERVICE);

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final PlanOverseers overseers;

    ContentFilesSeen(JdbcClient jdbc, Organisation organisation, PlanOverseers overseers) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.overseers = overseers;
    }

    private record Kept(String planId, String unit, String scope, String status) {

        boolean isForAllUnits() {
            return ContentScope.ALL_UNITS.name().equals(scope)
                    && ContentStatus.APPROVED.name().equals(status);
        }
    }

    private record Proof(String planId, String unit) {}

    @Override
    public boolean shows(Attachment attachment, String userId) {
        var contents = jdbc.sql("select c.plan_id, c.unit, c.scope, c.status from content_version_attachment f"
                        + " join content_version v on v.id = f.content_version_id join content c on c.id = v.content_id"
                        + " where f.attachment_id = ?")
                .param(attachment.id())
                .query(Kept.class)
                .list();
        var proofs = jdbc.sql("select r.plan_id, r.unit from channel_run_proof f"
                        + " join channel_run r on r.id = f.channel_run_id where f.attachment_id = ?")
                .param(attachment.id())
                .query(Proof.class)
                .list();
        return contents.stream().anyMatch(content -> shows(content, userId))
                || proofs.stream()
                        .anyMatch(proof -> organisation.belongsTo(userId, proof.unit())
                                || overseers.oversees(userId, proof.planId()));
    }

    private boolean shows(Kept content, String userId) {
        return organisation.belongsTo(userId, content.unit())
                || overseers.oversees(userId, content.planId())
                || organisation.units().stream()
                        .filter(unit ->
                                CHECKING.contains(unit.kind()) || content.isForAllUnits() && unit.canBeAssigned())
                        .anyMatch(unit -> organisation.belongsTo(userId, unit.id()));
    }
}
