package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormRefused;

/** The office puts in a letter that says "Về việc" instead of "V/v". */
class DocumentTemplateProcessTests extends ProcessTest {

    private static final String MAIN = "word/document.xml";

    @Autowired
    Attachments attachments;

    @Autowired
    Templates templates;

    @Autowired
    TemplateVersionRepository versions;

    @Autowired
    WordDocuments word;

    @Autowired
    DocumentTemplateForms forms;

    @Autowired
    TemplateController controller;

    @AfterEach
    void forget() {
        versions.deleteAll();
    }

    private UUID uploaded(byte[] docx) {
        return attachments.store("Mẫu.docx", docx, "van-phong.clerk").id();
    }

    private static Map<String, Object> answer(UUID file) {
        return Map.of("template", "cong-van", "attachments", List.of(file), "reason", "Thống nhất cách viết của tỉnh");
    }

    @Test
    void putsATemplateInForceAndKeepsWhoAndWhy() {
        var own = WordReading.edited(templates.current(Template.LETTER), MAIN, "V/v ", "Về việc ");

        desk.as("van-phong.clerk").start("document-template", answer(uploaded(own)));

        assertThat(templates.current(Template.LETTER)).isEqualTo(own);
        assertThat(controller.download("cong-van").getBody()).isEqualTo(own);
        assertThat(new WordReading(word.compose(
                                DocumentType.LETTER,
                                DocumentSamples.COMMITTEE,
                                "VP",
                                Urgency.ORDINARY,
                                new DocumentText("Đôn đốc", List.of(), List.of(), List.of(), List.of(), List.of()),
                                DocumentSamples.DEPUTY))
                        .lines())
                .contains("Về việc đôn đốc");
        assertThat(templates.versionsOf(Template.LETTER)).singleElement().satisfies(version -> {
            assertThat(version.number()).isEqualTo(1);
            assertThat(version.enteredBy()).isEqualTo("van-phong.clerk");
            assertThat(version.reason()).isEqualTo("Thống nhất cách viết của tỉnh");
            assertThat(version.enteredAt()).isEqualTo(clock.instant());
        });
        assertThat(forms.of(new FormOpened(null, "van-phong.clerk", null, Map.of()))
                        .known()
                        .facts())
                .anySatisfy(fact -> {
                    assertThat(fact.label()).isEqualTo("Công văn");
                    assertThat(fact.value()).startsWith("Bản 1, ").endsWith(": Thống nhất cách viết của tỉnh");
                });
    }

    @Test
    void takesTheNewestAndKeepsTheOlder() {
        var first = WordReading.edited(templates.current(Template.LETTER), MAIN, "V/v ", "Về việc ");
        var second = WordReading.edited(templates.current(Template.LETTER), MAIN, "V/v ", "Về: ");
        desk.as("van-phong.clerk").start("document-template", answer(uploaded(first)));
        clock.moveTo(LocalDate.of(2021, 7, 2));
        desk.as("van-phong.clerk").start("document-template", answer(uploaded(second)));

        assertThat(templates.current(Template.LETTER)).isEqualTo(second);
        assertThat(templates.versionsOf(Template.LETTER))
                .extracting(TemplateVersion::number)
                .containsExactly(2, 1);
        assertThat(attachments.bytesOf(
                        templates.versionsOf(Template.LETTER).get(1).attachmentId()))
                .isEqualTo(first);
    }

    @Test
    void refusesAFileWithoutAPlaceAndNamesIt() {
        var shipped = templates.current(Template.LETTER);
        var without = uploaded(WordReading.edited(shipped, MAIN, "w:val=\"noi-nhan\"", "w:val=\"noinhan\""));

        assertThatThrownBy(() -> desk.as("van-phong.clerk").start("document-template", answer(without)))
                .isInstanceOfSatisfying(FormRefused.class, refused -> assertThat(refused.reasons())
                        .containsExactly(new FormRefused.Reason(
                                "attachments",
                                "Thiếu ô nội dung “Danh sách nơi nhận” (thẻ noi-nhan). "
                                        + "Ô nội dung có thẻ “noinhan” chương trình không điền cho mẫu này.")));
        assertThat(templates.current(Template.LETTER)).isEqualTo(shipped);
        assertThat(templates.versionsOf(Template.LETTER)).isEmpty();
    }

    @Test
    void refusesAnythingButOneWordFile() {
        assertThatThrownBy(() -> desk.as("van-phong.clerk")
                        .start("document-template", Map.of("template", "cong-van", "reason", "x")))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Mong đợi đúng một tệp Word.");
        var text = attachments
                .store("Mẫu.txt", "xin chào".getBytes(java.nio.charset.StandardCharsets.UTF_8), "van-phong.clerk")
                .id();
        assertThatThrownBy(() -> desk.as("van-phong.clerk").start("document-template", answer(text)))
                .hasMessage("Tệp không phải văn bản Word (.docx) đọc được.");
        assertThatThrownBy(() -> desk.as("van-phong.clerk")
                        .start(
                                "document-template",
                                Map.of("template", "thong-tu", "attachments", List.of(text), "reason", "x")))
                .hasMessage("Không có mẫu này.");
    }

    @Test
    void isTheOfficesOnly() {
        var file = attachments
                .store("Mẫu.docx", templates.current(Template.LETTER), "phong-kinh-te.head")
                .id();
        assertThatThrownBy(() -> desk.as("phong-kinh-te.head").start("document-template", answer(file)))
                .isInstanceOf(AuthorizationException.class);
    }
}
