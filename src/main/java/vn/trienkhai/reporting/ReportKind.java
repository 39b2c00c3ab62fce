package vn.trienkhai.reporting;

/** Kinds of report that come on request (Nghị định 09/2019/NĐ-CP, Điều 9 and 10). */
enum ReportKind {
    TOPICAL("Báo cáo chuyên đề"),
    AD_HOC("Báo cáo đột xuất");

    private final String label;

    ReportKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
