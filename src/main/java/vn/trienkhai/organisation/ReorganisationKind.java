package vn.trienkhai.organisation;

/** How units change (Luật 72/2025/QH15, Điều 54; Nghị quyết 1654/NQ-UBTVQH15). */
enum ReorganisationKind {
    RENAME("Đổi tên"),
    MERGE("Sáp nhập, hợp nhất"),
    ABOLISH("Giải thể"),
    LEAVE("Ra khỏi địa bàn");

    private final String label;

    ReorganisationKind(String label) {
        this.label = label;
    }

    /** As users read it. */
    String label() {
        return label;
    }
}
