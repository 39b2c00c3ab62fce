package vn.trienkhai.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ContributionRepository extends Repository<Contribution, UUID> {

    Contribution save(Contribution contribution);

    Optional<Contribution> findFirstByAssignmentIdOrderByEditionDesc(UUID assignmentId);

    List<Contribution> findAllByAssignmentIdInOrderByEdition(Collection<UUID> assignmentIds);
}
