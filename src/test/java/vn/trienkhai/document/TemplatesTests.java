package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.trienkhai.attachment.Attachments;

class TemplatesTests {

    private static final String MAIN = "word/document.xml";

    private static final String RELATIONSHIPS = "word/_rels/document.xml.rels";

    @TempDir
    Path folder;

    private Templates templates(Path configured) {
        return new Templates(
                mock(TemplateVersionRepository.class),
                mock(Attachments.class),
                new RenderingSettings(configured, null, Duration.ofSeconds(60)),
                Clock.systemUTC());
    }

    private byte[] shipped(Template template) {
        return templates(null).current(template);
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void shipsTemplatesThatServe(Template template) {
        assertThat(Templates.problemsOf(template, shipped(template))).isEmpty();
    }

    @Test
    void prefersTheConfiguredFolder() throws IOException {
        var own = WordReading.edited(shipped(Template.LETTER), MAIN, "V/v ", "Về việc ");
        Files.write(folder.resolve("cong-van.docx"), own);

        assertThat(templates(folder).current(Template.LETTER)).isEqualTo(own);
        assertThat(templates(folder).current(Template.NAMED)).isEqualTo(shipped(Template.NAMED));
    }

    @Test
    void passesOverAConfiguredTemplateThatDoesNotServe() throws IOException {
        Files.writeString(folder.resolve("cong-van.docx"), "hỏng");

        assertThat(templates(folder).current(Template.LETTER)).isEqualTo(shipped(Template.LETTER));
    }

    @Test
    void namesEveryPlaceAndStyleThatIsMissingOrUnknown() {
        var changed = WordReading.edited(shipped(Template.LETTER), MAIN, "w:val=\"kinh-gui\"", "w:val=\"kinhgui\"");
        changed = WordReading.edited(changed, "word/styles.xml", "w:val=\"Ô số\"", "w:val=\"Số\"");

        assertThat(Templates.problemsOf(Template.LETTER, changed))
                .containsExactly(
                        "Thiếu ô nội dung “Nơi gửi đến” (thẻ kinh-gui).",
                        "Ô nội dung có thẻ “kinhgui” chương trình không điền cho mẫu này.",
                        "Thiếu kiểu định dạng (style) “Ô số”.");
    }

    @Test
    void refusesATemplateOfAnotherLayout() {
        assertThat(Templates.problemsOf(Template.LETTER, shipped(Template.MINUTES)))
                .contains(
                        "Thiếu ô nội dung “Nơi gửi đến” (thẻ kinh-gui).",
                        "Ô nội dung có thẻ “ten-loai” chương trình không điền cho mẫu này.");
    }

    @Test
    void wantsParagraphsWhereParagraphsGo() {
        var within = WordReading.edited(
                shipped(Template.NAMED),
                MAIN,
                "<w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"NoiDung\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Nội dung văn bản.</w:t></w:r></w:p></w:sdtContent>",
                "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent>");
        assertThat(Templates.problemsOf(Template.NAMED, within))
                .containsExactly(
                        "Ô nội dung “Nội dung” (thẻ noi-dung) phải chứa trọn đoạn văn, không nằm giữa một dòng.");
    }

    @Test
    void knowsStylesByNameWhateverIdWordGaveThem() {
        var renamed = WordReading.edited(shipped(Template.NAMED), "word/styles.xml", "\"NoiDung\"", "\"Nidung\"");
        renamed = WordReading.edited(renamed, MAIN, "\"NoiDung\"", "\"Nidung\"");
        assertThat(Templates.problemsOf(Template.NAMED, renamed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate,http://example.org/x.dotm",
        "image,http://example.org/x.png",
        "oleObject,file:///x",
        "frame,http://example.org"
    })
    void refusesWhatFetchesFromOutside(String type, String target) {
        var fetching = WordReading.edited(
                shipped(Template.NAMED),
                RELATIONSHIPS,
                "</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + type + "\" Target=\"" + target + "\" TargetMode=\"External\"/></Relationships>");
        assertThat(Templates.problemsOf(Template.NAMED, fetching))
                .containsExactly("Tệp gọi tới tệp hoặc hình ảnh ở bên ngoài (mẫu đính kèm, hình liên kết).");
        assertThat(DocumentSamples.word().problemsOf(fetching, DocumentType.REPORT))
                .isNotEmpty();
    }

    @Test
    void letsLinksStand() {
        var linking = WordReading.edited(
                shipped(Template.NAMED),
                RELATIONSHIPS,
                "</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\""
                        + " Target=\"https://phuquoc.kiengiang.gov.vn\" TargetMode=\"External\"/></Relationships>");
        assertThat(Templates.problemsOf(Template.NAMED, linking)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INCLUDETEXT \"c:\\x\"", "DDEAUTO c:\\x", "LINK Excel.Sheet", "INCLUDEPICTURE \"http://x\""})
    void refusesFieldsThatFetch(String field) {
        var fetching = WordReading.edited(
                shipped(Template.NAMED),
                MAIN,
                "<w:t xml:space=\"preserve\">Số: </w:t>",
                "<w:instrText xml:space=\"preserve\"> " + field + " </w:instrText>");
        assertThat(Templates.problemsOf(Template.NAMED, fetching))
                .containsExactly("Tệp có trường (field) lấy dữ liệu từ nơi khác hoặc chạy lệnh.");
    }

    @Test
    void refusesMacros() {
        var parts = WordReading.unzip(shipped(Template.NAMED));
        parts.put("word/vbaProject.bin", new byte[] {1});
        var withProject = WordReading.edited(
                WordReading.zip(parts),
                "[Content_Types].xml",
                "<Override PartName=\"/word/styles.xml\"",
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                        + "<Override PartName=\"/word/styles.xml\"");
        assertThat(Templates.problemsOf(Template.NAMED, withProject)).containsExactly("Tệp có macro.");

        var docm = WordReading.edited(
                shipped(Template.NAMED),
                "[Content_Types].xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml");
        assertThat(Templates.problemsOf(Template.NAMED, docm))
                .containsExactly(
                        "Tệp không phải văn bản Word thường: hãy lưu dạng Word Document (.docx), không có macro.");
    }

    @Test
    void refusesABombAndForeignEntities() {
        var bomb = WordReading.unzip(shipped(Template.NAMED));
        bomb.put("word/bomb.xml", new byte[60_000_000]);
        assertThat(Templates.problemsOf(Template.NAMED, WordReading.zip(bomb)))
                .containsExactly("Tệp không phải văn bản Word (.docx) đọc được.");

        var entities = WordReading.unzip(shipped(Template.NAMED));
        entities.putAll(Map.of(
                MAIN,
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>".getBytes(StandardCharsets.UTF_8)));
        assertThat(Templates.problemsOf(Template.NAMED, WordReading.zip(entities)))
                .containsExactly("Tệp không phải văn bản Word (.docx) đọc được.");
    }
}
