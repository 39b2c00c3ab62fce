package vn.trienkhai.document;

import java.util.List;

/**
 * Who signs, as it stands under the text (Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I).
 *
 * @param authority lines, e.g. "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
 * @param name without academic titles; null while nobody has signed
 */
record Signature(List<String> authority, String name) {}
