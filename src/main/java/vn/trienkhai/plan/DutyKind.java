package vn.trienkhai.plan;

import java.util.Optional;

/** What kind of work a duty is, and so which process carries it out. */
public enum DutyKind {
    COORDINATION("Chủ trì, phối hợp", null),
    DISSEMINATION("Tuyên truyền", "unit-campaign"),
    INSPECTION("Kiểm tra", null),
    MONITORING("Theo dõi", null),
    INFORMATION("Cung cấp thông tin", null),
    DELEGATION("Chỉ đạo, giao việc trong đơn vị", null),
    REPORT("Báo cáo", "report-contribution"),
    RESULT("Kết quả công việc", null);

    private final String label;
    private final String workProcess;

    DutyKind(String label, String workProcess) {
        this.label = label;
        this.workProcess = workProcess;
    }

    /** As users read it. */
    public String label() {
        return label;
    }

    /** The process that carries the work out inside its assignment; empty if the assignment alone does. */
    public Optional<String> workProcess() {
        return Optional.ofNullable(workProcess);
    }
}
