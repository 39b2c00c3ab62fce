package vn.trienkhai.notification;

/** When a person wants mail. What is not mailed stays readable in the program. */
enum MailChoice {
    AT_ONCE("Gửi ngay"),
    DIGEST("Gộp mỗi sáng làm việc"),
    ESCALATION_ONLY("Chỉ khi quá hạn");

    private final String label;

    MailChoice(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What is overdue goes at once to everybody. */
    MailWay wayOf(NoticeKind kind) {
        if (this == AT_ONCE || kind == NoticeKind.ESCALATION) {
            return MailWay.AT_ONCE;
        }
        return this == DIGEST ? MailWay.DIGEST : MailWay.NONE;
    }
}
