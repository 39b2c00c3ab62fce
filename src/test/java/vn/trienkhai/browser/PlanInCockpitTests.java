package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.context.jdbc.Sql.ExecutionPhase;

/** Leaders, the lead agency and heads see how a plan is carried out, at a desk and on a phone; nobody else does. */
@Sql(scripts = "/monitoring/four-years.sql", executionPhase = ExecutionPhase.BEFORE_TEST_CLASS)
class PlanInCockpitTests extends BrowserTest {

    private static final String QUARTER = "&from=01/04/2025&to=30/06/2025&asOf=20/05/2025";

    private static Locator row(Cockpit cockpit, String heading) {
        return cockpit.main()
                .locator("section")
                .filter(new FilterOptions().setHas(cockpit.page().locator("h2").getByText("Theo đơn vị")))
                .locator("tbody tr")
                .filter(new FilterOptions()
                        .setHas(cockpit.page().getByRole(AriaRole.ROWHEADER, new GetByRoleOptions().setName(heading))));
    }

    @Test
    void aLeaderSeesHowAllStandAndFollowsAFigureToTheWorkBehindIt() {
        var leader = oversee("ubnd.head", 1400, 900).open("/ke-hoach?muc=tong-quan" + QUARTER);

        assertThat(leader.main().locator(".tk-tile")).hasText(new String[] {
            "14✓ Đúng hạn",
            "1✓ Xong sau hạn",
            "4⚠ Quá hạn",
            "3◷ Sắp đến hạn",
            "24● Trong hạn",
            "46Tất cả việc đến hạn trong kỳ"
        });
        assertThat(row(leader, "UBND xã Cửa Cạn").locator("td").allInnerTexts().subList(1, 7))
                .containsExactly("0", "0", "1", "1", "2", "4");
        leader.sees("2/25 đơn vị có nhiệm vụ chưa có minh chứng").sees("65 ngày làm việc");
        leader.isAccessible().fitsTheWidth();

        row(leader, "UBND xã Cửa Cạn").locator("td").nth(3).locator("a").click();

        leader.read().sees("Việc được giao · UBND xã Cửa Cạn · quá hạn").sees("1 việc, kỳ 01/04/2025 – 30/06/2025.");
        assertThat(leader.main().locator("tbody th")).hasText("Khắc phục: Sửa cụm loa ấp 3 đã hỏng từ tháng 02/2025");
        assertThat(leader.main().locator("tbody th a")).hasAttribute("href", Pattern.compile("/viec/[0-9a-f-]{36}"));
        leader.isAccessible();
        leader.follow("‹ Trở lại Tổng quan");
        assertThat(leader.main().locator(".tk-tile")).hasCount(6);
        assertThat(leader.main().getByLabel("Đơn vị", new Locator.GetByLabelOptions().setExact(true)))
                .hasValue("");
        assertThat(leader.pageErrors()).isEmpty();
    }

    @Test
    void filtersStandInTheAddressAndTheAddressShowsOthersTheSameView() {
        var leader = oversee("ubnd.head", 1400, 900).open("/ke-hoach?muc=tong-quan" + QUARTER);
        leader.main().getByText("Lọc theo đơn vị").click();
        leader.select("Đơn vị", "phong-kinh-te").type("Từ ngày", "01/01/2025").press("Xem");
        leader.sees("01/01/2025 – 30/06/2025 · Phòng Kinh tế · số liệu tính đến hết 20/05/2025.");
        leader.main().getByText("Gửi khung nhìn này").click();
        var address =
                leader.main().getByLabel("Đường dẫn của đúng khung nhìn này").inputValue();
        var seen = leader.main().locator(".tk-tile").allInnerTexts();

        var other = oversee("phong-vhtt.head", 1400, 900).signedIn();
        other.page().navigate(address);
        other.sees("01/01/2025 – 30/06/2025 · Phòng Kinh tế · số liệu tính đến hết 20/05/2025.");

        assertThat(other.main().locator(".tk-tile").allInnerTexts()).isEqualTo(seen);
        assertThat(row(other, "Phòng Kinh tế")).hasCount(1);
        other.follow("Quý II/2025").sees("01/04/2025 – 30/06/2025 · Phòng Kinh tế");
        assertThat(other.page()).hasURL(Pattern.compile(".*unit=phong-kinh-te.*"));
        assertThat(other.pageErrors()).isEmpty();
    }

    @Test
    void theLeadAgencyComesFromAMatrixToTheEvidenceAndItsFile() {
        var lead = oversee("phong-vhtt.head", 1400, 900).open("/ke-hoach?muc=ma-tran" + QUARTER);

        lead.sees("⚠ 1").isAccessible().fitsTheWidth();
        lead.main()
                .locator("tr")
                .filter(new FilterOptions().setHasText("Văn phòng HĐND và UBND"))
                .last()
                .locator("td.tk-number a")
                .last()
                .click();

        lead.read()
                .sees("Minh chứng · Văn phòng HĐND và UBND · Băng rôn trên các tuyến đường")
                .sees("Số băng rôn");
        assertThat(lead.main().getByText("Tệp 1").first())
                .hasAttribute("href", "/api/attachments/00000000-0000-0000-0000-00000000f001");
        assertThat(lead.main().getByText("Văn bản liên quan"))
                .hasAttribute("href", "/trien-khai/van-ban.html?plan=269-kh-ubnd-2021&unit=van-phong");
        lead.isAccessible();

        lead.open("/ke-hoach?muc=ma-tran" + QUARTER).select("Cột", "thang");
        lead.sees("Tháng 4/2025").select("Số liệu", "MINUTES").sees("Số phút phát theo đơn vị, kênh và tháng");
        assertThat(lead.page()).hasURL(Pattern.compile(".*cot=thang.*so=MINUTES.*"));
        assertThat(lead.main().getByLabel("Số liệu", new Locator.GetByLabelOptions().setExact(true)))
                .isFocused();

        lead.open("/ke-hoach?muc=ma-tran&xem=viec&xUnit=van-phong" + QUARTER)
                .main()
                .getByText("Văn bản liên quan")
                .click();
        assertThat(lead.page().getByLabel("Đơn vị ban hành hoặc soạn")).hasValue("van-phong");
        assertThat(lead.pageErrors()).isEmpty();
    }

    @Test
    void aHeadSeesTheOwnUnitOnly() {
        var head = oversee("duong-dong.head", 360, 740).open("/ke-hoach?muc=tong-quan" + QUARTER);

        head.sees("UBND phường Dương Đông").fitsTheWidth().isAccessible();
        assertThat(row(head, "UBND phường Dương Đông")).hasCount(1);
        assertThat(head.main().getByText("UBND xã Cửa Cạn")).hasCount(0);
        head.main().getByText("Lọc theo đơn vị").click();
        assertThat(head.main().getByLabel("Kênh", new Locator.GetByLabelOptions().setExact(true)))
                .isVisible();
        assertThat(head.main().getByLabel("Đơn vị", new Locator.GetByLabelOptions().setExact(true)))
                .hasCount(0);

        head.open("/ke-hoach?muc=tong-quan&unit=cua-can" + QUARTER);
        head.sees("Bạn chỉ xem được số liệu của đơn vị mình.");
        assertThat(head.main().locator("section")).hasCount(0);
        assertThat(head.pageErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tong-quan | Chưa làm gì trong kỳ",
                "ma-tran | Kết quả: đơn vị, kênh, nội dung",
                "lich | So với 01/01/2025 – 19/02/2025. Kế hoạch không nêu mức ban đầu: so với cùng số ngày đầu",
                "kiem-tra | Sửa cụm loa ấp 3 đã hỏng từ tháng 02/2025",
                "bao-cao | Báo cáo tuyên truyền 6 tháng đầu năm 2025",
                "dong-thoi-gian | Quý IV/2030"
            })
    void eachSectionServesADeskAndAPhone(String section, String shown) {
        var leader = oversee("ubnd.head", 1400, 900).open("/ke-hoach?muc=" + section + QUARTER);

        leader.sees(shown).isAccessible().fitsTheWidth();
        assertThat(leader.main().locator("section .tk-wrong")).hasCount(0);
        if (section.equals("dong-thoi-gian")) {
            assertThat(leader.main().getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile(".*Quý I/2021 đến Quý IV/2030: .*"));
        }
        leader.screenshot("ke-hoach-" + section);
        leader.page().setViewportSize(360, 740);
        leader.fitsTheWidth().isAccessible().screenshot("ke-hoach-" + section + "-360");
        assertThat(leader.pageErrors()).isEmpty();
    }

    /** The lead agency reads every section of the plan, a head the own unit's, each with the ways to save it. */
    @ParameterizedTest
    @ValueSource(strings = {"phong-vhtt.head", "cua-can.head"})
    void eachSectionAnswersWhoeverLeads(String userId) {
        var head = oversee(userId, 1400, 900);

        for (var section : List.of("tong-quan", "ma-tran", "lich", "kiem-tra", "bao-cao", "dong-thoi-gian")) {
            head.open("/ke-hoach?muc=" + section + QUARTER).sees("số liệu tính đến hết 20/05/2025.");
            assertThat(head.main().locator("section[aria-busy]")).hasCount(0);
            assertThat(head.main().locator("section .tk-wrong")).hasCount(0);
            assertThat(head.main().locator("table").first()).isVisible();
            if (userId.startsWith("cua-can")) {
                assertThat(head.main().getByText("UBND xã Bãi Thơm")).hasCount(0);
            }
        }
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void theFirstPageBeginsWithThePlanForWhoeverMaySeeOne() {
        var leader = oversee("ubnd.head", 1400, 900).signedIn();
        var first = leader.page().locator(".tk-first-page");

        assertThat(first.locator("h2")).hasText("Kế hoạch 269/KH-UBND");
        assertThat(first.locator(".tk-tile").first()).isVisible();
        leader.isAccessible(".tk-first-page").screenshot("giam-sat-trang-dau");
        first.locator(".tk-tile-overdue a").click();
        leader.read().sees("Việc được giao · quá hạn");
        assertThat(leader.pageErrors()).isEmpty();

        var admin = oversee("admin", 1400, 900).signedIn();
        assertThat(admin.page().getByText("Lượt chạy quy trình đang chạy")).isVisible();
        assertThat(admin.page().locator(".tk-first-page")).hasCount(0);
    }

    @Test
    void everyTableIsSavedAsTheViewHasIt() throws IOException {
        var leader = oversee("ubnd.head", 1400, 900).open("/ke-hoach?muc=tong-quan&unit=cua-can" + QUARTER);

        var text = saved(leader, "Tải .csv: Việc của từng đơn vị so với hạn");
        assertThat(text.suggestedFilename()).isEqualTo("269-kh-ubnd-2021_2025-04-01_2025-06-30_units.csv");
        assertThat(Files.readString(text.path(), StandardCharsets.UTF_8)).contains("UBND xã Cửa Cạn;0;0;1;1;2;0;0");
        var workbook = saved(leader, "Tải .xlsx: Việc của từng đơn vị so với hạn");
        assertThat(workbook.suggestedFilename()).endsWith("_units.xlsx");
        assertThat(Files.readAllBytes(workbook.path())).startsWith('P', 'K');
        for (var section : new String[] {"ma-tran", "lich", "kiem-tra", "bao-cao", "dong-thoi-gian"}) {
            leader.open("/ke-hoach?muc=" + section + QUARTER);
            var tables = leader.main().locator("table").count();
            assertThat(leader.main().locator(".tk-saving")).hasCount(tables);
        }
    }

    private static Download saved(Cockpit cockpit, String link) {
        return cockpit.page()
                .waitForDownload(() -> cockpit.main().getByLabel(link).click());
    }

    @Test
    void whatIsAskedWronglyIsSaidAndStaysToBeMended() {
        var leader = oversee("ubnd.head", 1400, 900).open("/ke-hoach?muc=tong-quan&from=30/06/2025&to=01/04/2025");

        leader.sees("Ngày cuối phải từ ngày đầu 30/06/2025 trở đi, gặp 01/04/2025.");
        assertThat(leader.main().getByLabel("Từ ngày")).hasValue("30/06/2025");
        leader.type("Từ ngày", "01/01/2025").press("Xem");
        leader.sees("01/01/2025 – 01/04/2025");
        assertThat(leader.main().locator(".tk-tile").first()).isVisible();

        leader.open("/ke-hoach?muc=ma-tran&cot=thang&from=01/01/2021&to=31/12/2030");
        leader.sees("Kỳ này có 120 cột").select("Cột", "nam").sees("Năm 2030");
    }

    @Test
    void whoMayNotSeeFindsNeitherPageNorData() {
        var officer = oversee("phong-kinh-te.officer", 1400, 900);
        assertThat(officer.page().getByText("Bạn không có quyền mở trang này")).isVisible();

        var admin = oversee("admin", 1400, 900).open("/ke-hoach?muc=tong-quan" + QUARTER);

        admin.sees("Trang này dành cho người của các đơn vị thực hiện kế hoạch.");
        assertThat(admin.main().locator("section")).hasCount(0);
        assertThat(admin.menu()).contains("Lịch sử").doesNotContain("Kế hoạch");
        var head = oversee("phong-kinh-te.head", 1400, 900).open("/ke-hoach");
        assertThat(head.menu()).contains("Kế hoạch");
    }

    @Test
    void theTimelineShowsTenYears() {
        var leader = oversee("ubnd.head", 1400, 900).open("/ke-hoach?muc=dong-thoi-gian" + QUARTER);

        assertThat(leader.main().locator("tbody tr")).hasCount(40);
        assertThat(leader.main().locator("svg .tk-axis").allTextContents()).contains("2021", "2030");
        leader.follow("Quý III/2022").sees("01/07/2022 – 30/09/2022");
        assertThat(leader.main().locator(".tk-tile").first()).isVisible();
    }
}
