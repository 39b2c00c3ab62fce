package vn.trienkhai.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReportRequestRepository extends Repository<ReportRequest, UUID> {

    ReportRequest save(ReportRequest request);

    Optional<ReportRequest> findById(UUID id);

    List<ReportRequest> findAllByStatusInOrderByRequestedAt(Collection<RequestStatus> statuses);

    long countByPlanIdAndStatusIn(String planId, Collection<RequestStatus> statuses);
}
