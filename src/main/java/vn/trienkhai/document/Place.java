package vn.trienkhai.document;

import java.util.Arrays;
import java.util.Optional;

/**
 * A place of a Word file that the program fills: a content control with this tag. It is found by the tag wherever people
 * move it, and as often as it occurs.
 */
enum Place {
    SUPERIOR("co-quan-chu-quan", "Cơ quan chủ quản", false),
    AGENCY("co-quan", "Cơ quan ban hành", false),
    NUMBER("so-ky-hieu", "Số, ký hiệu", false),
    LOCALITY("dia-danh", "Địa danh", false),
    DATE("ngay-thang", "Ngày tháng năm", false),
    URGENCY("do-khan", "Độ khẩn", false),
    TYPE("ten-loai", "Tên loại văn bản", false),
    TITLE("trich-yeu", "Trích yếu", false),
    ADDRESSEES("kinh-gui", "Nơi gửi đến", true),
    BASES("can-cu", "Căn cứ", true),
    BODY("noi-dung", "Nội dung", true),
    AUTHORITY("quyen-han", "Quyền hạn, chức vụ", false),
    NAME("ho-ten", "Họ và tên người ký", false),
    COSIGNERS("dong-ky", "Người cùng ký", true),
    RECIPIENTS("noi-nhan", "Danh sách nơi nhận", true),
    DRAFTER("don-vi-soan", "Đơn vị soạn thảo", false);

    private final String tag;
    private final String label;
    private final boolean paragraphs;

    Place(String tag, String label, boolean paragraphs) {
        this.tag = tag;
        this.label = label;
        this.paragraphs = paragraphs;
    }

    static Optional<Place> tagged(String tag) {
        return Arrays.stream(values()).filter(place -> place.tag.equals(tag)).findFirst();
    }

    String tag() {
        return tag;
    }

    String label() {
        return label;
    }

    /** Whether it holds whole paragraphs and not words within one. */
    boolean holdsParagraphs() {
        return paragraphs;
    }

    /** As a clerk finds it in Word. */
    @Override
    public String toString() {
        return "“%s” (thẻ %s)".formatted(label, tag);
    }
}
