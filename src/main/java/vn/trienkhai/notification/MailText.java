package vn.trienkhai.notification;

/** What all our mail ends with. */
final class MailText {

    private MailText() {}

    static String footer(NotificationSettings settings) {
        return "-- \nThư tự động của Triển Khai. Chọn cách nhận thư: " + settings.linkToNotices() + "\n";
    }
}
