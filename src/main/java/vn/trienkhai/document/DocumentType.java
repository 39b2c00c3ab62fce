package vn.trienkhai.document;

/** Kinds of official documents with the abbreviation in their number (Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III). */
public enum DocumentType {
    REPORT("Báo cáo", "BC"),
    LETTER("Công văn", ""),
    MINUTES("Biên bản", "BB"),
    PROPOSAL("Tờ trình", "TTr"),
    SUBMISSION_SLIP("Phiếu trình", "PTr"),
    PLAN("Kế hoạch", "KH"),
    PROGRAMME("Chương trình", "CTr"),
    NOTICE("Thông báo", "TB");

    private final String label;
    private final String abbreviation;

    DocumentType(String label, String abbreviation) {
        this.label = label;
        this.abbreviation = abbreviation;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** Empty for a letter, whose number names the unit that drafted it instead. */
    public String abbreviation() {
        return abbreviation;
    }
}
