package vn.trienkhai.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.trienkhai.calendar.Standing;
import vn.trienkhai.calendar.WorkingCalendar;

/**
 * How an assignment stood at one moment, now or in the past; null where something did not apply. The rules of lateness stand
 * here and nowhere else, so that a report of a past day judges as that day did.
 *
 * @param dutyCode null where no duty of the plan is behind it
 * @param unit the unit that owed it then
 * @param binding false where the unit was only asked
 * @param due last day on time, inclusive
 * @param dueAt last moment on time
 * @param stoppedOn since when somebody else had the next step
 * @param submittedAt when the result was last submitted
 */
public record AssignmentState(
        UUID assignment,
        String planId,
        String dutyCode,
        Origin origin,
        String subject,
        String assigner,
        Instant openedAt,
        String unit,
        boolean binding,
        Progress progress,
        LocalDate due,
        Instant dueAt,
        LocalDate stoppedOn,
        Instant submittedAt,
        Instant closedAt) {

    /** Whether time counted against the unit: it owed by a day and nobody else had the next step. */
    public boolean clockRuns() {
        return binding && due != null && progress.isWithTheUnit();
    }

    /**
     * Whether it is late at a moment: open past the last moment of its last day, or submitted past it. Waiting for the
     * reviewer, for an answer to a refusal, and time on hold are not charged to the unit; who can only be asked is never late.
     */
    public boolean isLateAt(Instant moment) {
        if (!binding || due == null || !progress.counts()) {
            return false;
        }
        if (progress == Progress.ON_HOLD || progress == Progress.REFUSED) {
            return stoppedOn.isAfter(due);
        }
        var handedIn = submittedAt != null && !progress.isWithTheUnit();
        return (handedIn ? submittedAt : moment).isAfter(dueAt);
    }

    /** Whether it is late and the unit has not handed it in: {@link DeadlineState#OVERDUE}. */
    public boolean isOverdueAt(Instant moment) {
        return !progress.isClosed() && !progress.isHandedIn() && isLateAt(moment);
    }

    /** Where it stands towards its deadline at a moment. Who can only be asked has none. */
    public DeadlineState deadlineStateAt(Instant moment, WorkingCalendar calendar) {
        if (!binding || due == null) {
            return DeadlineState.NONE;
        }
        if (progress.isClosed() || progress.isHandedIn()) {
            return isLateAt(moment) ? DeadlineState.DONE_LATE : DeadlineState.DONE_ON_TIME;
        }
        if (isOverdueAt(moment)) {
            return DeadlineState.OVERDUE;
        }
        var soon = calendar.standingAt(moment, due, dueAt) == Standing.DUE_SOON;
        return soon && progress.isWithTheUnit() ? DeadlineState.DUE_SOON : DeadlineState.ON_TRACK;
    }
}
