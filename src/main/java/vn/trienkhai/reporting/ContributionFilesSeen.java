package vn.trienkhai.reporting;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trienkhai.attachment.Attachment;
import vn.trienkhai.attachment.AttachmentSight;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanOverseers;

/** Files of contributions: for the unit that wrote, for who asked it, and for who oversees the plan. */
@Component
class ContributionFilesSeen implements AttachmentSight {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final PlanOverseers overseers;

    ContributionFilesSeen(JdbcClient jdbc, Organisation organisation, PlanOverseers overseers) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.overseers = overseers;
    }

    private record Kept(String planId, String unit, String assigner) {}

    @Override
    public boolean shows(Attachment attachment, String userId) {
        return jdbc
                .sql("select a.plan_id, c.unit, a.assigner from contribution_attachment f"
                        + " join contribution c on c.id = f.contribution_id join assignment a on a.id = c.assignment_id"
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
