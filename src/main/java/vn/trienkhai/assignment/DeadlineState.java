package vn.trienkhai.assignment;

import vn.trienkhai.calendar.Standing;

/** Where an assignment stands towards its deadline; independent of how far it is. */
public enum DeadlineState {
    NONE("Không hạn"),
    ON_TRACK(Standing.ON_TRACK.label()),
    DUE_SOON(Standing.DUE_SOON.label()),
    OVERDUE(Standing.OVERDUE.label()),
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
