package vn.trienkhai.plan;

/** A plan was newly loaded, or replaced by a changed one, and waits to be adopted; published in the same transaction. */
public record PlanProposed(String planId) {}
