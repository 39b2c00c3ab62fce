package vn.trienkhai.content;

/** The checks before a content goes out (Nghị định 30/2020/NĐ-CP, Điều 11 and 12), and its recall afterwards (Điều 18). */
enum ReviewStep {
    CONTENT("Duyệt nội dung"),
    FORM("Kiểm tra thể thức"),
    APPROVAL("Ký duyệt"),
    RECALL("Ngừng dùng");

    private final String label;

    ReviewStep(String label) {
        this.label = label;
    }

    /** As people read it. */
    String label() {
        return label;
    }
}
