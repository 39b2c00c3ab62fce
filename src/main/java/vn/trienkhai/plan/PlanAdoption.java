package vn.trienkhai.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/** The way of one loaded plan into force: checked duty by duty, decided, sent. Changed only by {@link PlanAdoptions}. */
@Audited
@Entity
@Table(name = "plan_adoption")
public class PlanAdoption {

    /** How far an adoption is. */
    public enum Stage {
        CHECKING("Chờ xác nhận từng nhiệm vụ"),
        AWAITING_DECISION("Chờ phê duyệt triển khai"),
        ADOPTED("Đã phê duyệt, chờ gửi"),
        SENT("Đã gửi đến nơi nhận"),
        RETURNED("Đã trả lại để sửa dữ liệu"),
        REPLACED("Đã thay bằng bản mới");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** As users read it. */
        public String label() {
            return label;
        }
    }

    @Id
    private UUID id;

    @Version
    private int version;

    private String planId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private Instant openedAt;
    private Instant decidedAt;
    private String decidedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "plan_duty_check", joinColumns = @JoinColumn(name = "adoption_id"))
    @OrderColumn(name = "ordinal")
    private List<DutyCheck> checks = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "plan_delivery", joinColumns = @JoinColumn(name = "adoption_id"))
    @OrderColumn(name = "ordinal")
    private List<PlanDelivery> deliveries = new ArrayList<>();

    protected PlanAdoption() {}

    PlanAdoption(String planId, Instant openedAt) {
        this.id = UUID.randomUUID();
        this.planId = planId;
        this.stage = Stage.CHECKING;
        this.openedAt = openedAt;
    }

    void check(List<DutyCheck> found) {
        require(Stage.CHECKING);
        checks.clear();
        checks.addAll(found);
        stage = areDutiesTrue() ? Stage.AWAITING_DECISION : Stage.RETURNED;
    }

    void adopt(String by, Instant at) {
        require(Stage.AWAITING_DECISION);
        stage = Stage.ADOPTED;
        decidedBy = by;
        decidedAt = at;
    }

    void checkAgain() {
        require(Stage.AWAITING_DECISION);
        stage = Stage.CHECKING;
    }

    void send(List<PlanDelivery> sent) {
        require(Stage.ADOPTED);
        deliveries.addAll(sent);
        stage = Stage.SENT;
    }

    void replace() {
        stage = Stage.REPLACED;
    }

    private void require(Stage expected) {
        if (stage != expected) {
            throw FormRefused.because("Việc triển khai kế hoạch đang ở bước “%s”, không làm được bước “%s”."
                    .formatted(stage.label(), expected.label()));
        }
    }

    public UUID id() {
        return id;
    }

    public String planId() {
        return planId;
    }

    public Stage stage() {
        return stage;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** User id of the leader who adopted the plan. */
    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    /** One for each duty, as last found, in the order of the plan; empty until the lead agency answered. */
    public List<DutyCheck> checks() {
        return List.copyOf(checks);
    }

    /** One for each line of "Nơi nhận"; empty until sent. */
    public List<PlanDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    boolean areDutiesTrue() {
        return checks.stream().allMatch(check -> check.verdict() == DutyCheck.Verdict.CONFIRMED);
    }

    /** Not decided yet: a newly loaded text takes its place. */
    boolean isUndecided() {
        return stage == Stage.CHECKING || stage == Stage.AWAITING_DECISION;
    }
}
