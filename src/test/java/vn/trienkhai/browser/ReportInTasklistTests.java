package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.PlanStatus;
import vn.trienkhai.plan.Plans;

/** One report, from the written request to the signed document, each step as its own user in Tasklist. */
class ReportInTasklistTests extends BrowserTest {

    private static final String PLAN = "269-kh-ubnd-2021";
    private static final String NAME = "Báo cáo tuyên truyền thử nghiệm";

    @Autowired
    Plans plans;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isRequestedWrittenConsolidatedReturnedSignedAndDownloaded() {
        if (plans.plan(PLAN).status() != PlanStatus.ADOPTED) {
            plans.adopt(PLAN, "ubnd.head");
        }
        banners(LocalDate.of(2022, 3, 10), 3);
        banners(LocalDate.of(2022, 3, 11), 4);

        var leader = signIn("ubnd.head");
        leader.startProcess("Yêu cầu báo cáo")
                .type("name", NAME)
                .type("basisNumber", "1234/UBND-VX")
                .type("basisDate", "01/04/2022")
                .type("content", "Kết quả và khó khăn")
                .type("from", "01/03/2022")
                .type("to", "31/03/2022")
                .type("unitsDue", "20/12/2030")
                .type("wholeDue", "27/12/2030")
                .seesChosen("Phòng Kinh tế");
        leader.page().locator("form[name=form] input[name=units]").all().forEach(box -> box.setChecked(false));
        leader.choose("Ủy ban nhân dân xã Thổ Châu")
                .screenshot("yeu-cau-bao-cao")
                .start();

        var head = signIn("tho-chau.head");
        head.open("Nhận việc: XP-3 – UBND xã Thổ Châu – " + NAME);
        head.choose("Nhận việc").complete();
        head.open("Phân công cán bộ")
                .seesChosen("Công chức văn hóa - xã hội xã Thổ Châu")
                .complete();

        var officer = signIn("tho-chau.culture-officer");
        officer.open("Viết báo cáo của đơn vị")
                .seesInForm("1234/UBND-VX ngày 01/04/2022")
                .seesInForm("Số băng rôn")
                .seesInForm("10/03/2022")
                .seesInForm("ghi muộn (ngày ");
        officer.completeRefused("Chưa viết mục nào của báo cáo.");
        officer.type("bodies[1]", "Đã treo băng rôn tại cảng Ngọc Hiển")
                .click("Thêm điều chỉnh")
                .select("adjustments[0].channel", "Băng rôn trên các tuyến đường")
                .select("adjustments[0].measure", "Số băng rôn")
                .type("adjustments[0].delta", "2")
                .completeRefused("Chưa điền lý do điều chỉnh.");
        officer.type("adjustments[0].reason", "Treo ngày 31/3, chưa ghi kịp")
                .screenshot("viet-bao-cao-cua-don-vi")
                .complete();
        officer.open("Trình kết quả").complete();

        var lead = signIn("phong-vhtt.officer");
        lead.open("Duyệt kết quả: XP-3 – UBND xã Thổ Châu")
                .seesInForm("Đã treo băng rôn tại cảng Ngọc Hiển")
                .choose("Chấp nhận")
                .complete();
        lead.open("Tổng hợp báo cáo: " + NAME)
                .seesInForm("Đã báo cáo")
                .seesInForm("9 (điều chỉnh +2)")
                .seesInForm("2 minh chứng trong kỳ ghi sau ngày chốt số liệu")
                .unfold("Báo cáo của từng đơn vị (1)")
                .seesInForm("(Treo ngày 31/3, chưa ghi kịp)")
                .seesInForm("Nguồn: số liệu đã ghi")
                .seesInForm("Nguồn: Ủy ban nhân dân xã Thổ Châu")
                .seesInField(
                        "paragraphs[0].body",
                        "Từ ngày 01/03/2022 đến ngày 31/03/2022, các đơn vị đã thực hiện: 9 băng rôn.")
                .seesInField("paragraphs[4].body", "Ủy ban nhân dân xã Thổ Châu: Đã treo băng rôn tại cảng Ngọc Hiển");
        lead.click("Thêm đoạn")
                .type("paragraphs[5].body", "UBND thành phố đã chỉ đạo kịp thời")
                .screenshot("tong-hop-bao-cao")
                .complete();

        var leadHead = signIn("phong-vhtt.head");
        leadHead.open("Kiểm tra nội dung: " + NAME).choose("Nội dung đạt").complete();
        var office = signIn("van-phong.officer");
        office.open("Kiểm tra thể thức: " + NAME).choose("Thể thức đạt").complete();
        leader.open("Ký văn bản: " + NAME).choose("Trả lại người soạn").completeRefused("Chưa điền");
        leader.type("remark", "Thêm kiến nghị").complete();
        lead.open("Tổng hợp báo cáo: " + NAME)
                .seesInForm("Thêm kiến nghị")
                .seesInField("paragraphs[0].body", "UBND thành phố đã chỉ đạo kịp thời");
        lead.click("Thêm đoạn")
                .type("paragraphs[6].body", "Cấp thêm loa cho xã đảo")
                .complete();
        leadHead.open("Kiểm tra nội dung: " + NAME).choose("Nội dung đạt").complete();
        office.open("Kiểm tra thể thức: " + NAME).choose("Thể thức đạt").complete();
        leader.open("Ký văn bản: " + NAME)
                .screenshot("ky-bao-cao")
                .choose("Đồng ý ký")
                .complete();
        var clerk = signIn("van-phong.clerk");
        clerk.open("Cấp số, phát hành: " + NAME).seesChosen("Cấp số tại đây").complete();

        assertThat(jdbc.sql("select status from report_request where name = ?")
                        .param(NAME)
                        .query(String.class)
                        .single())
                .isEqualTo("ISSUED");
        downloadsTheIssuedReport(head);
        seesWhatWasRecordedLater(head);
        assertThat(leader.pageErrors()).isEmpty();
        assertThat(officer.pageErrors()).isEmpty();
        assertThat(lead.pageErrors()).isEmpty();
    }

    /** From the register, as a Word file with its number, its figures and who signed. */
    private void downloadsTheIssuedReport(Tasklist reader) {
        var page = reader.page();
        page.navigate(page.url().replaceFirst("/camunda/.*", "/trien-khai/van-ban.html"));
        page.locator("#documents").getByText("Tuyên truyền thử nghiệm").click();
        var download = page.waitForDownload(
                () -> page.locator("a:has-text('Tải tệp Word')").first().click());
        try (var word = new XWPFDocument(download.createReadStream());
                var extractor = new XWPFWordExtractor(word)) {
            assertThat(extractor.getText())
                    .contains("/BC-UBND")
                    .contains("các đơn vị đã thực hiện: 9 băng rôn.")
                    .contains("UBND thành phố đã chỉ đạo kịp thời")
                    .contains("Cấp thêm loa cho xã đảo")
                    .contains("Chủ tịch UBND thành phố");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(reader.pageErrors()).isEmpty();
    }

    /** On the page of the report's figures, found by name, on a phone too. */
    private void seesWhatWasRecordedLater(Tasklist head) {
        banners(LocalDate.of(2022, 3, 12), 50);
        var page = head.page();
        page.navigate(page.url().replaceFirst("/(camunda|trien-khai)/.*", "/trien-khai/so-lieu.html"));
        page.getByText(NAME).click();
        assertThat(page.locator("#verdict")).hasText("✓ Tính lại tại thời điểm chốt cho đúng số liệu đã báo cáo.");
        assertThat(page.locator("#changes tbody tr")).hasText("Số băng rôn959+50");
        assertThat(page.locator("#later tbody tr")).hasCount(1);
        assertThat(page.locator("#later tbody tr")).containsText("Ghi sau khi chốt");
        assertThat(page.locator("#later tbody tr")).containsText("Số băng rôn: 50");
        page.setViewportSize(360, 740);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        page.setViewportSize(1400, 900);
        page.screenshot(new ScreenshotOptions()
                .setPath(Tasklist.SCREENSHOTS.resolve("so-lieu-bao-cao.png"))
                .setFullPage(true));
        assertThat(head.pageErrors()).isEmpty();
    }

    private void banners(LocalDate day, long amount) {
        evidence.record(
                new EvidenceEntry(
                        PLAN,
                        "tho-chau",
                        null,
                        null,
                        null,
                        "KENH-07",
                        null,
                        "ND-3",
                        null,
                        day,
                        day,
                        "cảng Ngọc Hiển",
                        null,
                        null,
                        Map.of(Measure.BANNERS, amount),
                        Set.of()),
                "tho-chau.culture-officer");
    }
}
