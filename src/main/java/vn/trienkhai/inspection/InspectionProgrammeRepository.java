package vn.trienkhai.inspection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InspectionProgrammeRepository extends Repository<InspectionProgramme, UUID> {

    InspectionProgramme save(InspectionProgramme programme);

    Optional<InspectionProgramme> findById(UUID id);

    List<InspectionProgramme> findAllByPlanIdOrderByProposedAt(String planId);

    @Query(
            "select programme from InspectionProgramme programme where programme.leadAgency = :unit"
                    + " and (programme.status in :undecided or exists (select 1 from InspectionVisit visit"
                    + " where visit.programmeId = programme.id and visit.progress not in :ended)) order by programme.proposedAt")
    List<InspectionProgramme> findAllOpenOf(
            String unit, Collection<ProgrammeStatus> undecided, Collection<VisitProgress> ended);

    long countByPlanIdAndStatusIn(String planId, Collection<ProgrammeStatus> statuses);
}
