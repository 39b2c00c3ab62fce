package vn.trienkhai.notification;

/** Where one mail to one recipient stands. */
enum MailState {
    WAITING("Chờ gửi"),
    /** Claimed by a sender that has not handed it over: who finds it left may send it. */
    SENDING("Đang gửi"),
    /** The next byte makes it the mail server's; whether it was taken is noted afterwards. Nobody sends it again by themselves. */
    HANDED_OVER("Đang gửi"),
    SENT("Đã gửi"),
    NO_ADDRESS("Chưa có địa chỉ thư"),
    NOT_CONFIGURED("Chưa cấu hình máy chủ thư"),
    FAILED_FOR_NOW("Gửi chưa được, sẽ thử lại"),
    /** Handed over, and nobody heard whether it was taken: an administrator decides whether it is sent again. */
    UNCERTAIN("Không chắc đã gửi"),
    /** The same, and the administrator decided. */
    NOT_REPEATED("Không chắc đã gửi, không gửi lại"),
    /** The server does not know the address; trying again would not help. */
    REFUSED("Máy chủ thư từ chối địa chỉ");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    /** As people read it. */
    String label() {
        return label;
    }
}
