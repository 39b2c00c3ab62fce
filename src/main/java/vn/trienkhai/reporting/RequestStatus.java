package vn.trienkhai.reporting;

enum RequestStatus {
    COLLECTING("Đang thu báo cáo"),
    CONSOLIDATED("Đã tổng hợp, chờ phê duyệt"),
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
