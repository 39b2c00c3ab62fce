package vn.trienkhai.plan;

/** A clause of the issued text. @param code e.g. {@code III.2} @param heading the words with which it begins, verbatim */
public record Clause(String code, String heading) {}
