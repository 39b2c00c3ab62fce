package vn.trienkhai.plan;

/** How far a plan has come. */
public enum PlanStatus {
    PROPOSED("Chờ xác nhận và ban hành thực hiện"),
    ADOPTED("Đã thông qua, đang thực hiện"),
    RETURNED("Đã trả lại");

    private final String label;

    PlanStatus(String label) {
        this.label = label;
    }

    /** As users read it. */
    public String label() {
        return label;
    }
}
