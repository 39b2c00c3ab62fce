package vn.trienkhai.plan;

/** What became of the loading of a plan. */
public record PlanLoading(String planId, Outcome outcome) {

    /** New, put in place of an older text, or the same as before. */
    public enum Outcome {
        LOADED,
        REPLACED,
        UNCHANGED
    }
}
