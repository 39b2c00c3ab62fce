package vn.trienkhai.document;

import java.util.Optional;

/** Asked of whoever keeps the plans: what people call one, since nobody knows its id. */
public interface PlanNaming {

    /** For example "Kế hoạch số 269/KH-UBND ngày 10/06/2021"; empty if the plan is not known. */
    Optional<String> nameOf(String planId);
}
