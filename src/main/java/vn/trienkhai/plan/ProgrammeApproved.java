package vn.trienkhai.plan;

import java.util.List;
import java.util.UUID;

/**
 * A programme was approved, and these of its lines are to be assigned now; published part by part, each in the transaction in
 * which its assignments are opened.
 *
 * @param by user id of the leader who approved it
 * @param items the next of those that are to be assigned
 */
public record ProgrammeApproved(UUID programme, String planId, String by, List<ProgrammeItem> items) {

    public ProgrammeApproved {
        items = List.copyOf(items);
    }
}
