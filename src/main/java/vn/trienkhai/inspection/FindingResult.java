package vn.trienkhai.inspection;

/** What the inspectors found about one duty. */
public enum FindingResult {
    MET("Đạt"),
    NOT_MET("Chưa đạt"),
    NOT_APPLICABLE("Không áp dụng");

    private final String label;

    FindingResult(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
