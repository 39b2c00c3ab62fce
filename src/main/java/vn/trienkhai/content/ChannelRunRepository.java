package vn.trienkhai.content;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ChannelRunRepository extends Repository<ChannelRun, UUID> {

    ChannelRun save(ChannelRun run);

    Optional<ChannelRun> findById(UUID id);

    List<ChannelRun> findAllByAssignmentIdOrderByChannel(UUID assignmentId);

    List<ChannelRun> findAllByAssignmentIdAndStatus(UUID assignmentId, RunStatus status);

    List<ChannelRun> findAllByUnitAndStatusAndUnderCorrectionIsFalseOrderByClosedAtDesc(String unit, RunStatus status);
}
