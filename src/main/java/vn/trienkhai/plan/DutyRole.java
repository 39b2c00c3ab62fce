package vn.trienkhai.plan;

/** The part that its owner has in a duty. */
public enum DutyRole {
    LEAD("Chủ trì"),
    DO("Thực hiện");

    private final String label;

    DutyRole(String label) {
        this.label = label;
    }

    /** As users read it. */
    public String label() {
        return label;
    }
}
