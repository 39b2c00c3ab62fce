package vn.trienkhai.assignment;

/**
 * How much is owed at a moment.
 *
 * @param assignments that are open
 * @param overdue of these, late by {@link AssignmentState#isOverdueAt}
 */
public record OpenWork(long assignments, long overdue) {

    static final OpenWork NONE = new OpenWork(0, 0);

    OpenWork plus(OpenWork more) {
        return new OpenWork(assignments + more.assignments, overdue + more.overdue);
    }
}
