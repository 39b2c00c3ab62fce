package vn.trienkhai.document;

import java.util.Optional;

/**
 * Whose document it is.
 *
 * @param superior cơ quan chủ quản, e.g. "UBND THÀNH PHỐ PHÚ QUỐC"; null for a people's committee
 * @param agency e.g. "ỦY BAN NHÂN DÂN THÀNH PHỐ PHÚ QUỐC"
 * @param symbol in the number, e.g. "UBND", "PVHTT"
 * @param place e.g. "Phú Quốc"
 */
record Letterhead(String superior, String agency, String symbol, String place) {

    Optional<String> superiorAgency() {
        return Optional.ofNullable(superior);
    }
}
