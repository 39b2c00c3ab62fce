package vn.trienkhai.assignment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DeadlineExtensionRepository extends Repository<DeadlineExtension, UUID> {

    DeadlineExtension save(DeadlineExtension extension);

    Optional<DeadlineExtension> findById(UUID id);

    Optional<DeadlineExtension> findByAssignmentIdAndDecisionIsNull(UUID assignmentId);
}
