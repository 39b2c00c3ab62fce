package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.Optional;

/** Asked of whoever opens assignments: how far may a deadline move without passing that of the whole it belongs to? */
public interface DeadlineLimit {

    /** Last day to which an assignment of this origin may be extended, inclusive; empty if the origin sets no limit. */
    Optional<LocalDate> latestDueOf(Origin origin);
}
