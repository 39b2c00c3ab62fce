package vn.trienkhai.monitoring;

import java.util.EnumMap;
import java.util.Map;
import vn.trienkhai.assignment.AssignmentState;
import vn.trienkhai.assignment.DeadlineState;
import vn.trienkhai.calendar.WorkingCalendar;

/**
 * How many assignments stand how towards their deadlines. Withdrawn and transferred ones count nowhere; what was only asked
 * ("đề nghị phối hợp") has no deadline to keep and stands beside. What a report calls on time is {@code onTime}, what it
 * calls late is {@code late + overdue}, what it calls pending is {@code dueSoon + onTrack}.
 *
 * @param onTime done, handed in by the last day
 * @param late done, handed in after the last day
 * @param overdue not done, the last day is over
 * @param dueSoon not done, at most three working days left
 * @param onTrack not done, more time left
 * @param noDeadline owed without a last day
 * @param asked asked without an obligation, done or not
 * @param total of all but the asked ones
 */
record Counts(int onTime, int late, int overdue, int dueSoon, int onTrack, int noDeadline, int asked, int total) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Collects assignments and says how many there are of each kind. */
    static class Tally {

        private final Map<DeadlineState, Integer> byState = new EnumMap<>(DeadlineState.class);
        private int asked;

        void add(AssignmentState assignment, View view, WorkingCalendar calendar) {
            if (!assignment.progress().counts()) {
                return;
            }
            if (!assignment.binding()) {
                asked++;
                return;
            }
            byState.merge(assignment.deadlineStateAt(view.moment(), calendar), 1, Integer::sum);
        }

        Counts counts() {
            return new Counts(
                    of(DeadlineState.DONE_ON_TIME),
                    of(DeadlineState.DONE_LATE),
                    of(DeadlineState.OVERDUE),
                    of(DeadlineState.DUE_SOON),
                    of(DeadlineState.ON_TRACK),
                    of(DeadlineState.NONE),
                    asked,
                    byState.values().stream().mapToInt(Integer::intValue).sum());
        }

        private int of(DeadlineState state) {
            return byState.getOrDefault(state, 0);
        }
    }
}
