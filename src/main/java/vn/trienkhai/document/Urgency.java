package vn.trienkhai.document;

/** How urgent a document is (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
public enum Urgency {
    ORDINARY("Thường"),
    URGENT("Khẩn"),
    VERY_URGENT("Thượng khẩn"),
    IMMEDIATE("Hỏa tốc");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it must be done before ordinary work. */
    public boolean isUrgent() {
        return this != ORDINARY;
    }
}
