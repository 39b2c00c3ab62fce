package vn.trienkhai.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EvidenceRepository extends Repository<Evidence, UUID> {

    Evidence save(Evidence evidence);

    Optional<Evidence> findById(UUID id);

    List<Evidence> findAllByAssignmentIdAndReplacedAtIsNullOrderByHappenedFrom(UUID assignmentId);

    @Query(
            """
            select e from Evidence e
            where e.planId = :planId and e.replacedAt is null and e.happenedFrom <= :to and e.happenedTo >= :from
            order by e.unit, e.happenedFrom, e.recordedAt
            """)
    List<Evidence> findAllCounting(String planId, LocalDate from, LocalDate to);

    @Query(
            """
            select e from Evidence e
            where e.planId = :planId and e.recordedAt <= :asOf and (e.replacedAt is null or e.replacedAt > :asOf)
            and e.happenedFrom <= :to and e.happenedTo >= :from
            order by e.unit, e.happenedFrom, e.recordedAt
            """)
    List<Evidence> findAllCountingAt(String planId, LocalDate from, LocalDate to, Instant asOf);

    List<Evidence> findAllByPlanIdAndReplacedAtIsNullOrderByUnitAscHappenedFromAscRecordedAtAsc(String planId);
}
