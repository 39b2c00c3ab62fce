package vn.trienkhai.reporting;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReportRequestRepository extends Repository<ReportRequest, UUID> {

    ReportRequest save(ReportRequest request);

    Optional<ReportRequest> findById(UUID id);

    /** Whoever closes the last contribution or the collection does so one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ReportRequest r where r.id = :id")
    Optional<ReportRequest> findAndLockById(UUID id);

    /** Withdrawn ones too. */
    boolean existsByPlanIdAndKindAndPeriodTo(String planId, ReportKind kind, LocalDate periodTo);

    /** Whether a plan has a report of this legal year; a withdrawn one is none. */
    boolean existsByPlanIdAndLegalYear(String planId, Integer legalYear);

    List<ReportRequest> findAllByStatusNotInOrderByRequestedAt(Collection<RequestStatus> statuses);

    List<ReportRequest> findAllByRequesterAndStatusNotInOrderByRequestedAt(
            String requester, Collection<RequestStatus> statuses);

    long countByPlanIdAndStatusNotIn(String planId, Collection<RequestStatus> statuses);
}
