package vn.trienkhai.plan;

/** When a duty is due, as far as the plan says so. A plan rarely sets a deadline: the one who assigns does. */
public enum DutyTiming {
    NONE("Không nêu thời hạn"),
    ON_REQUEST("Khi có yêu cầu"),
    REGULAR("Thường xuyên"),
    WHOLE_PERIOD("Trong cả thời gian thực hiện kế hoạch");

    private final String label;

    DutyTiming(String label) {
        this.label = label;
    }

    /** As users read it. */
    public String label() {
        return label;
    }
}
