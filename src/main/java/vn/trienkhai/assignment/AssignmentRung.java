package vn.trienkhai.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.form.FormRefused;

/** A rung that an assignment reached for one last day: when, who had to handle it, and what they decided. */
@Audited
@Entity
@Table(name = "assignment_rung")
class AssignmentRung {

    /** What whoever was told decides. */
    enum Handling {
        URGE("Đôn đốc"),
        EXTEND("Gia hạn"),
        REASSIGN("Giao lại"),
        TAKE_OVER("Nhận trực tiếp xử lý");

        private final String label;

        Handling(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID assignmentId;
    private LocalDate due;
    private String code;
    private int days;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private String handledByUnit;
    private Instant reachedAt;
    private boolean merged;
    private Instant lapsedAt;
    private Instant handledAt;
    private String handledBy;

    @Enumerated(EnumType.STRING)
    private Handling handling;

    private String note;

    protected AssignmentRung() {}

    AssignmentRung(
            UUID assignmentId, LocalDate due, Rung rung, String handledByUnit, Instant reachedAt, boolean merged) {
        this.id = UUID.randomUUID();
        this.assignmentId = assignmentId;
        this.due = due;
        this.code = rung.code();
        this.days = rung.days();
        this.audience = rung.audience();
        this.handledByUnit = handledByUnit;
        this.reachedAt = reachedAt;
        this.merged = merged;
    }

    /** It lapsed before anybody handled it, and time went on. */
    void reachAgain(Instant at, boolean mergedNow) {
        reachedAt = at;
        merged = mergedNow;
        lapsedAt = null;
    }

    void handledNowBy(String unit) {
        handledByUnit = unit;
    }

    void lapse(Instant at) {
        lapsedAt = at;
    }

    void handle(Handling decided, String why, String by, Instant at) {
        if (handledAt != null) {
            throw FormRefused.because("Bậc này đã được xử lý.");
        }
        handling = decided;
        note = why;
        handledBy = by;
        handledAt = at;
    }

    UUID id() {
        return id;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    /** The last day on time that it was counted from. */
    LocalDate due() {
        return due;
    }

    String code() {
        return code;
    }

    int days() {
        return days;
    }

    Audience audience() {
        return audience;
    }

    /** The unit whose leaders must handle it; empty if it only reminds. */
    Optional<String> handledByUnit() {
        return Optional.ofNullable(handledByUnit);
    }

    Instant reachedAt() {
        return reachedAt;
    }

    /** Whether it was passed on the way to a higher one and told together with it. */
    boolean isMerged() {
        return merged;
    }

    boolean isWaiting() {
        return handledByUnit != null && handledAt == null && lapsedAt == null;
    }

    /** Whether it need not be reached again for the same last day. */
    boolean isSettled() {
        return lapsedAt == null;
    }

    Optional<Handling> handling() {
        return Optional.ofNullable(handling);
    }
}
