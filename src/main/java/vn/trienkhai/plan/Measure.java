package vn.trienkhai.plan;

/** What is counted on a channel. */
public enum Measure {
    ITEMS("Số tin, bài"),
    BROADCASTS("Số lượt phát"),
    MINUTES("Số phút phát"),
    BOARDS("Số bảng tin, pano"),
    BANNERS("Số băng rôn"),
    POSTERS("Số áp phích"),
    LEAFLETS("Số tờ rơi, tờ gấp"),
    DOCUMENTS("Số tài liệu"),
    MEETINGS("Số hội nghị, lớp"),
    PARTICIPANTS("Số người tham dự"),
    EVENTS("Số buổi, hoạt động"),
    REACHED("Số người, hộ, tổ chức được tiếp cận");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** As users read it. */
    public String label() {
        return label;
    }

    /** What was counted, as it follows a number: "băng rôn" of "Số băng rôn". */
    public String counted() {
        return label.substring("Số ".length());
    }
}
