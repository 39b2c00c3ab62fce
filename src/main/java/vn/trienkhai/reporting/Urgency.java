package vn.trienkhai.reporting;

/** How urgent a request is (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
enum Urgency {
    ORDINARY("Thường"),
    URGENT("Khẩn"),
    VERY_URGENT("Thượng khẩn"),
    IMMEDIATE("Hỏa tốc");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether it must be done before ordinary work. */
    boolean isUrgent() {
        return this != ORDINARY;
    }
}
