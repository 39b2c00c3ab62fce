package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import org.junit.jupiter.api.Test;

/** The section "Lịch thời hạn" of the page "Tin báo", on a phone and by keyboard. */
class CalendarFeedPageTests extends BrowserTest {

    @Test
    void anAddressIsMadeReplacedAndRevokedByKeyboardOnAPhone() {
        var head = signIn("tu-phap.head");
        var page = head.page();
        page.setViewportSize(360, 740);
        page.onDialog(Dialog::accept);
        page.navigate(page.url().replaceFirst("/camunda/.*", "/trien-khai/tin-bao.html"));
        var mine = page.locator("#lich li[data-owner=PERSON]");
        assertThat(page.locator("#lich h2")).hasText("Lịch thời hạn");
        assertThat(mine).containsText("Lịch của tôi: Trưởng phòng Tư pháp");
        assertThat(mine).containsText("Chưa có địa chỉ.");
        assertThat(page.locator("#lich li")).hasCount(2);

        mine.getByText("Tạo địa chỉ").press("Enter");
        var address = mine.locator("input");
        assertThat(address).isFocused();
        assertThat(mine).containsText("Chưa được đọc lần nào.");
        var first = address.inputValue();
        assertThat(first).matches("http://localhost:8080/lich/[A-Za-z0-9_-]{43}\\.ics");
        address.press("Tab");
        assertThat(mine.getByText("Chép địa chỉ")).isFocused();
        page.keyboard().press("Space");
        assertThat(page.locator("#lich [role=status]")).containsText("chép");
        page.screenshot(new ScreenshotOptions()
                .setPath(Tasklist.SCREENSHOTS.resolve("lich-thoi-han.png"))
                .setFullPage(true));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);

        page.reload();
        assertThat(mine.locator("input")).hasCount(0);
        mine.getByText("Tạo địa chỉ mới").press("Enter");
        assertThat(address).isFocused();
        assertThat(address.inputValue()).isNotEqualTo(first);

        mine.getByText("Thu hồi").press("Enter");
        assertThat(mine).containsText("Chưa có địa chỉ.");
        assertThat(page.locator("#lich button").filter(new FilterOptions().setHasText("Thu hồi")))
                .hasCount(0);
        assertThat(head.pageErrors()).isEmpty();
    }
}
