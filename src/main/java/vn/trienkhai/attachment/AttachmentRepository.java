package vn.trienkhai.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, UUID> {

    /** Flushed, because the bytes follow by plain SQL. */
    Attachment saveAndFlush(Attachment attachment);

    List<Attachment> findAllByIdIn(Iterable<UUID> ids);

    Optional<Attachment> findById(UUID id);

    List<Attachment> findAllByClaimedForIsNullAndUploadedAtBefore(Instant moment);

    void delete(Attachment attachment);
}
