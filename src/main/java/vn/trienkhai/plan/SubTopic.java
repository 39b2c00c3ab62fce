package vn.trienkhai.plan;

/** A part of a topic. @param code topic and letter, e.g. {@code ND-3a} @param letter in the order a b c d đ e g */
public record SubTopic(String code, String letter, String name, String clause, String quote) {}
