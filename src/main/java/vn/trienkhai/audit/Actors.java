package vn.trienkhai.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asked of whoever knows accounts: who is acting now, and for whom. */
public interface Actors {

    /** User id of who is signed in here and now; empty if the program acts by itself. */
    Optional<String> current();

    /** User ids of those whom this person stood in for at a moment (thay mặt). */
    List<String> behalfOf(String userId, Instant at);

    /** Whether an account has this name. What was typed in its place may be a password, and is not recorded. */
    boolean isAccount(String typed);
}
