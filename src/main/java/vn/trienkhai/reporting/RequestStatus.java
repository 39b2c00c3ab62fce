package vn.trienkhai.reporting;

/** Where a request stands. */
enum RequestStatus {
    COLLECTING("Đang thu báo cáo của các đơn vị"),
    CONSOLIDATING("Đang tổng hợp"),
    AWAITING_APPROVAL("Chờ phê duyệt"),
    ISSUED("Đã ban hành"),
    WITHDRAWN("Đã rút");

    private final String label;

    RequestStatus(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isClosed() {
        return this == ISSUED || this == WITHDRAWN;
    }
}
