package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.Desk;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;

/** Managers look up history, search tasks, read the log, see the heat and hand work over, at a desk and on a phone. */
class OperationInCockpitTests extends BrowserTest {

    private static final String FINISHED = "Mô hình sản xuất bền vững";
    private static final String OPEN = "Danh sách hộ sản xuất giỏi";

    @Autowired
    Assignments assignments;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void someWorkIsDoneAndSomeIsOpen() {
        if (!assignments.ofUnit("phong-kinh-te", "269-kh-ubnd-2021").isEmpty()) {
            return;
        }
        var desk = new Desk(engine);
        var finished = handedOut(desk, "phong-kinh-te", FINISHED, "phong-kinh-te.officer");
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(finished, "UserTask_SubmitResult"), Map.of("result", "Đã gửi danh sách mô hình"));
        desk.as("phong-vhtt.officer").complete(desk.task(finished, "UserTask_ReviewResult"), Map.of("accepted", true));
        handedOut(desk, "duong-dong", OPEN, "duong-dong.culture-officer");
        handedOut(desk, "duong-dong", "Treo băng rôn", "duong-dong.culture-officer");
    }

    private String handedOut(Desk desk, String unit, String subject, String officer) {
        var duty = assignments
                .open(
                        new AssignmentOrder(
                                "269-kh-ubnd-2021",
                                "KT-1b",
                                new Origin("test", UUID.randomUUID().toString()),
                                unit,
                                "phong-vhtt",
                                subject,
                                "Cung cấp thông tin",
                                LocalDate.of(2030, 12, 31),
                                null),
                        "phong-vhtt.head")
                .toString();
        desk.as(unit + ".head").complete(desk.task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head").complete(desk.task(duty, "UserTask_HandOut"), Map.of("officers", List.of(officer)));
        return duty;
    }

    @Test
    void aLeaderSearchesTasksByKeyboardAndSendsTheAddress() throws IOException {
        var leader = oversee("ubnd.head", 1400, 900).open("/tim-viec");

        leader.main().getByLabel("Từ trong tên việc, người, quy trình").fill("ho san xuat gioi");
        leader.page().keyboard().press("Enter");

        leader.sees("Trình kết quả: " + OPEN).sees("Đang xem việc từ 1 đến 1.");
        assertThat(leader.page()).hasURL(Pattern.compile(".*#/tim-viec\\?.*text=ho%20san%20xuat%20gioi.*"));
        assertThat(leader.main().getByRole(AriaRole.COLUMNHEADER)).hasCount(9);
        leader.isAccessible().screenshot("tim-viec");
        var file = leader.page()
                .waitForDownload(() ->
                        leader.main().getByLabel("Tải .csv: Việc tìm thấy").click());
        assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                .contains("Trình kết quả: " + OPEN + ";Thực hiện việc được giao;");
        leader.open("/tim-viec?state=DONE&text=mo+hinh").sees("Xong đúng hạn");
        assertThat(leader.main().getByLabel("Trạng thái")).hasValue("DONE");
        assertThat(leader.pageErrors()).isEmpty();
    }

    @Test
    void aHeadOnAPhoneSeesTheOwnUnitOnly() {
        var head = oversee("duong-dong.head", 360, 740).open("/tim-viec");

        head.sees("Trình kết quả: " + OPEN).fitsTheWidth().isAccessible();
        assertThat(head.main().getByLabel("Đơn vị").locator("option")).hasCount(2);
        head.main().locator(".tk-table").scrollIntoViewIfNeeded();
        head.screenshot("tim-viec-360");
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void anOfficerIsNotLetIn() {
        var officer = oversee("phong-kinh-te.officer", 1400, 900);

        assertThat(officer.page().getByText("Bạn không có quyền mở trang này")).isVisible();
    }

    @Test
    void theLeadAgencyReadsWhatHappenedAndWhichWayItWent() {
        var lead = oversee("phong-vhtt.head", 1400, 900).open("/lich-su");
        lead.screenshot("lich-su-tim");

        lead.type("Từ trong nội dung công việc", "mo hinh san xuat").press("Tìm");
        lead.read().follow(FINISHED).sees("Ai làm gì, lúc nào");

        lead.sees("Đã gửi danh sách mô hình").sees("Chấp nhận kết quả").sees("cung cấp thông tin");
        var canvas = lead.main().locator(".tk-canvas");
        assertThat(canvas.locator(".djs-connection.tk-taken").first()).isAttached();
        assertThat(canvas.locator("[data-element-id=UserTask_HandOut].tk-taken"))
                .isAttached();
        assertThat(canvas.locator("[data-element-id=UserTask_DecideRefusal].tk-taken"))
                .hasCount(0);
        lead.isAccessible().screenshot("lich-su");
        lead.page().setViewportSize(360, 740);
        lead.fitsTheWidth().isAccessible().screenshot("lich-su-360");
        assertThat(lead.pageErrors()).isEmpty();
    }

    @Test
    void anAdministratorReadsWhoChangedWhatAndOtherHeadsDoNot() {
        var admin = oversee("admin", 1400, 900).open("/nhat-ky");

        admin.sees("Giao việc").isAccessible().screenshot("nhat-ky");
        admin.select("Người", "phong-kinh-te.head").press("Tìm");
        admin.read().sees("Trưởng phòng Kinh tế");
        assertThat(admin.menu()).contains("Lịch sử", "Tìm việc", "Bàn giao", "Nhật ký");
        admin.page().setViewportSize(360, 740);
        admin.fitsTheWidth().isAccessible().screenshot("nhat-ky-360");
        var head = oversee("phong-kinh-te.head", 1400, 900).open("/nhat-ky");

        head.sees("Chỉ người quản trị, lãnh đạo Ủy ban nhân dân và lãnh đạo Văn phòng xem được nhật ký thao tác.");
        assertThat(head.menu()).contains("Lịch sử", "Tìm việc", "Bàn giao").doesNotContain("Nhật ký");
    }

    @Test
    void aHeadSeesWhatWouldMoveThenHandsItOver() {
        var head = oversee("duong-dong.head", 1400, 900).open("/ban-giao");

        head.select("Người bàn giao", "duong-dong.culture-officer")
                .select("Người nhận (cùng đơn vị)", "duong-dong.officer")
                .press("Xem thử");
        head.sees("Xem thử: 2 việc sẽ chuyển, 0 việc ở lại. Chưa thay đổi gì.").sees("Đổi người được phân công");
        head.isAccessible().screenshot("ban-giao");
        head.page().setViewportSize(360, 740);
        head.fitsTheWidth().isAccessible().screenshot("ban-giao-360");
        head.page().setViewportSize(1400, 900);
        head.type("Lý do bàn giao", "Chuyển công tác").press("Bàn giao 2 việc");

        head.sees("Đã bàn giao 2 việc");
        assertThat(assignments.ofUnit("duong-dong", "269-kh-ubnd-2021"))
                .allSatisfy(one -> assertThat(one.officers()).containsExactly("duong-dong.officer"));
        head.open("/tim-viec").open("/ban-giao").sees("Chuyển công tác").screenshot("ban-giao-xong");
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void theHeatSaysInNumbersWhereTheWorkIsAndHowLongItTakes() {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("duty-assignment")
                .latestVersion()
                .singleResult()
                .getId();
        var leader = oversee("ubnd.head", 1400, 900).signedIn();
        leader.page().navigate(leader.page().url().split("#")[0] + "#/process-definition/" + definition + "/runtime");

        assertThat(leader.page()
                        .getByText(Pattern.compile("^\\s*\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}:\\d{2}\\s*$"))
                        .first())
                .isVisible();
        assertThat(leader.page().getByText(Pattern.compile("\\d{4}-\\d{2}-\\d{2}T")))
                .hasCount(0);
        var heat = leader.page().locator(".tk-heat");
        heat.getByLabel("Nhiệt").selectOption(new SelectOption().setLabel("Số lần"));
        assertThat(heat.locator(".tk-legend li")).hasText(new String[] {"1 lần", "2 lần", "3 lần"});
        assertThat(leader.page().locator(".tk-badge-heat").first()).isVisible();
        leader.isAccessible(".tk-heat").screenshot("nhiet");
        heat.getByLabel("Nhiệt").selectOption(new SelectOption().setLabel("Ngày làm việc trung bình"));
        leader.page()
                .locator("a", new Page.LocatorOptions().setHasText("Số lần, thời gian"))
                .click();
        assertThat(leader.page().getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("Trình kết quả")))
                .isVisible();
        leader.screenshot("nhiet-bang");
        assertThat(leader.pageErrors()).isEmpty();
    }
}
