package vn.trienkhai.inspection;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RecommendationRepository extends Repository<Recommendation, UUID> {

    Recommendation save(Recommendation recommendation);

    List<Recommendation> findAllByVisitIdOrderByOrdinal(UUID visitId);
}
