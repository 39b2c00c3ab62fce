package vn.trienkhai.plan;

/** How far a programme of work is. */
public enum ProgrammeStatus {
    PREPARING("Đang lập"),
    SUBMITTED("Chờ duyệt"),
    APPROVED("Đã duyệt"),
    UNDER_WAY("Đang thực hiện"),
    CLOSED("Đã kết thúc"),
    REJECTED("Không thực hiện");

    private final String label;

    ProgrammeStatus(String label) {
        this.label = label;
    }

    /** As users read it. */
    public String label() {
        return label;
    }

    public boolean isOver() {
        return this == CLOSED || this == REJECTED;
    }
}
