package vn.trienkhai.assignment;

/** Where an assignment stands towards its deadline; independent of how far it is. */
public enum DeadlineState {
    NONE("Không hạn"),
    ON_TRACK("Trong hạn"),
    DUE_SOON("Sắp đến hạn"),
    OVERDUE("Quá hạn"),
    DONE_ON_TIME("Đúng hạn"),
    DONE_LATE("Xong sau hạn");

    private final String label;

    DeadlineState(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
