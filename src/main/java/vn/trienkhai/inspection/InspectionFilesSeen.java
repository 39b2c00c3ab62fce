package vn.trienkhai.inspection;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trienkhai.attachment.Attachment;
import vn.trienkhai.attachment.AttachmentSight;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanOverseers;

/**
 * Files of inspections: for the unit that is inspected, for those who inspect it, and for who oversees the plan. Whoever
 * inspects a unit also sees the files of the evidence that it recorded under the plan.
 */
@Component
class InspectionFilesSeen implements AttachmentSight {

    private static final String VISIT = "select p.plan_id, p.lead_agency, v.unit, v.inspectors from inspection_visit v"
            + " join inspection_programme p on p.id = v.programme_id ";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final PlanOverseers overseers;

    InspectionFilesSeen(JdbcClient jdbc, Organisation organisation, PlanOverseers overseers) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.overseers = overseers;
    }

    private record Visited(String planId, String leadAgency, String unit, String inspectors) {

        List<String> people() {
            return List.of(inspectors.split(","));
        }
    }

    @Override
    public boolean shows(Attachment attachment, String userId) {
        var own = jdbc.sql(VISIT
                        + "where v.id in (select visit_id from inspection_self_report_file where attachment_id = :id)"
                        + " or v.id in (select visit_id from inspection_visit_file where attachment_id = :id)")
                .param("id", attachment.id())
                .query(Visited.class)
                .list();
        var evidence = jdbc.sql(VISIT + "join evidence e on e.unit = v.unit and e.plan_id = p.plan_id"
                        + " join evidence_attachment f on f.evidence_id = e.id where f.attachment_id = :id")
                .param("id", attachment.id())
                .query(Visited.class)
                .list();
        return own.stream()
                        .anyMatch(visit -> organisation.belongsTo(userId, visit.unit())
                                || organisation.belongsTo(userId, visit.leadAgency())
                                || organisation.actsForOneOf(userId, visit.people())
                                || overseers.oversees(userId, visit.planId()))
                || evidence.stream().anyMatch(visit -> organisation.actsForOneOf(userId, visit.people()));
    }
}
