package vn.trienkhai.plan;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WorkProgrammeRepository extends Repository<WorkProgramme, UUID> {

    WorkProgramme save(WorkProgramme programme);

    Optional<WorkProgramme> findById(UUID id);

    List<WorkProgramme> findAllByPlanIdOrderByPeriodFrom(String planId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select programme from WorkProgramme programme where programme.id = :id")
    Optional<WorkProgramme> lock(UUID id);
}
