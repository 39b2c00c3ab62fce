package vn.trienkhai.document;

import java.util.Optional;
import java.util.Set;

/** Asked of whoever keeps the plans: what people call one, since nobody knows its id, and which duties a clause holds. */
public interface PlanNaming {

    /** For example "Kế hoạch số 269/KH-UBND ngày 10/06/2021"; empty if the plan is not known. */
    Optional<String> nameOf(String planId);

    /** Codes of the duties that come from a clause, e.g. "KT-1c" of "III.2"; none if plan or clause are not known. */
    Set<String> dutiesUnder(String planId, String clause);
}
