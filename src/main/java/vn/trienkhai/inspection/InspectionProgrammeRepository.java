package vn.trienkhai.inspection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface InspectionProgrammeRepository extends Repository<InspectionProgramme, UUID> {

    InspectionProgramme save(InspectionProgramme programme);

    Optional<InspectionProgramme> findById(UUID id);

    List<InspectionProgramme> findAllByPlanIdOrderByProposedAt(String planId);

    long countByPlanIdAndStatusIn(String planId, Collection<ProgrammeStatus> statuses);
}
