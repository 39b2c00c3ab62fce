package vn.trienkhai.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ChannelRunRepository extends Repository<ChannelRun, UUID> {

    ChannelRun save(ChannelRun run);

    Optional<ChannelRun> findById(UUID id);

    List<ChannelRun> findAllByAssignmentIdOrderByChannel(UUID assignmentId);

    List<ChannelRun> findAllByUnitAndStatusOrderByChannel(String unit, RunStatus status);

    List<ChannelRun> findAllByAssignmentIdAndStatus(UUID assignmentId, RunStatus status);

    List<ChannelRun> findAllByUnitInAndStatusAndUnderCorrectionIsFalseOrderByClosedAtDesc(
            Collection<String> units, RunStatus status);
}
