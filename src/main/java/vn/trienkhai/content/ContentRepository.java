package vn.trienkhai.content;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ContentRepository extends Repository<Content, UUID> {

    Content save(Content content);

    Optional<Content> findById(UUID id);

    List<Content> findAllByAssignmentIdAndInHandIsTrue(UUID assignmentId);

    List<Content> findAllByAssignmentIdOrderByTitle(UUID assignmentId);

    List<Content> findAllByUnitAndInHandIsFalseOrderByTitle(String unit);

    List<Content> findAllByUnitAndInHandIsTrueOrderByTitle(String unit);

    @Query("select c from Content c where c.unit = :unit and (c.inHand = true or c.approvedVersion is not null)"
            + " order by c.title, c.id")
    List<Content> findAllLivingOf(String unit);

    long countByPlanIdAndInHandIsTrue(String planId);

    @Query(
            """
            select c from Content c
            where c.planId = :planId and c.approvedVersion is not null
              and (c.unit = :unit or c.scope = vn.trienkhai.content.ContentScope.ALL_UNITS)
            order by c.title
            """)
    List<Content> findAllUsable(String planId, String unit);
}
