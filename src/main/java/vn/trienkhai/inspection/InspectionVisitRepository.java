package vn.trienkhai.inspection;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InspectionVisitRepository extends Repository<InspectionVisit, UUID> {

    InspectionVisit save(InspectionVisit visit);

    Optional<InspectionVisit> findById(UUID id);

    /** The others wait until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select visit from InspectionVisit visit where visit.id = :id")
    Optional<InspectionVisit> findForUpdate(UUID id);

    List<InspectionVisit> findAllByProgrammeIdOrderByVisitDateAscUnitAsc(UUID programmeId);

    List<InspectionVisit> findAllByProgressInOrderByVisitDateAscUnitAsc(Collection<VisitProgress> progress);

    List<InspectionVisit> findAllByUnitAndProgressNotInOrderByVisitDateAscIdAsc(
            String unit, Collection<VisitProgress> ended);

    @Query("select count(visit) from InspectionVisit visit, InspectionProgramme programme"
            + " where visit.programmeId = programme.id and programme.planId = :planId and visit.progress not in :ended")
    long countOpen(String planId, Collection<VisitProgress> ended);

    @Modifying(flushAutomatically = true)
    @Query("delete from InspectionVisit visit where visit.programmeId = :programmeId")
    void deleteOf(UUID programmeId);
}
