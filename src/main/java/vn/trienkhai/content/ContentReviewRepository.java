package vn.trienkhai.content;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ContentReviewRepository extends Repository<ContentReview, UUID> {

    ContentReview save(ContentReview review);

    List<ContentReview> findAllByContentIdOrderByHappenedAtDesc(UUID contentId);
}
