package vn.trienkhai.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/** That a unit with duties received the plan, and whom to speak to there (Nghị định 30/2020/NĐ-CP, Điều 21). */
@Audited
@Entity
@Table(name = "plan_receipt")
public class PlanReceipt {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID adoptionId;
    private String unit;
    private Instant askedAt;
    private Instant confirmedAt;
    private String confirmedBy;
    private String contact;
    private String note;

    protected PlanReceipt() {}

    PlanReceipt(UUID adoptionId, String unit, Instant askedAt) {
        this.id = UUID.randomUUID();
        this.adoptionId = adoptionId;
        this.unit = unit;
        this.askedAt = askedAt;
    }

    void confirm(String person, String remark, String by, Instant at) {
        if (confirmedAt != null) {
            throw FormRefused.because("Đơn vị đã xác nhận nhận kế hoạch.");
        }
        contact = person;
        note = remark;
        confirmedBy = by;
        confirmedAt = at;
    }

    public String unit() {
        return unit;
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    /** User id of the person to speak to (đầu mối); empty until confirmed. */
    public Optional<String> contact() {
        return Optional.ofNullable(contact);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }
}
