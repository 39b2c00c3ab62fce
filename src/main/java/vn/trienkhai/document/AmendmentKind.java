package vn.trienkhai.document;

/** What can become of a document after it was issued (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3 and 4). */
enum AmendmentKind {
    REPLACE("Thay thế", DocumentStatus.REPLACED),
    CORRECT("Đính chính", DocumentStatus.CORRECTED),
    RECALL("Thu hồi", DocumentStatus.RECALLED);

    private final String label;
    private final DocumentStatus status;

    AmendmentKind(String label, DocumentStatus status) {
        this.label = label;
        this.status = status;
    }

    String label() {
        return label;
    }

    DocumentStatus status() {
        return status;
    }
}
