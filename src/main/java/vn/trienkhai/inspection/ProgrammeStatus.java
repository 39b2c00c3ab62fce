package vn.trienkhai.inspection;

/** How far a programme of inspections is. */
public enum ProgrammeStatus {
    PROPOSED("Chờ duyệt"),
    RETURNED("Trả lại để sửa"),
    APPROVED("Đã duyệt"),
    ABANDONED("Không kiểm tra");

    private final String label;

    ProgrammeStatus(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
