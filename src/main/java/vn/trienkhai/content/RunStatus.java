package vn.trienkhai.content;

/** How far a content is on one channel. */
public enum RunStatus {
    PLANNED("Chưa thực hiện"),
    DONE("Đã thực hiện"),
    ABSENT("Không có kênh này"),
    NOT_DONE("Không thực hiện"),
    CANCELLED("Đã hủy theo việc được giao"),
    WITHDRAWN("Đã thu hồi");

    private final String label;

    RunStatus(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
