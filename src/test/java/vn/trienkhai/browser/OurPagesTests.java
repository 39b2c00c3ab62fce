package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own pages beside the web applications: by whoever uses them, at a desk and on a phone, with a screen reader. */
class OurPagesTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/trien-khai/tin-bao.html | Tin báo của tôi | tin-bao",
                "/trien-khai/van-ban.html | Sổ văn bản | so-van-ban",
                "/trien-khai/khong-co-trang-nay.html | Không có trang này | khong-co-trang",
                "/camunda/app/cockpit/default/ | Bạn không có quyền mở trang này | khong-co-quyen",
                "/viec/khong-phai-ma | Không có việc này | khong-co-viec"
            })
    void servesAnOfficerAtADeskAndOnAPhone(String path, String heading, String name) {
        var officer = signIn("y-te.officer");
        var page = officer.page();

        page.navigate(address(path));
        assertThat(page.locator("h1")).hasText(heading);
        assertThat((String) page.evaluate("document.documentElement.lang")).isEqualTo("vi");
        Accessibility.check(page, List.of("body"));
        page.setViewportSize(360, 740);
        officer.fitsTheWidth();
        Accessibility.check(page, List.of("body"));
        page.screenshot(new ScreenshotOptions().setPath(Tasklist.SCREENSHOTS.resolve(name + "-360.png")));
        assertThat(officer.pageErrors()).isEmpty();
    }

    @Test
    void theWelcomePageLeadsToOurPagesAndNotToForeignManuals() {
        var officer = signIn("y-te.officer");
        var page = officer.page();

        page.navigate(address("/camunda/app/welcome/default/"));
        assertThat(page.getByText("Tìm, xem và tải văn bản")).isVisible();
        assertThat(page.locator("a[href*='docs.camunda.org']")).hasCount(0);
        assertThat(page.locator(".small-screen-warning")).isHidden();
        page.setViewportSize(360, 740);
        officer.fitsTheWidth();
        page.locator("a").getByText("Văn bản").first().click();
        assertThat(page).hasURL(address("/trien-khai/van-ban.html"));
        assertThat(officer.pageErrors()).isEmpty();
    }

    /** Browsers would say it in their own language. */
    @Test
    void saysInVietnameseWhatIsMissingInAForeignBrowser() {
        var page = stranger("en-US", 1400, 900);
        page.navigate(address("/camunda/app/tasklist/default/"));
        page.locator("button[type=submit]").click();
        assertThat((String) page.getByLabel("Tên đăng nhập").evaluate("input => input.validationMessage"))
                .isEqualTo("Hãy nhập tên đăng nhập.");
        page.getByLabel("Tên đăng nhập").fill("y-te.head");
        assertThat((Boolean) page.getByLabel("Tên đăng nhập").evaluate("input => input.checkValidity()"))
                .isTrue();

        var head = oversee("y-te.head", 1400, 900).open("/ban-giao").press("Xem thử");
        assertThat((String) head.main().getByLabel("Người bàn giao").evaluate("input => input.validationMessage"))
                .isEqualTo("Hãy chọn một mục.");
    }
}
