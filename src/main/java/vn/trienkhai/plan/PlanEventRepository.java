package vn.trienkhai.plan;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PlanEventRepository extends Repository<PlanEvent, UUID> {

    PlanEvent save(PlanEvent event);

    List<PlanEvent> findAllByAboutIdOrderByHappenedAt(UUID aboutId);
}
