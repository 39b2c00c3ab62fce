package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.access.AccountLocks;
import vn.trienkhai.access.OpenSessions;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;

/** Coming in, being kept out, leaving, and being signed out in the middle of work. */
class SignInTests extends BrowserTest {

    private static final String WRONG = "Tên đăng nhập hoặc mật khẩu không đúng.";

    @Autowired
    IdentityService identityService;

    @Autowired
    OpenSessions sessions;

    @Autowired
    Assignments assignments;

    @Autowired
    AccountLocks locks;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void leadsByKeyboardOnAPhoneToWhatWasAskedFor() {
        var errors = new ArrayList<String>();
        var page = stranger(360, 740);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.text());
            }
        });

        page.navigate(base() + "/trien-khai/tin-bao.html#setting");

        assertThat(page).hasTitle("Đăng nhập – Triển Khai");
        assertThat(page.getByLabel("Tên đăng nhập")).isFocused();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        page.screenshot(new ScreenshotOptions().setPath(Tasklist.SCREENSHOTS.resolve("dang-nhap.png")));
        page.keyboard().type("y-te.head");
        page.keyboard().press("Tab");
        page.keyboard().type("trienkhai");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Tin báo của tôi")).isVisible();
        assertThat(page.url()).isEqualTo(base() + "/trien-khai/tin-bao.html#setting");
        assertThat(errors).isEmpty();
    }

    @Test
    void neverLeadsToAnotherSite() {
        var page = stranger(900, 700);

        page.navigate(base() + "/dang-nhap?toi=" + "%2F%2Fevil.example%2Ftrien-khai");
        signIn(page, "y-te.head", "trienkhai");

        assertThat(page.locator(".tk-start-link")).isVisible();
        assertThat(page.url()).startsWith(base() + "/camunda/app/tasklist/default/");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnAccountThatThereIsNot() {
        var page = stranger(360, 740);
        page.navigate(base() + "/");

        signIn(page, "y-te.officer", "sai");
        assertThat(page.getByLabel("Mật khẩu")).isEmpty();
        var wrongPassword = page.getByRole(AriaRole.ALERT).innerText();
        signIn(page, "khong-co-ai", "sai");
        assertThat(page.getByLabel("Mật khẩu")).isEmpty();
        var noSuchAccount = page.getByRole(AriaRole.ALERT).innerText();

        assertThat(wrongPassword).startsWith(WRONG);
        assertThat(noSuchAccount).isEqualTo(wrongPassword);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(page.getByText("khong-co-ai")).hasCount(0);
    }

    @Test
    void makesWhoeverGuessesWait() {
        for (var account : List.of("van-hoa-xa-hoi.ai-do", "tu-phap.officer")) {
            var page = stranger(900, 700);
            page.navigate(base() + "/dang-nhap");
            for (int guess = 1; guess <= 5; guess++) {
                signIn(page, account, "doan-" + guess);
                assertThat(page.getByLabel("Mật khẩu")).isEmpty();
                assertThat(page.getByText(WRONG)).isVisible();
            }
            signIn(page, account, "trienkhai");
            assertThat(page.getByText("Đăng nhập sai quá nhiều lần nên tạm dừng."))
                    .isVisible();
            assertThat(page.getByText(Pattern.compile("Hãy thử lại sau \\d+ giây\\.")))
                    .isVisible();
        }
    }

    @Test
    void keepsALockedAccountOutUntilItIsUnlocked() {
        for (int guess = 1; guess <= 10; guess++) {
            identityService.checkPassword("tu-phap.deputy", "doan-" + guess);
        }
        var page = stranger(900, 700);
        page.navigate(base() + "/dang-nhap");

        signIn(page, "tu-phap.deputy", "trienkhai");
        assertThat(page.getByText("Tài khoản cũng có thể đang bị khóa")).isVisible();

        identityService.unlockUser("tu-phap.deputy");
        signIn(page, "tu-phap.deputy", "trienkhai");
        assertThat(page.locator(".tk-start-link")).isVisible();
    }

    @Test
    void endsTheOneSessionWithTheWebappsOwnSignOut() {
        var tasklist = signIn("y-te.head");
        var page = tasklist.page();
        var other = page.context().newPage();
        other.navigate(base() + "/trien-khai/tin-bao.html");
        assertThat(other.getByText("Tin báo của tôi")).isVisible();

        page.locator("[cam-widget-header] .account .dropdown-toggle").click();
        page.getByText("Đăng xuất", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.getByText("Bạn đã đăng xuất.")).isVisible();
        for (var path : List.of(
                "/camunda/app/cockpit/default/", "/camunda/app/tasklist/default/", "/trien-khai/tin-bao.html")) {
            other.navigate(base() + path);
            assertThat(other).hasTitle("Đăng nhập – Triển Khai");
        }
        assertThat(tasklist.pageErrors()).isEmpty();
    }

    @Test
    void losesNothingTypedWhenTheSessionEndsInTheMiddleOfAForm() {
        var subject = "KT-1b – hết phiên giữa biểu mẫu";
        var duty = assignments.open(order(subject), "phong-vhtt.head");
        var head = signIn("phong-kinh-te.head");
        var page = head.page();
        head.open(subject).choose("Không nhận").type("reason", "Việc thuộc Phòng Tài nguyên");

        sessions.endOf("phong-kinh-te.head");
        page.locator("[cam-tasklist-form] button:has-text('Hoàn thành')").last().click();

        var dialog = page.locator("dialog");
        assertThat(dialog.getByText("Phiên làm việc đã hết")).isVisible();
        assertThat(new AxeBuilder(page).include("dialog").analyze().getViolations())
                .isEmpty();
        head.screenshot("het-phien");
        var window = page.waitForPopup(() -> dialog.getByRole(AriaRole.BUTTON).click());
        signIn(window, "phong-kinh-te.head", "trienkhai");

        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".task-card h2.task").filter(new Locator.FilterOptions().setHasText(subject)))
                .isHidden();
        assertThat(window.isClosed()).isTrue();
        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.REFUSED);
        assertThat(assignments.historyOf(duty))
                .anySatisfy(event -> assertThat(event.why()).hasValue("Việc thuộc Phòng Tài nguyên"));
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void losesNothingTypedInAStartFormOnAPhone() {
        var head = signIn("lao-dong-tbxh.head", 360, 740);
        var page = head.page();
        head.startProcess("Vắng mặt, bàn giao")
                .choose("Nghỉ phép, đi vắng")
                .select("substitute", "Phó Trưởng phòng LĐ-TB&XH")
                .type("firstDay", "05/01/2032")
                .type("lastDay", "09/01/2032")
                .type("reason", "Nghỉ phép năm, hết phiên giữa chừng");

        sessions.endOf("lao-dong-tbxh.head");
        page.locator(".modal-footer button:has-text('Bắt đầu')").click();

        var dialog = page.locator("dialog");
        assertThat(dialog.getByText("Những gì bạn đã nhập vẫn còn trên trang này."))
                .isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        head.screenshot("het-phien-360");
        var window = page.waitForPopup(() -> dialog.getByRole(AriaRole.BUTTON).click());
        signIn(window, "lao-dong-tbxh.head", "trienkhai");

        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".modal-dialog")).isHidden();
        assertThat(jdbc.queryForList("select reason from absence where person = 'lao-dong-tbxh.head'", String.class))
                .containsExactly("Nghỉ phép năm, hết phiên giữa chừng");
        assertThat(head.pageErrors()).isEmpty();
    }

    @Test
    void showsWhereSomebodyIsSignedInAndEndsTheOthers() {
        var forgotten = signIn("giao-duc-dao-tao.officer");
        var page = signIn("giao-duc-dao-tao.officer", 1400, 900).page();
        page.navigate(base() + "/trien-khai/tin-bao.html");
        page.getByText("Nơi tôi đang đăng nhập").click();

        assertThat(page.locator("li")).hasCount(2);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.screenshot(new ScreenshotOptions().setPath(Tasklist.SCREENSHOTS.resolve("noi-dang-nhap.png")));
        page.setViewportSize(360, 740);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        page.screenshot(new ScreenshotOptions().setPath(Tasklist.SCREENSHOTS.resolve("noi-dang-nhap-360.png")));
        page.getByLabel("Mật khẩu").fill("trienkhai");
        page.locator("button[type=submit]").click();

        assertThat(page.getByText("Đã đăng xuất 1 phiên khác.")).isVisible();
        assertThat(page.locator("li")).hasCount(1);
        forgotten.page().reload();
        assertThat(forgotten.page()).hasTitle("Đăng nhập – Triển Khai");
    }

    @Test
    void tellsWhoeverIsLockedMeanwhileWhy() {
        var person = signIn("thanh-tra.officer");
        var page = person.page();
        locks.lock("thanh-tra.officer", "Chuyển công tác", "admin");
        try {
            page.navigate(base() + "/camunda/app/tasklist/default/");

            assertThat(page).hasTitle("Đăng nhập – Triển Khai");
            assertThat(page.getByRole(AriaRole.ALERT))
                    .hasText("Tài khoản này đã bị khóa: hãy liên hệ người quản trị của đơn vị.");
            person.screenshot("da-khoa");
            page.setViewportSize(360, 740);
            person.screenshot("da-khoa-360");
            signIn(page, "thanh-tra.officer", "trienkhai");
            assertThat(page.getByText("Tài khoản cũng có thể đang bị khóa")).isVisible();
            person.screenshot("sai-mat-khau-360");
        } finally {
            locks.unlock("thanh-tra.officer", "hết kiểm thử", "admin");
        }
    }

    @Test
    void givesAFormToNobodyElseWhoSignsInThere() {
        var subject = "KT-1b – người khác đăng nhập";
        var duty = assignments.open(order(subject), "phong-vhtt.head");
        var head = signIn("phong-kinh-te.head");
        var page = head.page();
        head.open(subject).choose("Nhận việc");

        page.context().clearCookies();
        page.locator("[cam-tasklist-form] button:has-text('Hoàn thành')").last().click();
        var window = page.waitForPopup(
                () -> page.locator("dialog").getByRole(AriaRole.BUTTON).click());
        signIn(window, "phong-kinh-te.deputy", "trienkhai");

        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator(".tk-start-link")).isVisible();
        assertThat(assignments.historyOf(duty)).hasSize(1);
    }

    private static void signIn(Page page, String userId, String password) {
        page.getByLabel("Tên đăng nhập").fill(userId);
        page.getByLabel("Mật khẩu").fill(password);
        page.locator("button[type=submit]").click();
    }

    private static AssignmentOrder order(String subject) {
        return new AssignmentOrder(
                "269-kh-ubnd-2021",
                "KT-1b",
                new Origin("test", UUID.randomUUID().toString()),
                "phong-kinh-te",
                "phong-vhtt",
                subject,
                null,
                LocalDate.of(2030, 12, 31),
                null);
    }
}
