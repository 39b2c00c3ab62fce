package vn.trienkhai.document;

import java.util.Optional;

/**
 * Whose document it is. Names stand as in running text; the letterhead shows them in capitals, the annexes as they are.
 *
 * @param superior cơ quan chủ quản, e.g. "UBND thành phố Phú Quốc"; null for a people's committee
 * @param agency e.g. "Ủy ban nhân dân thành phố Phú Quốc"
 * @param symbol in the number, e.g. "UBND", "PVHTT"
 * @param place e.g. "Phú Quốc"
 */
record Letterhead(String superior, String agency, String symbol, String place) {

    Optional<String> superiorAgency() {
        return Optional.ofNullable(superior);
    }
}
