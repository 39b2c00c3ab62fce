package vn.trienkhai.content;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ContentVersionRepository extends Repository<ContentVersion, UUID> {

    ContentVersion save(ContentVersion version);

    Optional<ContentVersion> findByContentIdAndNumber(UUID contentId, int number);

    List<ContentVersion> findAllByContentIdOrderByNumberDesc(UUID contentId);
}
