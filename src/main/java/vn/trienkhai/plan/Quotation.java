package vn.trienkhai.plan;

/** What an entry of the plan rests on. @param entry code or field name @param clause code @param quote verbatim, on one line */
public record Quotation(String entry, String clause, String quote) {}
