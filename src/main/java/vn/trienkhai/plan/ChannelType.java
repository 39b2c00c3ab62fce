package vn.trienkhai.plan;

/** What a channel is; decides who approves what goes out over it. */
public enum ChannelType {
    /** The portal of the issuing committee, which an editorial board answers for. */
    PORTAL("Cổng thông tin điện tử"),
    /** A page or column of the unit itself. */
    WEBSITE("Trang thông tin điện tử, chuyên trang, chuyên mục"),
    LOUDSPEAKER("Truyền thanh cơ sở"),
    VISUAL("Tuyên truyền trực quan"),
    PRINTED("Tài liệu in"),
    MEETING("Hội nghị, tập huấn"),
    MOBILE("Tuyên truyền lưu động"),
    EVENT("Hoạt động văn hóa, thể thao");

    private final String label;

    ChannelType(String label) {
        this.label = label;
    }

    /** As users read it. */
    public String label() {
        return label;
    }
}
