package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.Desk;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;

/** The task list with its cards and counts, the case file, the page to start from: at a desk, on a phone, by keyboard. */
class WorkInTasklistTests extends BrowserTest {

    private static final String PLAN = "269-kh-ubnd-2021";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Assignments assignments;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Clock clock;

    @Test
    void cardsSayUnitClauseAndDeadlineTheMostUrgentFirst() {
        open("tu-phap", "Giới thiệu báo cáo viên", null);
        open("tu-phap", "Cung cấp điển hình tiên tiến", LocalDate.of(2030, 12, 31));
        open("tu-phap", "Rà soát danh sách mô hình", today());
        open("tu-phap", "Báo số liệu quý III", today().minusDays(30));

        var head = signIn("tu-phap.head");
        var cards = head.page().locator(".tasks-list li.task");
        assertThat(cards).hasCount(4);
        assertThat(cards.locator("h4")).hasText(new Pattern[] {
            name("Báo số liệu quý III"),
            name("Rà soát danh sách mô hình"),
            name("Cung cấp điển hình tiên tiến"),
            name("Giới thiệu báo cáo viên")
        });
        assertThat(cards.locator(".tk-timing")).hasText(new Pattern[] {
            Pattern.compile("⚠ Quá hạn \\d+ ngày làm việc"),
            // on a day off, what is due today may still be done on the next working day
            Pattern.compile("● Sắp đến hạn, (hôm nay là ngày cuối cùng|còn 1 ngày làm việc)"),
            Pattern.compile("Trong hạn, còn \\d+ ngày làm việc"),
            Pattern.compile("Không hạn")
        });
        assertThat(cards.nth(2)).containsText("hạn 31/12/2030");
        assertThat(cards.nth(2)).containsText("Phòng Tư pháp");
        assertThat(cards.nth(2)).containsText("Kế hoạch 269/KH-UBND, mục III.2");
        assertThat(head.page().locator(".tk-counts li"))
                .hasText(new String[] {"⚠ quá hạn 1", "● sắp đến hạn 1", "trong hạn 1", "không hạn 1"});
        cards.nth(0).click();
        assertThat(head.page().locator("[cam-tasklist-form] form")).isVisible();
        head.screenshot("danh-sach-viec");
        Accessibility.check(
                head.page(), List.of(".tasks-list", ".task-filters", ".task-details", "[cam-widget-header]"));
        assertThat(head.pageErrors()).isEmpty();
    }

    /** Somebody else of the unit takes a task, another one comes: the list and its counts tell without reloading. */
    @Test
    void listAndCountsFollowWhatOthersDo() {
        var desk = new Desk(engine);
        var first = open("noi-vu", "Rà soát danh mục", LocalDate.of(2030, 12, 31));
        var head = signIn("noi-vu.head");
        var counts = head.page().locator(".tk-counts li");
        assertThat(counts).hasText(new String[] {"quá hạn 0", "sắp đến hạn 0", "trong hạn 1", "không hạn 0"});

        open("noi-vu", "Báo số liệu", null);
        assertThat(counts).hasText(new String[] {"quá hạn 0", "sắp đến hạn 0", "trong hạn 1", "không hạn 1"});
        engine.getTaskService()
                .claim(desk.task(first, "UserTask_ConfirmReceipt").getId(), "noi-vu.deputy");

        assertThat(head.page().locator(".tasks-list li.task")).hasCount(1);
        assertThat(counts).hasText(new String[] {"quá hạn 0", "sắp đến hạn 0", "trong hạn 0", "không hạn 1"});
        head.page().locator(".task-filters a").getByText("Việc của đơn vị").click();
        assertThat(head.page()
                        .locator(".tasks-list li.task")
                        .filter(new FilterOptions().setHasText("Rà soát danh mục")))
                .containsText("Phó Trưởng phòng Nội vụ");
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void aListIsSearchedWithoutDiacritics() {
        open("thanh-tra", "Giới thiệu báo cáo viên", LocalDate.of(2030, 12, 31));
        open("thanh-tra", "Treo băng rôn đường 30/4", today().minusDays(30));
        var head = signIn("thanh-tra.head");
        var search = head.page().getByLabel("Tìm trong danh sách này, gõ không dấu cũng được");
        var hits = head.page().locator(".tk-find li");

        search.fill("duong bang ron");
        assertThat(hits).hasCount(1);
        assertThat(hits).containsText("Nhận việc: Treo băng rôn đường 30/4");
        assertThat(hits).containsText("⚠ Quá hạn");
        assertThat(head.page().locator(".tk-find [role=status]")).hasText("1 việc");
        Accessibility.check(head.page(), List.of(".tk-find"));
        head.screenshot("tim-trong-danh-sach");
        search.press("Tab");
        head.page().keyboard().press("Enter");
        assertThat(head.page().locator(".task-card h2.task")).containsText("Treo băng rôn đường 30/4");

        search.fill("khong co");
        assertThat(head.page().locator(".tk-find [role=status]"))
                .hasText("Không có việc nào như vậy trong danh sách này.");
        assertThat(hits).hasCount(0);
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void theCaseFileTellsWhatThePieceOfWorkHasBeenThrough() {
        var desk = new Desk(engine);
        var duty = handedOut(desk, "phong-kinh-te", "KT-2a", "Băng rôn quý IV", "phong-kinh-te.officer");
        desk.as("phong-kinh-te.officer").complete(desk.task(duty, "UserTask_ChooseContent"), Map.of("act", "WRITE"));
        desk.as("phong-kinh-te.officer").complete(desk.task(duty, "UserTask_DraftContent"), draft("Nuôi cá lồng bè"));
        desk.as("phong-kinh-te.head")
                .complete(
                        desk.task(duty, "UserTask_CheckContent"),
                        Map.of("passed", false, "remark", "Ghi thêm địa chỉ"));
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(duty, "UserTask_DraftContent"), draft("Nuôi cá lồng bè bền vững"));

        var head = signIn("phong-kinh-te.head").open("Duyệt nội dung");
        Accessibility.check(head.page(), List.of("[cam-tasklist-form]"));
        head.tab("Hồ sơ");
        var file = head.page().locator(".tk-case-file");
        for (var heading : List.of(
                "Kế hoạch và điều khoản",
                "Ai đang chờ ai",
                "Diễn biến việc giao",
                "Các bước đã qua",
                "Các bản nội dung (2)",
                "Ý kiến duyệt",
                "Ý kiến trao đổi")) {
            assertThat(file.locator("h3").filter(new FilterOptions().setHasText(heading)))
                    .isVisible();
        }
        assertThat(file).containsText("Kế hoạch 269/KH-UBND, mục III.2");
        assertThat(file).containsText("Phòng Văn hóa và Thông tin chờ Phòng Kinh tế");
        assertThat(file).containsText("(việc đang mở)");
        assertThat(file).containsText("Bản 1: Nuôi cá lồng bè");
        assertThat(file).containsText("Ghi thêm địa chỉ");
        head.screenshot("ho-so");
        Accessibility.check(head.page(), List.of(".tk-case-file"));

        head.page().getByLabel("Thêm ý kiến").fill("Đã gọi cho Trung tâm");
        head.page().locator(".tk-comment button").click();
        assertThat(file).containsText("Đã gọi cho Trung tâm");
        assertThat(file).containsText("Trưởng phòng Kinh tế");
        assertThat(head.page().getByLabel("Thêm ý kiến")).hasValue("");
        head.tab("Sơ đồ");
        assertThat(head.page().locator(".djs-element.highlight[data-element-id=UserTask_CheckContent]"))
                .isAttached();
        head.screenshot("so-do");
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void thePageToStartFromOffersWhatThePersonMayStart() {
        var lead = signIn("phong-vhtt.head").showStart();
        assertThat(lead.page().locator(".tk-start li a").allInnerTexts())
                .contains("Yêu cầu báo cáo", "Chương trình công tác", "Chương trình kiểm tra");
        Accessibility.check(lead.page(), List.of(".tk-start"));
        lead.screenshot("bat-dau");

        var officer = signIn("duong-dong.officer").showStart();
        var offered = officer.page().locator(".tk-start li a");
        assertThat(offered.allInnerTexts())
                .contains("Soạn và duyệt nội dung", "Xin gia hạn")
                .doesNotContain("Yêu cầu báo cáo", "Chương trình công tác");
        officer.page().locator("#tk-start-search").fill("dinh chinh");
        assertThat(offered)
                .hasText(new String[] {"Đính chính, thu hồi nội dung", "Thay thế, đính chính, thu hồi văn bản"});
        offered.first().click();
        assertThat(officer.page().locator(".modal-dialog form[name=form]")).isVisible();
        assertThat(officer.pageErrors()).isEmpty();
    }

    @Test
    void aCommuneOfficerPhotographsABannerWithAPhone() {
        var desk = new Desk(engine);
        var content = desk.as("duong-dong.culture-officer")
                .start("content-production", Map.of("act", "WRITE", "plan", PLAN))
                .getBusinessKey();
        desk.as("duong-dong.culture-officer")
                .complete(desk.task(content, "UserTask_DraftContent"), draft("Chợ không túi ni lông"));
        desk.as("duong-dong.head").complete(desk.task(content, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("duong-dong.officer").complete(desk.task(content, "UserTask_CheckForm"), Map.of("passed", true));
        desk.as("duong-dong.deputy").complete(desk.task(content, "UserTask_ApproveContent"), Map.of("passed", true));
        var duty = handedOut(desk, "duong-dong", "XP-1", "Băng rôn ở chợ", "duong-dong.culture-officer");
        desk.as("duong-dong.culture-officer")
                .complete(desk.task(duty, "UserTask_ChooseContent"), Map.of("act", "USE", "content", content));
        desk.as("duong-dong.culture-officer")
                .complete(
                        desk.task(duty, "UserTask_ChooseChannels"),
                        Map.of("runs", List.of(Map.of("channel", "KENH-07"))));

        var officer = signIn("duong-dong.culture-officer", 360, 740);
        assertThat(officer.page().locator(".tasks-list li.task .tk-timing").first())
                .isVisible();
        officer.fitsTheWidth().screenshot("danh-sach-viec-360");
        officer.open("Thực hiện trên kênh").choose("Đã thực hiện");
        officer.type("from", "20/11/2026").type("measures.BANNERS", "3").fitsTheWidth();
        var held = new AtomicReference<Route>();
        officer.page().route("**/api/attachments", held::set);
        officer.page()
                .locator("form[name=form] input.tk-camera")
                .setInputFiles(new FilePayload("băng rôn.png", "image/png", PNG));
        assertThat(officer.page().locator(".tk-file progress")).isVisible();
        held.get().resume();
        assertThat(officer.page().locator(".tk-file-state")).hasText("đã tải lên");
        Accessibility.check(officer.page(), List.of("[cam-tasklist-form]"));
        officer.page().locator(".tk-upload").scrollIntoViewIfNeeded();
        officer.fitsTheWidth().screenshot("thuc-hien-tren-kenh-360");
        officer.complete();

        officer.open("Trình kết quả").tab("Hồ sơ");
        var file = officer.page().locator(".tk-case-file");
        assertThat(file).containsText("băng rôn.png");
        assertThat(file).containsText("Số băng rôn: 3");
        officer.fitsTheWidth().screenshot("ho-so-360");
        Accessibility.check(officer.page(), List.of(".tk-case-file"));
        officer.page().locator(".tk-way-back").click();
        assertThat(officer.page().locator(".tasks-list .task").first()).isVisible();
        officer.showStart().fitsTheWidth().screenshot("bat-dau-360");
        assertThat(officer.pageErrors()).isEmpty();
    }

    @Test
    void aTaskIsDoneByKeyboardAlone() {
        open("y-te", "Bằng bàn phím", LocalDate.of(2030, 12, 31));
        var head = signIn("y-te.head");
        var page = head.page();
        assertThat(page.locator(".tasks-list li.task .tk-timing")).isVisible();

        tabTo(page, ".tasks-list li.task h4 a");
        page.keyboard().press("Enter");
        assertThat(page.locator("[cam-tasklist-form] form")).isVisible();
        tabTo(page, ".claim");
        page.keyboard().press("Enter");
        assertThat(page.locator(".claim")).isHidden();
        tabTo(page, "form[name=form] input[type=radio]");
        page.keyboard().press("Space");
        assertThat(page.locator("form[name=form] input[type=radio]").first()).isChecked();
        tabTo(page, "[cam-tasklist-form] .btn-primary");
        page.keyboard().press("Enter");

        assertThat(page.locator(".tasks-list h4").filter(new FilterOptions().setHasText("Phân công cán bộ")))
                .isVisible();
        assertThat(head.pageErrors()).isEmpty();
    }

    /** Presses the tab key until the first such element has the focus. */
    private static void tabTo(Page page, String selector) {
        for (int pressed = 0; pressed < 80; pressed++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tab key does not reach " + selector);
    }

    private static Pattern name(String subject) {
        return Pattern.compile("Nhận việc: " + subject);
    }

    private String open(String unit, String subject, LocalDate due) {
        return open(unit, "KT-1b", subject, due, null);
    }

    private String open(String unit, String duty, String subject, LocalDate due, String workProcess) {
        return assignments
                .open(
                        new AssignmentOrder(
                                PLAN,
                                duty,
                                new Origin("test", UUID.randomUUID().toString()),
                                unit,
                                "phong-vhtt",
                                subject,
                                "Treo ở nơi đông người qua lại",
                                due,
                                workProcess),
                        "phong-vhtt.head")
                .toString();
    }

    private String handedOut(Desk desk, String unit, String duty, String subject, String officer) {
        var id = open(unit, duty, subject, LocalDate.of(2030, 12, 31), "unit-campaign");
        desk.as(unit + ".head").complete(desk.task(id, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head").complete(desk.task(id, "UserTask_HandOut"), Map.of("officers", List.of(officer)));
        return id;
    }

    private static Map<String, Object> draft(String title) {
        return Map.of(
                "act", "HAND_IN",
                "title", title,
                "topic", "ND-3",
                "formOfWork", "HT-2",
                "audiences", List.of("DT-04"),
                "channels", List.of("KENH-07"),
                "scope", "UNIT",
                "text", "Hộ nuôi giảm mật độ lồng, thu gom thức ăn thừa.");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
