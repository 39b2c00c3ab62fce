package vn.trienkhai.reporting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReportRepository extends Repository<Report, UUID> {

    Report save(Report report);

    Optional<Report> findByRequestId(UUID requestId);

    List<Report> findAllByApprovedAtIsNotNullOrderByApprovedAtDesc();
}
