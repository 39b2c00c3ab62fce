package vn.trienkhai.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlanRepository extends JpaRepository<Plan, String> {

    List<Plan> findAllByOrderById();

    Optional<Plan> findBySha256(String sha256);
}
