package vn.trienkhai.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AssignmentRepository extends Repository<Assignment, UUID> {

    Assignment save(Assignment assignment);

    Optional<Assignment> findById(UUID id);

    List<Assignment> findAllByOriginKindAndOriginIdOrderBySubject(String kind, String id);

    List<Assignment> findAllByUnitAndPlanIdOrderByOpenedAt(String unit, String planId);

    List<Assignment> findAllByPlanIdOrderByOpenedAt(String planId);

    List<Assignment> findAllByProgressNotInOrderBySubject(Collection<Progress> closed);

    long countByPlanIdAndProgressNotIn(String planId, Collection<Progress> closed);
}
