package vn.trienkhai.plan;

/** A form in which content is written: news item, article, message and so on. */
public record FormOfWork(String code, String name, String clause, String quote) {}
