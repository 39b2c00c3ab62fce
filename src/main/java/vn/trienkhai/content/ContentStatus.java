package vn.trienkhai.content;

/** How far a content is on its way to approval. */
enum ContentStatus {
    DRAFT("Đang soạn"),
    CONTENT_CHECK("Chờ duyệt nội dung"),
    FORM_CHECK("Chờ kiểm tra thể thức"),
    APPROVAL("Chờ ký duyệt"),
    APPROVED("Đã duyệt"),
    STOPPED("Đã dừng");

    private final String label;

    ContentStatus(String label) {
        this.label = label;
    }

    /** As people read it. */
    String label() {
        return label;
    }
}
