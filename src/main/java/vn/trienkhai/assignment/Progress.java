package vn.trienkhai.assignment;

/** How far an assignment is; independent of whether it is late. */
public enum Progress {
    AWAITING_RECEIPT("Chờ tiếp nhận"),
    REFUSED("Từ chối, chờ xem xét"),
    AWAITING_HANDOUT("Chưa phân công"),
    IN_PROGRESS("Đang thực hiện"),
    AWAITING_REVIEW("Chờ duyệt"),
    REDO("Thực hiện lại"),
    ON_HOLD("Tạm hoãn"),
    FULFILLED("Hoàn thành"),
    WITHDRAWN("Đã hủy"),
    TRANSFERRED("Đã chuyển đơn vị");

    private final String label;

    Progress(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    public boolean isClosed() {
        return this == FULFILLED || this == WITHDRAWN || this == TRANSFERRED;
    }

    /** Whether it is owed by this unit, done or not; what was withdrawn or went to another unit counts nowhere. */
    public boolean counts() {
        return this != WITHDRAWN && this != TRANSFERRED;
    }

    /** Whether the unit has done its part: accepted, or still to be reviewed. */
    public boolean isHandedIn() {
        return this == FULFILLED || this == AWAITING_REVIEW;
    }

    /** Whether the unit has the next step: neither closed, nor on hold, nor with whoever asked for it. */
    public boolean isWithTheUnit() {
        return !isClosed() && this != ON_HOLD && this != AWAITING_REVIEW && this != REFUSED;
    }
}
