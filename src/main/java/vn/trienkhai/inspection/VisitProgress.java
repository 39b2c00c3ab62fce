package vn.trienkhai.inspection;

/** How far the inspection of one unit is. */
public enum VisitProgress {
    PROPOSED("Chờ duyệt chương trình"),
    AWAITING_NOTICE("Chờ gửi thông báo"),
    AWAITING_SELF_REPORT("Chờ báo cáo tự kiểm tra"),
    AWAITING_VISIT("Chờ kiểm tra tại đơn vị"),
    AWAITING_CONFIRMATION("Chờ thông qua biên bản"),
    FOLLOW_UP("Đang khắc phục kiến nghị"),
    AWAITING_CONCLUSION("Chờ kết luận"),
    CLOSED("Đã kết thúc"),
    CANCELLED("Đã hủy");

    private final String label;

    VisitProgress(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    public boolean hasEnded() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether nobody has yet been at the unit: until then a visit can be cancelled. */
    public boolean isBeforeTheVisit() {
        return this == AWAITING_NOTICE || this == AWAITING_SELF_REPORT || this == AWAITING_VISIT;
    }
}
