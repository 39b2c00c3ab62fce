package vn.trienkhai.document;

/** In whose stead somebody signs who stands in for a leader without being one (Nghị định 30/2020/NĐ-CP, Điều 13). */
enum SigningCapacity {
    /** As a leader of the unit that issues. */
    LEADER("", "Ký theo chức vụ lãnh đạo"),
    BY_DELEGATION("TUQ.", "Ký thừa ủy quyền (TUQ.): có văn bản ủy quyền"),
    BY_ORDER("TL.", "Ký thừa lệnh (TL.): theo quy chế làm việc");

    private final String abbreviation;
    private final String label;

    SigningCapacity(String abbreviation, String label) {
        this.abbreviation = abbreviation;
        this.label = label;
    }

    String abbreviation() {
        return abbreviation;
    }

    String label() {
        return label;
    }
}
