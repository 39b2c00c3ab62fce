package vn.trienkhai.reporting;

/** Kinds of report (Nghị định 09/2019/NĐ-CP, Điều 8 to 10): two come on request, one with each legal year. */
enum ReportKind {
    TOPICAL("Báo cáo chuyên đề"),
    AD_HOC("Báo cáo đột xuất"),
    YEARLY("Báo cáo định kỳ năm");

    private final String label;

    ReportKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
