package vn.trienkhai.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PlanAdoptionRepository extends Repository<PlanAdoption, UUID> {

    PlanAdoption save(PlanAdoption adoption);

    Optional<PlanAdoption> findById(UUID id);

    List<PlanAdoption> findAllByPlanIdOrderByOpenedAtDesc(String planId);
}
