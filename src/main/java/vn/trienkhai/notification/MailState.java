package vn.trienkhai.notification;

/** Where one mail to one recipient stands. */
enum MailState {
    WAITING("Chờ gửi"),
    /** Handed to the mail server; whether it was taken is noted afterwards. */
    SENDING("Đang gửi"),
    SENT("Đã gửi"),
    NO_ADDRESS("Chưa có địa chỉ thư"),
    NOT_CONFIGURED("Chưa cấu hình máy chủ thư"),
    FAILED_FOR_NOW("Gửi chưa được, sẽ thử lại"),
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
