package vn.trienkhai.inspection;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface InspectionEventRepository extends Repository<InspectionEvent, UUID> {

    InspectionEvent save(InspectionEvent event);

    List<InspectionEvent> findAllByProgrammeIdAndVisitIdIsNullOrderByHappenedAt(UUID programmeId);

    List<InspectionEvent> findAllByVisitIdOrderByHappenedAt(UUID visitId);
}
