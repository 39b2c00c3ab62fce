package vn.trienkhai.plan;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PlanReceiptRepository extends Repository<PlanReceipt, UUID> {

    PlanReceipt save(PlanReceipt receipt);

    List<PlanReceipt> findAllByAdoptionIdOrderByUnit(UUID adoptionId);

    long countByAdoptionIdAndConfirmedAtIsNull(UUID adoptionId);
}
