package vn.trienkhai.plan;

/** No plan of this id has been loaded. */
public class PlanUnknown extends RuntimeException {

    PlanUnknown(String planId) {
        super("Không có kế hoạch “%s”.".formatted(planId));
    }
}
