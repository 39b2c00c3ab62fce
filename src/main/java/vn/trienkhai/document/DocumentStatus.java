package vn.trienkhai.document;

/** How far a document is. */
public enum DocumentStatus {
    DRAFT("Dự thảo"),
    SIGNED("Đã ký, chờ cấp số"),
    ISSUED("Đã phát hành"),
    REPLACED("Đã phát hành, bị thay thế"),
    CORRECTED("Đã phát hành, được đính chính"),
    RECALLED("Đã thu hồi"),
    ABANDONED("Thôi soạn");

    private final String label;

    DocumentStatus(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** Whether it has left the house, whatever became of it since. */
    public boolean isIssued() {
        return switch (this) {
            case ISSUED, REPLACED, CORRECTED, RECALLED -> true;
            case DRAFT, SIGNED, ABANDONED -> false;
        };
    }

    /** Whether it can still change. */
    boolean isOpen() {
        return this == DRAFT || this == SIGNED;
    }
}
