package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;

class WordDocumentsTests {

    private static final String MAIN = "word/document.xml";

    private static final Signature SIGNED =
            new Signature(List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Huỳnh Quang Hưng");

    private final WordDocuments word = DocumentSamples.word();

    @Test
    void fillsNumberDayAndNameAtIssueInTextAndAnnexes() {
        var issued =
                new WordReading(word.issue(DocumentSamples.report(), "5/BC-UBND", LocalDate.of(2022, 1, 5), SIGNED));

        assertThat(issued.lines())
                .contains("Số: 05/BC-UBND", "Phú Quốc, ngày 05 tháng 01 năm 2022", "Huỳnh Quang Hưng")
                .filteredOn(line -> line.startsWith("(Kèm theo"))
                .containsExactly(
                        "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 01 năm 2022 của Ủy ban nhân dân thành phố Phú Quốc)",
                        "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 01 năm 2022 của Ủy ban nhân dân thành phố Phú Quốc)");
        var name = issued.line("Huỳnh Quang Hưng");
        assertThat(name.size()).isBetween(13.0, 14.0);
        assertThat(name.bold()).isTrue();
        assertThat(issued.line("Phú Quốc, ").italic()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-09,ngày 09 tháng 02 năm 2021",
        "2021-01-10,ngày 10 tháng 01 năm 2021",
        "2021-03-01,ngày 01 tháng 3 năm 2021",
        "2021-12-31,ngày 31 tháng 12 năm 2021"
    })
    void writesDaysBelowTenAndTheFirstTwoMonthsWithAZero(LocalDate date, String words) {
        var issued = new WordReading(word.issue(DocumentSamples.report(), "12/BC-UBND", date, SIGNED));
        assertThat(issued.lines()).contains("Phú Quốc, " + words, "Số: 12/BC-UBND");
    }

    @Test
    void makesTheNumbersSymbolOfTypeAndAgencyOrOfAgencyAndDrafter() {
        assertThat(WordDocuments.symbolOf(DocumentType.PROPOSAL, DocumentSamples.COMMITTEE, "VHTT"))
                .isEqualTo("TTr-UBND");
        assertThat(WordDocuments.symbolOf(DocumentType.LETTER, DocumentSamples.COMMITTEE, "VHTT"))
                .isEqualTo("UBND-VHTT");
        assertThat(WordDocuments.symbolOf(DocumentType.LETTER, DocumentSamples.COMMITTEE, null))
                .isEqualTo("UBND");
    }

    @Test
    void writesDecomposedUnicodeAsComposed() {
        var composed = composed("Tuyên truyền phòng, chống dịch ở Dương Đông");
        var decomposed =
                composed(Normalizer.normalize("Tuyên truyền phòng, chống dịch ở Dương Đông", Normalizer.Form.NFD));

        assertThat(decomposed.lines()).isEqualTo(composed.lines());
        assertThat(decomposed.lines()).contains("TUYÊN TRUYỀN PHÒNG, CHỐNG DỊCH Ở DƯƠNG ĐÔNG");
    }

    private WordReading composed(String words) {
        return new WordReading(word.compose(
                DocumentType.REPORT,
                new Letterhead(words, words, "UBND", words),
                words,
                Urgency.ORDINARY,
                everywhere(words),
                new Signature(List.of(words), words)));
    }

    private static DocumentText everywhere(String words) {
        var table = new Table(words, List.of(new Column(words, true, 1)), List.of(List.of(words)), true);
        return new DocumentText(
                words,
                List.of(words, words),
                List.of(words),
                List.of(new Heading(1, words), table, new Paragraph(words)),
                List.of(new Annex(words, List.of(table), false)),
                List.of(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
                "]]> &amp; &lt;b&gt; <!-- x --> <?php ?>",
                "{{x}} ${x} #{x} «x» {MERGEFIELD x}",
                "{ INCLUDETEXT \"c:\\\\x\" } DDEAUTO c:\\x",
                "=1+1 @SUM(A1) \"x\" 'x' \\ % $1 \\0",
                "😀 𝒳 \u200B"
            })
    void keepsHostileWordsAsWords(String words) {
        var docx = word.compose(
                DocumentType.REPORT,
                new Letterhead(null, "UBND", "UBND", "X"),
                "V",
                Urgency.ORDINARY,
                new DocumentText(
                        "Trích yếu",
                        List.of(),
                        List.of(),
                        List.of(
                                new Heading(2, words),
                                new Table(words, List.of(new Column(words, false, 1)), List.of(List.of(words)), false)),
                        List.of(),
                        List.of()),
                DocumentSamples.DEPUTY);
        var file = new WordReading(docx);

        assertThat(file.lines()).filteredOn(words::equals).hasSize(4);
        assertThat(file.find("//w:instrText | //w:fldSimple")).isEmpty();
        assertThat(word.problemsOf(docx, DocumentType.REPORT)).isEmpty();
        assertThat(new WordReading(word.issue(docx, "01/BC-UBND", LocalDate.of(2021, 9, 1), SIGNED)).lines())
                .filteredOn(words::equals)
                .hasSize(4);
    }

    @Test
    void leavesOutWhatNoDocumentCanShow() {
        var file = composed("A\u0000B\u0007C\u001bD\uFFFEE\uD800F\u202EG\u2066H");
        assertThat(file.lines()).contains("ABCDEFGH").noneMatch(line -> line.matches("(?s).*[\\x00-\\x09\\u202E].*"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, II. Kết quả thực hiện, II. KẾT QUẢ THỰC HIỆN",
        "1, Mô hình nuôi cá lồng bè, Mô hình nuôi cá lồng bè",
        "2, 1. Hệ thống truyền thanh, 1. Hệ thống truyền thanh",
        "3, a) Đài Truyền thanh, a) Đài Truyền thanh"
    })
    void writesNumberAndTitleOfASectionInCapitals(int level, String text, String written) {
        var file = new WordReading(DocumentSamples.word()
                .compose(
                        DocumentType.REPORT,
                        DocumentSamples.COMMITTEE,
                        "VHTT",
                        Urgency.ORDINARY,
                        new DocumentText(
                                "Kết quả",
                                List.of(),
                                List.of(),
                                List.of(new DocumentText.Heading(level, text)),
                                List.of(),
                                List.of()),
                        DocumentSamples.DEPUTY));
        assertThat(file.lines()).contains(written);
    }

    @Test
    void beginsParagraphsAtLineBreaks() {
        var file = composed("Một\r\n\r\nHai\tba");
        assertThat(file.lines()).containsSubsequence("Một", "Hai ba./.");
    }

    /** What Word leaves after a clerk added a paragraph, split the words into pieces and typed over the number. */
    @Test
    void fillsAFileThatWasEditedInWord() {
        var edited = WordReading.edited(
                DocumentSamples.report(),
                MAIN,
                "Một số xã đảo chưa có hệ thống truyền thanh.</w:t></w:r></w:p>",
                "Một số xã đảo</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00A1\"><w:t> chưa có.</w:t></w:r></w:p>"
                        + "<w:p w:rsidR=\"00A1\"><w:r><w:t>Đoạn thêm.</w:t></w:r></w:p>");
        edited = WordReading.edited(
                edited,
                MAIN,
                "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-UBND</w:t></w:r>",
                "99</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>9/BC-</w:t></w:r><w:r><w:t>UBNDTP</w:t></w:r>");

        assertThat(word.problemsOf(edited, DocumentType.REPORT)).isEmpty();
        var issued = new WordReading(word.issue(edited, "15/BC-UBND", LocalDate.of(2021, 9, 20), SIGNED));

        assertThat(issued.lines())
                .contains(
                        "Một số xã đảo chưa có.",
                        "Đoạn thêm.",
                        "Số: 15/BC-UBND",
                        "Phú Quốc, ngày 20 tháng 9 năm 2021",
                        "Huỳnh Quang Hưng")
                .noneMatch(line -> line.contains("999"));
        assertThat(issued.line("Số: ").bold()).isFalse();
    }

    @Test
    void fillsAPlaceThatShowsWordsPrompt() {
        var prompting = WordReading.edited(
                DocumentSamples.report(),
                MAIN,
                "<w:tag w:val=\"ho-ten\"/>",
                "<w:tag w:val=\"ho-ten\"/><w:showingPlcHdr/>");

        var issued = new WordReading(word.issue(prompting, "15/BC-UBND", LocalDate.of(2021, 9, 20), SIGNED));

        assertThat(issued.find("//w:showingPlcHdr")).isEmpty();
        assertThat(issued.lines()).contains("Huỳnh Quang Hưng");
    }

    @Test
    void namesThePlacesThatAreGone() {
        var without = WordReading.edited(DocumentSamples.report(), MAIN, "w:val=\"ngay-thang\"", "w:val=\"khac\"");
        assertThat(word.problemsOf(without, DocumentType.REPORT))
                .containsExactly(
                        "Tệp không còn ô “Ngày tháng năm” (thẻ ngay-thang): hãy sửa tiếp trên bản dự thảo tải từ chương trình, "
                                + "bằng Word hoặc LibreOffice 7.5 trở lên.");
        assertThat(word.problemsOf(without, DocumentType.MINUTES))
                .as("minutes have no day in the letterhead")
                .isEmpty();
    }

    @Test
    void wantsChangesAndCommentsSettledFirst() {
        var changed = WordReading.edited(
                DocumentSamples.report(),
                MAIN,
                "<w:r><w:t xml:space=\"preserve\">Các đơn vị đã ban hành kế hoạch và phân công người phụ trách.</w:t></w:r>",
                "<w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>Thêm</w:t></w:r></w:ins><w:r><w:commentReference w:id=\"0\"/></w:r>");
        assertThat(word.problemsOf(changed, DocumentType.REPORT))
                .containsExactly(
                        "Tệp còn dấu vết sửa đổi (Track Changes): hãy chấp nhận hoặc bỏ hết các sửa đổi.",
                        "Tệp còn ghi chú bên lề (Comment): hãy xóa hết ghi chú.");
    }

    @Test
    void refusesWhatIsNoWordFile() {
        assertThat(word.problemsOf("xin chào".getBytes(java.nio.charset.StandardCharsets.UTF_8), DocumentType.REPORT))
                .containsExactly("Tệp không phải văn bản Word (.docx) đọc được.");
        assertThat(word.problemsOf(new Workbooks().of(List.of()), DocumentType.REPORT))
                .containsExactly(
                        "Tệp không phải văn bản Word thường: hãy lưu dạng Word Document (.docx), không có macro.");
        assertThatThrownBy(() -> word.issue(new byte[0], "1/BC", LocalDate.of(2021, 1, 1), SIGNED))
                .isInstanceOf(WordUnreadable.class);
    }
}
