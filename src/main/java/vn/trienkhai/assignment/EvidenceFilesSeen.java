package vn.trienkhai.assignment;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trienkhai.attachment.Attachment;
import vn.trienkhai.attachment.AttachmentSight;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanOverseers;

/** Files of evidence: for the unit that recorded it, for who asked for the work, and for who oversees the plan. */
@Component
class EvidenceFilesSeen implements AttachmentSight {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final PlanOverseers overseers;

    EvidenceFilesSeen(JdbcClient jdbc, Organisation organisation, PlanOverseers overseers) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.overseers = overseers;
    }

    private record Kept(String planId, String unit, String assigner) {}

    @Override
    public boolean shows(Attachment attachment, String userId) {
        return jdbc
                .sql("select e.plan_id, e.unit, a.assigner from evidence_attachment f"
                        + " join evidence e on e.id = f.evidence_id left join assignment a on a.id = e.assignment_id"
                        + " where f.attachment_id = ?")
                .param(attachment.id())
                .query(Kept.class)
                .list()
                .stream()
                .anyMatch(kept -> Stream.of(kept.unit(), kept.assigner())
                                .filter(Objects::nonNull)
                                .anyMatch(unit -> organisation.belongsTo(userId, unit))
                        || overseers.oversees(userId, kept.planId()));
    }
}
