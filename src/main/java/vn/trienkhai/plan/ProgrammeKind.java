package vn.trienkhai.plan;

/** What a programme of work is for. */
public enum ProgrammeKind {
    QUARTER("Chương trình quý"),
    YEAR("Chương trình năm"),
    CAMPAIGN("Đợt cao điểm");

    private final String label;

    ProgrammeKind(String label) {
        this.label = label;
    }

    /** As users read it. */
    public String label() {
        return label;
    }
}
