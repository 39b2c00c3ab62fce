package vn.trienkhai.form;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Asked of whoever keeps absences: who stands in for whom. */
public interface Substitutes {

    /** User ids of those who stand in for this person now; empty if the person is not away. */
    Set<String> substitutesOf(String userId);

    /** Whom this person stands in for now, as forms show it: "Trưởng phòng Kinh tế (đến hết 15/07/2021)". */
    List<String> standsInFor(String userId);

    /** Names of those whom this person stood in for at a moment. */
    List<String> stoodInFor(String userId, Instant at);
}
