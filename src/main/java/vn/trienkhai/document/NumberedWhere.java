package vn.trienkhai.document;

/** Who gave the number: this register, or another one whose number was entered here. */
enum NumberedWhere {
    HERE("Cấp số tại đây"),
    OUTSIDE("Đã cấp số ở hệ thống khác");

    private final String label;

    NumberedWhere(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
