package vn.trienkhai.plan;

import java.util.List;
import java.util.UUID;

/**
 * A programme was approved and its round begins; published in the same transaction, in which the assignments are opened.
 *
 * @param by user id of the leader who approved it
 * @param items those that are to be assigned
 */
public record ProgrammeApproved(UUID programme, String planId, String by, List<ProgrammeItem> items) {

    public ProgrammeApproved {
        items = List.copyOf(items);
    }
}
