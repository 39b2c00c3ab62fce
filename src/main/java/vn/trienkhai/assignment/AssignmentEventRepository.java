package vn.trienkhai.assignment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AssignmentEventRepository extends Repository<AssignmentEvent, UUID> {

    AssignmentEvent save(AssignmentEvent event);

    List<AssignmentEvent> findAllByAssignmentIdOrderByHappenedAt(UUID assignmentId);
}
