package vn.trienkhai.assignment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AssignmentRungRepository extends Repository<AssignmentRung, UUID> {

    AssignmentRung save(AssignmentRung rung);

    Optional<AssignmentRung> findById(UUID id);

    List<AssignmentRung> findAllByHandledByUnitAndHandledAtIsNullAndLapsedAtIsNull(String unit);

    List<AssignmentRung> findAllByAssignmentIdOrderByReachedAtAscDaysAsc(UUID assignmentId);
}
