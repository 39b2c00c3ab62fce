package vn.trienkhai.plan;

/** Who signed. @param authority e.g. "KT. CHỦ TỊCH" @param position e.g. "PHÓ CHỦ TỊCH" */
public record Signature(String authority, String position, String name, String clause, String quote) {}
