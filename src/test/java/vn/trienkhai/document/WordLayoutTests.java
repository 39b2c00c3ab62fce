package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import vn.trienkhai.document.DocumentText.Paragraph;

/**
 * Measures files as Nghị định 30/2020/NĐ-CP, Phụ lục I, asks. A millimetre is 56.7 twips, a point 20 twips; 20 mm are 1134 twips,
 * 30 mm 1701, 35 mm 1984, 25 mm 1417, 1 cm 567 and 1.27 cm 720.
 */
class WordLayoutTests {

    static List<byte[]> all() {
        return List.of(
                DocumentSamples.report(), DocumentSamples.letter(), DocumentSamples.minutes(), DocumentSamples.slip());
    }

    /** Word refuses to open a file whose elements are out of order. */
    @ParameterizedTest
    @MethodSource("all")
    void followsTheSchemaOfWordFiles(byte[] docx) throws IOException, XmlException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(errorsIn(document.getDocument())).isEmpty();
            assertThat(errorsIn(document.getStyle())).isEmpty();
        }
    }

    private static List<XmlError> errorsIn(XmlObject part) {
        var errors = new ArrayList<XmlError>();
        part.validate(new XmlOptions().setErrorListener(errors));
        return errors;
    }

    @ParameterizedTest
    @MethodSource("all")
    void standsOnA4WithTheMarginsOfTheDecree(byte[] docx) {
        var page = new WordReading(docx);
        assertThat(page.number("(//w:sectPr)[1]/w:pgSz", "w")).isEqualTo(11906);
        assertThat(page.number("(//w:sectPr)[1]/w:pgSz", "h")).isEqualTo(16838);
        assertThat(page.number("(//w:sectPr)[1]/w:pgMar", "top")).isBetween(1134, 1417);
        assertThat(page.number("(//w:sectPr)[1]/w:pgMar", "bottom")).isBetween(1134, 1417);
        assertThat(page.number("(//w:sectPr)[1]/w:pgMar", "left")).isBetween(1701, 1984);
        assertThat(page.number("(//w:sectPr)[1]/w:pgMar", "right")).isBetween(850, 1134);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWrittenInTimesNewRomanAndBlack(byte[] docx) {
        var file = new WordReading(docx);
        assertThat(file.find("//w:body//w:p[.//w:t]")).allSatisfy(paragraph -> {
            var line = file.new Line(paragraph);
            assertThat(line.font()).isEqualTo("Times New Roman");
            assertThat(line.colour()).isEqualTo(line.style().equals("Độ khẩn") ? "FF0000" : "000000");
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void numbersPagesInTheMiddleOfTheTopMarginButNotTheFirst(byte[] docx) {
        var file = new WordReading(docx);
        assertThat(file.find("//w:sectPr/w:titlePg")).hasSameSizeAs(file.find("//w:sectPr"));
        assertThat(file.find("//w:headerReference")).allSatisfy(header -> assertThat(
                        header.getAttributeNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "type"))
                .isEqualTo("default"));
        assertThat(file.number("(//w:sectPr)[1]/w:pgMar", "header")).isLessThan(1134);
        var header = file.ofPart(docx, "word/header1.xml", "//w:p");
        assertThat(header.alignment()).isEqualTo("center");
        assertThat(header.size()).isBetween(13.0, 14.0);
        assertThat(header.element().getTextContent()).contains("PAGE");
    }

    @ParameterizedTest
    @MethodSource("all")
    void bearsTheNationalNameAndMotto(byte[] docx) {
        var file = new WordReading(docx);
        var name = file.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        assertThat(name.size()).isBetween(12.0, 13.0);
        assertThat(name.bold()).isTrue();
        assertThat(name.alignment()).isEqualTo("center");
        var motto = file.line("Độc lập - Tự do - Hạnh phúc");
        assertThat(motto.words()).isEqualTo("Độc lập - Tự do - Hạnh phúc");
        assertThat(motto.size()).isBetween(13.0, 14.0);
        assertThat(motto.bold()).isTrue();
        assertThat(motto.italic()).isFalse();
        assertThat(ruleAfter(file, motto)).as("as long as the motto, 55.9 mm").isBetween(3100, 3240);
        assertThat(file.find("(//w:tbl)[1]//w:tc").indexOf(cellOf(motto)))
                .as("the second column")
                .isEqualTo(1);
        assertThat(file.find("(//w:tbl)[1]/w:tblPr/w:tblBorders | (//w:tbl)[1]/w:tblPr/w:tblStyle"))
                .as("the letterhead has no frame")
                .isEmpty();
    }

    @Test
    void namesTheAgencyAboveAThirdToAHalfOfARule() {
        var file = new WordReading(DocumentSamples.report());
        var agency = file.line("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ PHÚ QUỐC");
        assertThat(agency.size()).isBetween(12.0, 13.0);
        assertThat(agency.bold()).isTrue();
        assertThat(agency.alignment()).isEqualTo("center");
        assertThat(file.linesOfStyle("Cơ quan chủ quản"))
                .as("a people's committee names nobody above it")
                .isEmpty();
        // THÀNH PHỐ PHÚ QUỐC in bold 12: 49.5 mm, 2806 twips
        assertThat(ruleAfter(file, agency)).isBetween(936, 1403);
        assertThat(file.find("(//w:tbl)[1]//w:tc").indexOf(cellOf(agency))).isZero();
    }

    @Test
    void namesTheSuperiorAgencyLightAboveTheAgency() {
        var file = new WordReading(DocumentSamples.letter());
        var superior = file.line("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ PHÚ QUỐC");
        assertThat(superior.size()).isBetween(12.0, 13.0);
        assertThat(superior.bold()).isFalse();
        var agency = file.line("PHÒNG VĂN HÓA VÀ THÔNG TIN");
        assertThat(agency.bold()).isTrue();
        // in bold 12: 69.1 mm, 3915 twips
        assertThat(ruleAfter(file, agency)).isBetween(1305, 1958);
    }

    @Test
    void putsNumberAndPlaceSideBySide() {
        var file = new WordReading(DocumentSamples.report());
        var number = file.line("Số: ");
        assertThat(number.words()).matches("Số: \u00a0+/BC-UBND");
        assertThat(number.size()).isEqualTo(13.0);
        assertThat(number.bold()).isFalse();
        assertThat(number.alignment()).isEqualTo("center");
        var day = file.line("Phú Quốc, ");
        assertThat(day.words()).matches("Phú Quốc, ngày\u00a0+tháng\u00a0+năm\u00a0+");
        assertThat(day.size()).isBetween(13.0, 14.0);
        assertThat(day.italic()).isTrue();
        assertThat(day.alignment()).isEqualTo("center");
        assertThat(rowOf(number)).isSameAs(rowOf(day));
    }

    @Test
    void namesTypeAndAbstractInTheMiddle() {
        var file = new WordReading(DocumentSamples.report());
        var type = file.line("BÁO CÁO");
        assertThat(type.size()).isBetween(13.0, 14.0);
        assertThat(type.bold()).isTrue();
        assertThat(type.alignment()).isEqualTo("center");
        var title = file.line("Kết quả tuyên truyền quý III năm 2021");
        assertThat(title.size()).isBetween(13.0, 14.0);
        assertThat(title.bold()).isTrue();
        assertThat(title.alignment()).isEqualTo("center");
        // in bold 14: 83.0 mm, 4706 twips
        assertThat(ruleAfter(file, title)).isBetween(1569, 2353);
    }

    /** Otherwise one word would stand alone on the second line, over a rule of a few millimetres. */
    @Test
    void breaksALongAbstractIntoLinesOfAboutTheSameLength() {
        var file = new WordReading(DocumentSamples.word()
                .compose(
                        DocumentType.NOTICE,
                        DocumentSamples.DIVISION,
                        "VH",
                        Urgency.ORDINARY,
                        new DocumentText(
                                "Lịch kiểm tra công tác thông tin, tuyên truyền theo chương trình “Kiểm tra đợt 1 năm 2021”",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        DocumentSamples.DEPUTY));
        var title = file.line("Lịch kiểm tra");
        assertThat(title.measure("ind", "left")).isEqualTo(title.measure("ind", "right"));
        var width = 9354 - 2 * title.measure("ind", "left");
        // the whole in bold 14 is 185 mm, 10 500 twips, on two lines
        assertThat(width).isBetween(5250, 6300);
        // and the rule 0.4 of a line of about 5000 twips
        assertThat(ruleAfter(file, title)).isBetween(1700, 2500);
    }

    @Test
    void writesALetterWithoutATypeAndItsAbstractUnderTheNumber() {
        var file = new WordReading(DocumentSamples.letter());
        assertThat(file.linesOfStyle("Tên loại")).isEmpty();
        var number = file.line("Số: ");
        assertThat(number.words()).matches("Số: \u00a0+/PVHTT-TTTT");
        var about = file.line("V/v ");
        assertThat(about.words()).isEqualTo("V/v đôn đốc thực hiện Kế hoạch số 269/KH-UBND năm 2021");
        assertThat(about.size()).isBetween(12.0, 13.0);
        assertThat(about.bold()).isFalse();
        assertThat(about.alignment()).isEqualTo("center");
        assertThat(about.measure("spacing", "before")).as("6 pt").isEqualTo(120);
        assertThat(cellOf(about)).isSameAs(cellOf(number));
    }

    @ParameterizedTest
    @CsvSource({"URGENT,KHẨN,1134", "VERY_URGENT,THƯỢNG KHẨN,2268", "IMMEDIATE,HỎA TỐC,1701"})
    void framesTheUrgencyInRed(Urgency urgency, String words, int width) {
        var file = new WordReading(DocumentSamples.word()
                .compose(
                        DocumentType.NOTICE,
                        DocumentSamples.DIVISION,
                        "VH",
                        urgency,
                        new DocumentText("Lịch", List.of(), List.of(), List.of(), List.of(), List.of()),
                        DocumentSamples.DEPUTY));
        var frame = file.linesOfStyle("Độ khẩn").get(0);
        assertThat(frame.words()).isEqualTo(words);
        assertThat(frame.size()).isBetween(13.0, 14.0);
        assertThat(frame.bold()).isTrue();
        // the left column is 73 mm, 4139 twips
        assertThat(4139 - frame.measure("ind", "left") - frame.measure("ind", "right"))
                .as("20, 40 or 30 mm")
                .isBetween(width - 30, width + 30);
        // 17 pt of the line, 3 pt above and below: 23 pt are 8.1 mm
        assertThat(frame.measure("spacing", "line")).isEqualTo(340);
    }

    @Test
    void saysNothingOfUrgencyOnOrdinaryDocuments() {
        assertThat(new WordReading(DocumentSamples.report()).linesOfStyle("Độ khẩn"))
                .isEmpty();
    }

    @Test
    void addressesOneOnTheLineAndSeveralBelow() {
        assertThat(new WordReading(DocumentSamples.report()).lines())
                .contains("Kính gửi: Sở Thông tin và Truyền thông tỉnh Kiên Giang");
        var letter = new WordReading(DocumentSamples.letter());
        assertThat(letter.lines())
                .containsSubsequence("Kính gửi:", "- Phòng Kinh tế;", "- Ủy ban nhân dân các xã, phường.");
        var head = letter.line("Kính gửi:");
        var dash = letter.line("- Phòng Kinh tế;");
        assertThat(head.size()).isBetween(13.0, 14.0);
        assertThat(dash.size()).isBetween(13.0, 14.0);
        // "Kính gửi" in 14 is 17.4 mm, 988 twips: the dash stands under the colon
        assertThat(dash.measure("ind", "left") - dash.measure("ind", "hanging") - head.measure("ind", "left"))
                .isBetween(968, 1008);
        assertThat(new WordReading(DocumentSamples.slip()).lines())
                .contains("Kính trình: Chủ tịch Ủy ban nhân dân thành phố");
    }

    @Test
    void writesTheBodyJustifiedIndentedAndApart() {
        var file = new WordReading(DocumentSamples.report());
        for (var beginning : List.of("Ủy ban nhân dân thành phố đã chỉ đạo", "Các đơn vị đã ban hành", "Trên đây")) {
            var line = file.line(beginning);
            assertThat(line.size()).isBetween(13.0, 14.0);
            assertThat(line.alignment()).isEqualTo("both");
            assertThat(line.measure("ind", "firstLine")).isBetween(567, 720);
            assertThat(line.measure("spacing", "after")).as("6 pt").isGreaterThanOrEqualTo(120);
            assertThat(line.measure("spacing", "line"))
                    .as("single to one and a half")
                    .isBetween(240, 360);
            assertThat(line.bold()).isFalse();
        }
        var basis = file.line("Căn cứ Kế hoạch");
        assertThat(basis.italic()).isTrue();
        assertThat(basis.words()).endsWith("Phú Quốc;");
        assertThat(file.line("Căn cứ Công văn").words()).endsWith("năm 2021.");
        assertThat(file.line("I. CÔNG TÁC").bold()).isTrue();
        assertThat(file.line("1. Hệ thống").bold()).isTrue();
        assertThat(file.line("a) Đài").bold()).isFalse();
        assertThat(file.line("Trên đây").words())
                .isEqualTo("Trên đây là báo cáo kết quả tuyên truyền quý III năm 2021./.");
    }

    @Test
    void signsOnTheRightAndListsRecipientsOnTheLeft() {
        var file = new WordReading(DocumentSamples.report());
        var authority = file.line("TM. ỦY BAN NHÂN DÂN");
        assertThat(authority.words()).isEqualTo("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
        assertThat(authority.size()).isBetween(13.0, 14.0);
        assertThat(authority.bold()).isTrue();
        assertThat(authority.alignment()).isEqualTo("center");
        var head = file.line("Nơi nhận:");
        assertThat(head.size()).isEqualTo(12.0);
        assertThat(head.bold()).isTrue();
        assertThat(head.italic()).isTrue();
        assertThat(head.alignment()).isEqualTo("left");
        assertThat(file.lines())
                .containsSubsequence(
                        "Nơi nhận:",
                        "- Như trên;",
                        "- CT, các PCT UBND thành phố;",
                        "- Phòng VHTT;",
                        "- Lưu: VT, VHTT.",
                        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
        var archive = file.line("- Lưu: VT");
        assertThat(archive.size()).isEqualTo(11.0);
        assertThat(archive.bold()).isFalse();
        assertThat(rowOf(head)).isSameAs(rowOf(authority));
        assertThat(cellOf(head)).isNotSameAs(cellOf(authority));
    }

    @Test
    void laysOutMinutesWithSeveralSignaturesAndWithoutADay() {
        var file = new WordReading(DocumentSamples.minutes());
        assertThat(file.lines())
                .noneMatch(line -> line.startsWith("Phú Quốc,"))
                .noneMatch(line -> line.startsWith("Kính gửi"))
                .containsSubsequence(
                        "BIÊN BẢN",
                        "ĐẠI DIỆN ĐƠN VỊ",
                        "ĐƯỢC KIỂM TRA",
                        "Nguyễn Văn An",
                        "THƯ KÝ",
                        "TRƯỞNG ĐOÀN\nKIỂM TRA",
                        "Trần Thị Bình",
                        "Nơi nhận:",
                        "- Phòng Kinh tế;",
                        "- Lưu: VT, TTTT.");
        assertThat(rowOf(file.line("ĐẠI DIỆN"))).as("side by side").isSameAs(rowOf(file.line("THƯ KÝ")));
        // three signatures share 165 mm, 9354 twips
        assertThat(List.of(widthOf(file, "ĐẠI DIỆN"), widthOf(file, "THƯ KÝ"), widthOf(file, "TRƯỞNG ĐOÀN")))
                .containsExactly(3118, 3118, 3118);
        var name = file.line("Trần Thị Bình");
        assertThat(name.bold()).isTrue();
        assertThat(name.size()).isBetween(13.0, 14.0);
        assertThat(name.alignment()).isEqualTo("center");
    }

    @Test
    void beginsEachAnnexAsASectionWithPagesOfItsOwn() {
        var file = new WordReading(DocumentSamples.report());
        assertThat(file.find("//w:sectPr")).hasSize(3);
        assertThat(file.number("(//w:sectPr)[2]/w:pgSz", "w")).isEqualTo(16838);
        assertThat(file.number("(//w:sectPr)[2]/w:pgSz", "h")).isEqualTo(11906);
        assertThat(file.number("(//w:sectPr)[3]/w:pgSz", "w")).isEqualTo(11906);
        assertThat(file.find("//w:sectPr/w:pgNumType[@w:start='1']")).hasSize(3);
        assertThat(file.lines()).containsSubsequence("Phụ lục I", "SỐ LIỆU THEO ĐƠN VỊ", "Phụ lục II");
        var number = file.line("Phụ lục I");
        assertThat(number.size()).isEqualTo(14.0);
        assertThat(number.bold()).isTrue();
        assertThat(number.alignment()).isEqualTo("center");
        var title = file.line("SỐ LIỆU THEO ĐƠN VỊ");
        assertThat(title.size()).isBetween(13.0, 14.0);
        assertThat(title.bold()).isTrue();
        var reference = file.line("(Kèm theo");
        assertThat(reference.words())
                .matches("\\(Kèm theo Báo cáo số \u00a0+/BC-UBND ngày\u00a0+tháng\u00a0+năm\u00a0+ của Ủy ban nhân dân "
                        + "thành phố Phú Quốc\\)");
        assertThat(reference.italic()).isTrue();
        assertThat(reference.size()).isBetween(13.0, 14.0);
        assertThat(reference.alignment()).isEqualTo("center");
    }

    @Test
    void callsASingleAnnexWithoutANumber() {
        var text = DocumentSamples.reportText(DocumentSamples.sixtyUnits());
        var file = new WordReading(DocumentSamples.word()
                .compose(
                        DocumentType.PLAN,
                        DocumentSamples.COMMITTEE,
                        "VHTT",
                        Urgency.ORDINARY,
                        new DocumentText(
                                "Tuyên truyền",
                                List.of(),
                                List.of(),
                                List.of(new Paragraph("Nội dung")),
                                text.annexes().subList(0, 1),
                                List.of()),
                        DocumentSamples.DEPUTY));
        assertThat(file.lines()).contains("KẾ HOẠCH", "Phụ lục").doesNotContain("Phụ lục I");
    }

    @Test
    void setsSixtyUnitsInATableThatGoesOverPages() {
        var file = new WordReading(DocumentSamples.report());
        var table = "(//w:tbl[.//w:t='Đơn vị thứ 60'])[last()]";
        assertThat(file.find(table + "/w:tr")).hasSize(62);
        assertThat(file.find(table + "/w:tr[w:trPr/w:tblHeader]")).hasSize(1);
        assertThat(file.find(table + "/w:tr[w:trPr/w:cantSplit]")).hasSize(62);
        // A4 on its side without the margins: 16838 - 1701 - 851 = 14286 twips; weights 1, 6, 2, 2, 2 of 13
        assertThat(file.find(table + "/w:tblGrid/w:gridCol").stream()
                        .map(column -> Integer.parseInt(column.getAttributeNS(
                                "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w")))
                        .toList())
                .containsExactly(1098, 6594, 2198, 2198, 2198);
        assertThat(file.number(table + "/w:tblPr/w:tblW", "w")).isEqualTo(14286);
        assertThat(file.line("1.011").alignment()).isEqualTo("right");
        assertThat(file.line("Đơn vị thứ 1").alignment()).isEqualTo("left");
        assertThat(file.line("62.430").bold()).isTrue();
        assertThat(file.line("Tổng cộng").bold()).isTrue();
        assertThat(file.line("1.070").bold()).isFalse();
    }

    @Test
    void saysSoWhenATableIsEmpty() {
        var file = new WordReading(DocumentSamples.report());
        assertThat(file.lines())
                .endsWith("CÁC ĐƠN VỊ CHƯA BÁO CÁO", file.line("(Kèm theo").words(), "Đơn vị", "Không có số liệu.");
    }

    /** Length in twips of the rule in the next paragraph: the width of the place without the indents. */
    private static int ruleAfter(WordReading file, WordReading.Line line) {
        var rule = file.new Line(WordReading.elementAfter(line.element()));
        assertThat(rule.style()).isEqualTo("Đường kẻ");
        var cell = cellOf(line);
        var width = cell == null
                ? 11906 - 1701 - 851
                : Integer.parseInt(file.find("w:tcPr/w:tcW", cell)
                        .get(0)
                        .getAttributeNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"));
        assertThat(rule.measure("ind", "left")).as("balanced").isEqualTo(rule.measure("ind", "right"));
        return width - rule.measure("ind", "left") - rule.measure("ind", "right");
    }

    private static int widthOf(WordReading file, String beginning) {
        return Integer.parseInt(file.find("w:tcPr/w:tcW", cellOf(file.line(beginning)))
                .get(0)
                .getAttributeNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"));
    }

    private static Element cellOf(WordReading.Line line) {
        return WordReading.around(line.element(), "tc");
    }

    private static Element rowOf(WordReading.Line line) {
        return WordReading.around(line.element(), "tr");
    }
}
