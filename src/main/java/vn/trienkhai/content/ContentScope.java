package vn.trienkhai.content;

/** Who may disseminate a content once it is approved. */
enum ContentScope {
    UNIT("Riêng đơn vị soạn"),
    ALL_UNITS("Dùng chung cho mọi đơn vị");

    private final String label;

    ContentScope(String label) {
        this.label = label;
    }

    /** As people read it. */
    String label() {
        return label;
    }
}
