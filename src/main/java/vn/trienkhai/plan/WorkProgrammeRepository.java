package vn.trienkhai.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WorkProgrammeRepository extends Repository<WorkProgramme, UUID> {

    WorkProgramme save(WorkProgramme programme);

    Optional<WorkProgramme> findById(UUID id);

    List<WorkProgramme> findAllByPlanIdOrderByPeriodFrom(String planId);

    /** Locks the row alone, without reading its lines. */
    @Query(value = "select 1 from work_programme where id = :id for update", nativeQuery = true)
    Optional<Integer> lock(UUID id);

    /** @param opened how many of the included lines were opened already */
    record Opening(String planId, String approvedBy, int opened) {}

    @Query("select new vn.trienkhai.plan.WorkProgrammeRepository$Opening(p.planId, p.approvedBy, p.openedLines)"
            + " from WorkProgramme p where p.id = :id")
    Opening opening(UUID id);

    @Query("select item from WorkProgramme p join p.items item where p.id = :id and item.included = true"
            + " order by index(item)")
    List<ProgrammeItem> included(UUID id, Pageable page);

    /** @return 1, or 0 if another number of lines was opened before */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(
            "update WorkProgramme p set p.openedLines = :after, p.status = vn.trienkhai.plan.ProgrammeStatus.UNDER_WAY,"
                    + " p.version = p.version + 1 where p.id = :id and p.openedLines = :before"
                    + " and p.status in (vn.trienkhai.plan.ProgrammeStatus.APPROVED, vn.trienkhai.plan.ProgrammeStatus.UNDER_WAY)")
    int opened(UUID id, int before, int after);
}
