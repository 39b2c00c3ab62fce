package vn.trienkhai.reporting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReportReviewRepository extends Repository<ReportReview, UUID> {

    ReportReview save(ReportReview review);

    List<ReportReview> findAllByRequestIdOrderByReviewedAtDesc(UUID requestId);
}
