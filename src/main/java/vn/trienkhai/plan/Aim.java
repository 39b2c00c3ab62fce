package vn.trienkhai.plan;

/** An aim or requirement of the plan. */
public record Aim(String code, String name, String clause, String quote) {}
