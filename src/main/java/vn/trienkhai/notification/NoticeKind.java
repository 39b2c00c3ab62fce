package vn.trienkhai.notification;

/** What a message is about; decides who gets it at once. */
public enum NoticeKind {
    ASSIGNED("Giao việc"),
    RETURNED("Trả lại"),
    CHANGED("Thay đổi"),
    REMINDER("Nhắc hạn"),
    ESCALATION("Quá hạn");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
