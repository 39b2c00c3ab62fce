package vn.trienkhai.document;

/** Steps at which a draft is looked at, in their order (Nghị định 30/2020/NĐ-CP, Điều 12, 13, 15). */
enum DocumentStep {
    CONTENT("Kiểm tra nội dung"),
    FORM("Kiểm tra thể thức"),
    SIGNATURE("Ký"),
    /** Only returns are marked here: passing it is the number itself. */
    ISSUE("Cấp số, phát hành");

    private final String label;

    DocumentStep(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
