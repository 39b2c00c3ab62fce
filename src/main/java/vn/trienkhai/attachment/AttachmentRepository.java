package vn.trienkhai.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, UUID> {

    Attachment save(Attachment attachment);

    List<Attachment> findAllByIdIn(Iterable<UUID> ids);

    java.util.Optional<Attachment> findById(UUID id);

    List<Attachment> findAllByClaimedForIsNullAndUploadedAtBefore(Instant moment);

    void delete(Attachment attachment);
}
