package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormView.Choice;

/** One document from its draft, edited in Word twice, to number and dossier, each step as its own user. */
class DocumentInTasklistTests extends BrowserTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String TITLE = "Lịch tuyên truyền lưu động thử nghiệm";

    @TestConfiguration
    static class Maker {

        @Bean
        DocumentMaker noticeForTheBrowser() {
            return new DocumentMaker() {
                @Override
                public String kind() {
                    return "browser-test";
                }

                @Override
                public String label() {
                    return "Thông báo thử nghiệm";
                }

                @Override
                public List<Choice> subjectsFor(String userId) {
                    return List.of(new Choice("one", "Tuyên truyền lưu động"), new Choice("letter", "Nhắc lịch"));
                }

                @Override
                public DocumentOrder make(String subject, String by) {
                    return new DocumentOrder(
                            subject.equals("letter") ? DocumentType.LETTER : DocumentType.NOTICE,
                            "ubnd",
                            "phong-vhtt",
                            "269-kh-ubnd-2021",
                            List.of("VHTT-1c"),
                            Urgency.ORDINARY,
                            new DocumentOrder.Source("browser-test", subject),
                            new DocumentText(
                                    subject.equals("letter") ? "Nhắc lịch tuyên truyền" : TITLE,
                                    List.of(),
                                    List.of(),
                                    List.of(new DocumentText.Paragraph("Ủy ban nhân dân thành phố thông báo.")),
                                    List.of(),
                                    List.of("Ủy ban nhân dân các xã, phường")));
                }
            };
        }
    }

    @Test
    void isDraftedEditedCheckedSignedNumberedFoundAndSaved() throws Exception {
        var drafter = signIn("phong-vhtt.officer");
        drafter.startProcess("Lập và phát hành văn bản").choose("Thông báo thử nghiệm");
        drafter.select("subject", "Tuyên truyền lưu động")
                .screenshot("lap-van-ban")
                .start();
        drafter.open("Soạn văn bản: Thông báo – " + TITLE).seesInForm("Tải tệp Word");
        var draft = download(drafter.page(), "Tải tệp Word");
        drafter.attach("files", "sua.docx", WORD, with(draft, "Đã sửa lần một."))
                .seesInForm("đã tải lên")
                .type("what", "Thêm câu")
                .complete();

        var head = signIn("phong-vhtt.head");
        head.open("Kiểm tra nội dung: Thông báo – " + TITLE).seesInForm("Bản 2");
        head.choose("Trả lại người soạn").completeRefused("Chưa điền ý kiến trả lại");
        head.choose("Nội dung đạt").complete();

        var page = drafter.page();
        page.navigate(page.url().replaceFirst("/camunda/.*", "/trien-khai/van-ban.html"));
        page.locator("#text").fill("luu dong thu nghiem");
        page.getByText("Tìm", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#count")).hasText("1 văn bản.");
        page.locator("#documents a").click();
        assertThat(page.locator("#marks")).containsText("Kiểm tra nội dung: đạt");
        var second = download(page, "Tải tệp Word");
        page.locator("#file").setInputFiles(new FilePayload("sua-2.docx", WORD, with(second, "Đã sửa lần hai.")));
        page.getByText("Tải bản đã sửa lên").click();
        assertThat(page.locator("#edited")).hasText("Đã nhận bản sửa.");
        assertThat(page.locator("#marks")).containsText("bản cũ");

        head.open("Kiểm tra nội dung: Thông báo – " + TITLE).seesInForm("Bản 3");
        head.choose("Nội dung đạt").complete();
        var office = signIn("van-phong.officer");
        office.open("Kiểm tra thể thức: Thông báo – " + TITLE);
        office.choose("Thể thức đạt").complete();
        var leader = signIn("ubnd.deputy");
        leader.open("Ký văn bản: Thông báo – " + TITLE).seesInForm("Kiểm tra thể thức: đạt");
        leader.choose("Đồng ý ký").screenshot("ky-van-ban").complete();
        var clerk = signIn("van-phong.clerk");
        clerk.open("Cấp số, phát hành: Thông báo – " + TITLE)
                .seesInForm("01/TB-UBND")
                .seesChosen("Cấp số tại đây")
                .screenshot("cap-so")
                .complete();

        page.reload();
        assertThat(page.locator("#facts")).containsText("01/TB-UBND");
        assertThat(page.locator("#edit")).isHidden();
        page.screenshot(new ScreenshotOptions()
                .setPath(Tasklist.SCREENSHOTS.resolve("so-van-ban.png"))
                .setFullPage(true));
        var issued = textOf(download(page, "Tải tệp Word"));
        assertThat(issued).contains("Số: 01/TB-UBND", "Đã sửa lần một.", "Đã sửa lần hai.", "KT. CHỦ TỊCH");
        var dossier =
                page.waitForDownload(() -> page.getByText("Tải hồ sơ Kế hoạch số 269/KH-UBND ngày 10/06/2021 (.zip)")
                        .click());
        try (var zip = new ZipFile(dossier.path().toFile(), StandardCharsets.UTF_8)) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains("muc-luc.html", "muc-luc.xlsx")
                    .anyMatch(name -> name.endsWith("01-TB-UBND.docx"));
        }
        page.setViewportSize(360, 740);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        page.setViewportSize(1400, 900);
        isFoundByNumberOrWordsAndRecalled(drafter);
        assertThat(drafter.pageErrors()).isEmpty();
    }

    private void isFoundByNumberOrWordsAndRecalled(Tasklist drafter) {
        var page = drafter.page();
        page.navigate(page.url().replaceFirst("/trien-khai/.*", "/camunda/app/tasklist/default/"));
        drafter.startProcess("Thay thế, đính chính, thu hồi văn bản");
        var words = page.getByLabel("Tìm văn bản có sai sót theo số, ký hiệu hoặc trích yếu");
        words.fill("không có văn bản nào như thế");
        drafter.click("Tìm văn bản có sai sót").seesInForm("Không thấy văn bản nào");
        words.fill("luu dong thu nghiem");
        words.press("Enter");
        drafter.seesInForm("Thấy 1 văn bản.");
        var choice = page.locator("form[name=form] select[name=document]");
        assertThat(choice.locator("option")).hasCount(2);
        choice.selectOption(new SelectOption().setIndex(1));
        drafter.choose("Thu hồi")
                .type("reason", "Lịch đã đổi")
                .screenshot("thu-hoi-van-ban")
                .start();

        var leader = signIn("ubnd.head");
        leader.open("Quyết định đề nghị: thu hồi 01/TB-UBND")
                .seesInForm("Lịch đã đổi")
                .choose("Đồng ý")
                .complete();
        page.navigate(page.url().replaceFirst("/camunda/.*", "/trien-khai/van-ban.html"));
        assertThat(page.locator("#documents")).containsText("Đã thu hồi");
    }

    @Test
    void aClerkChangesATemplateInWordAndTheNextDraftHasIt() throws IOException {
        var clerk = signIn("van-phong.clerk");
        clerk.startProcess("Thay mẫu văn bản").select("template", "Công văn");
        var inUse = clerk.page()
                .request()
                .get((String) clerk.page()
                        .getByText("Tải mẫu đang dùng để sửa trong Word")
                        .evaluate("link => link.href"))
                .body();
        clerk.attach("files", "mau.docx", WORD, changed(inUse, "trich-yeu", "trichyeu"))
                .startRefused("Chưa điền lý do.");
        clerk.type("reason", "Thống nhất cách viết của tỉnh").startRefused("Thiếu ô nội dung “Trích yếu”");
        clerk.click("Bỏ tệp mau.docx")
                .attach("files", "mau-moi.docx", WORD, changed(inUse, "V/v ", "Về việc "))
                .screenshot("thay-mau-van-ban")
                .start();
        clerk.startProcess("Thay mẫu văn bản").seesInForm("Thống nhất cách viết của tỉnh");

        var drafter = signIn("phong-vhtt.officer");
        drafter.startProcess("Lập và phát hành văn bản").choose("Thông báo thử nghiệm");
        drafter.select("subject", "Nhắc lịch").start();
        drafter.open("Soạn văn bản: Công văn – Nhắc lịch tuyên truyền");
        assertThat(textOf(download(drafter.page(), "Tải tệp Word"))).contains("Về việc nhắc lịch tuyên truyền");
        assertThat(clerk.pageErrors()).isEmpty();
        assertThat(drafter.pageErrors()).isEmpty();
    }

    /** As Word saves it: the same package with other words in its text. */
    private static byte[] changed(byte[] docx, String what, String with) throws IOException {
        try (var from = new ZipInputStream(new ByteArrayInputStream(docx));
                var bytes = new ByteArrayOutputStream()) {
            try (var to = new ZipOutputStream(bytes)) {
                for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    var part = from.readAllBytes();
                    to.write(
                            entry.getName().equals("word/document.xml")
                                    ? new String(part, StandardCharsets.UTF_8)
                                            .replace(what, with)
                                            .getBytes(StandardCharsets.UTF_8)
                                    : part);
                }
            }
            return bytes.toByteArray();
        }
    }

    private static byte[] download(Page page, String link) {
        try {
            return Files.readAllBytes(
                    page.waitForDownload(() -> page.getByText(link).first().click())
                            .path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] with(byte[] docx, String line) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(line);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static String textOf(byte[] docx) throws IOException {
        try (var extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }
}
