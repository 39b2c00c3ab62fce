package vn.trienkhai.plan;

/** Whom the plan wants to reach. */
public record Audience(String code, String name, String clause, String quote) {}
