package vn.trienkhai.organisation;

/** Why somebody else acts at a post. */
public enum AbsenceKind {
    LEAVE("Nghỉ phép, đi vắng"),
    HANDOVER("Bàn giao vị trí");

    private final String label;

    AbsenceKind(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
