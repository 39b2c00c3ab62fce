package vn.trienkhai.reporting;

import java.time.Instant;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentState;
import vn.trienkhai.assignment.Progress;

/** Where a unit stands with its contribution. */
enum Standing {
    REPORTED("Đã báo cáo"),
    REPORTED_LATE("Đã báo cáo, trễ hạn"),
    HANDED_IN("Đã gửi, chờ duyệt"),
    NOT_REPORTED("Chưa báo cáo"),
    NOT_PROVIDED("Được đề nghị, không cung cấp"),
    RELEASED("Được rút, không phải báo cáo"),
    CONSOLIDATES("Đơn vị tổng hợp");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    /** As people read it. */
    String label() {
        return label;
    }

    /** Whether the unit's text belongs into the consolidated report. */
    boolean isHandedIn() {
        return this == REPORTED || this == REPORTED_LATE || this == HANDED_IN;
    }

    static Standing of(Assignment assignment, Instant moment) {
        return of(assignment.state(), moment);
    }

    /** @param assignment as it stood at the moment */
    static Standing of(AssignmentState assignment, Instant moment) {
        if (assignment.progress() == Progress.FULFILLED) {
            return assignment.isLateAt(moment) ? REPORTED_LATE : REPORTED;
        }
        if (assignment.progress() == Progress.AWAITING_REVIEW) {
            return HANDED_IN;
        }
        if (!assignment.binding()) {
            return NOT_PROVIDED;
        }
        return assignment.progress() == Progress.WITHDRAWN ? RELEASED : NOT_REPORTED;
    }
}
