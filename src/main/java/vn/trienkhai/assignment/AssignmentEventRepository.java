package vn.trienkhai.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AssignmentEventRepository extends Repository<AssignmentEvent, UUID> {

    AssignmentEvent save(AssignmentEvent event);

    List<AssignmentEvent> findAllByAssignmentIdOrderByHappenedAt(UUID assignmentId);

    /** What people changed, newest first. @param actor user id; empty for anybody @param until exclusive */
    @Query("select new vn.trienkhai.assignment.AssignmentChange(a.id, a.subject, e.happenedAt, e.actor, e.what, e.why)"
            + " from AssignmentEvent e join Assignment a on a.id = e.assignmentId"
            + " where e.actor is not null and (:actor = '' or e.actor = :actor)"
            + " and e.happenedAt >= :from and e.happenedAt < :until order by e.happenedAt desc, e.id")
    List<AssignmentChange> findChanges(String actor, Instant from, Instant until, Limit most);
}
