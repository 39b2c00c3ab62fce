package vn.trienkhai.document;

/**
 * A named style that the program gives to what it writes; the template says how it looks. Styles are known by their name:
 * Word and LibreOffice make up the id anew when they save.
 */
enum Look {
    ADDRESSEE("Kính gửi", false),
    ADDRESSEES_HEAD("Kính gửi nhiều nơi, dòng đầu", false),
    ADDRESSEES("Kính gửi nhiều nơi", false),
    BASIS("Căn cứ", false),
    PARAGRAPH("Nội dung", false),
    HEADING_1("Đề mục 1", false),
    HEADING_2("Đề mục 2", false),
    HEADING_3("Đề mục 3", false),
    RULE("Đường kẻ", false),
    AUTHORITY("Quyền hạn, chức vụ", false),
    NAME("Họ và tên", false),
    RECIPIENT("Danh sách nơi nhận", false),
    ANNEX_NUMBER("Số phụ lục", false),
    ANNEX_TITLE("Tên phụ lục", false),
    ANNEX_REFERENCE("Kèm theo", false),
    TABLE_TITLE("Tên bảng", false),
    COLUMN_HEADING("Tiêu đề bảng", false),
    TEXT_CELL("Ô chữ", false),
    NUMBER_CELL("Ô số", false),
    SECTION_END("Cuối phần", false),
    TABLE("Bảng số liệu", true);

    private final String styleName;
    private final boolean table;

    Look(String styleName, boolean table) {
        this.styleName = styleName;
        this.table = table;
    }

    static Look heading(int level) {
        return switch (level) {
            case 1 -> HEADING_1;
            case 2 -> HEADING_2;
            default -> HEADING_3;
        };
    }

    String styleName() {
        return styleName;
    }

    boolean ofTables() {
        return table;
    }
}
