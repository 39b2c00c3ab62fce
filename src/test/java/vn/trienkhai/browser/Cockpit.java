package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person in front of Cockpit and our pages in it. */
class Cockpit {

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final String userId;
    private final List<String> pageErrors = new ArrayList<>();

    Cockpit(Browser browser, String base, String userId, int width, int height) {
        this.base = base;
        this.userId = userId;
        context = browser.newContext(new NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onPageError(pageErrors::add);
        page.navigate(base + "/camunda/app/cockpit/default/");
        page.getByLabel("Tên đăng nhập").fill(userId);
        page.getByLabel("Mật khẩu").fill("trienkhai");
        page.locator("button[type=submit]").click();
    }

    /** Opens one of our pages by its address and waits until it has its data, or says why not. */
    Cockpit open(String address) {
        signedIn();
        page.navigate(base + "/camunda/app/cockpit/default/#" + address);
        assertThat(main()).isVisible();
        return read();
    }

    Cockpit signedIn() {
        assertThat(page.locator("[cam-widget-header] .account")).isAttached(); // folded away on a phone
        return this;
    }

    /** Waits until the page has read its data. */
    Cockpit read() {
        assertThat(main().locator(".tk-status")).not().hasText("Đang đọc dữ liệu…");
        return this;
    }

    Cockpit sees(String text) {
        assertThat(main().getByText(text).locator("visible=true").first()).isVisible();
        return this;
    }

    Cockpit type(String label, String text) {
        main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    Cockpit select(String label, String option) {
        main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).selectOption(option);
        return this;
    }

    Cockpit press(String button) {
        main().locator("button")
                .filter(new FilterOptions().setHasText(button))
                .first()
                .click();
        return this;
    }

    Cockpit follow(String link) {
        main().locator("a").filter(new FilterOptions().setHasText(link)).first().click();
        return this;
    }

    Locator main() {
        return page.locator("main.tk-cockpit");
    }

    /** Names in the menu, from left to right. */
    List<String> menu() {
        return page.locator("[cam-widget-header] li:visible > view a, [cam-widget-header] li:visible a:visible")
                .allInnerTexts();
    }

    Cockpit isAccessible() {
        return isAccessible("main.tk-cockpit");
    }

    /** Nothing of what axe-core calls serious or critical within the elements. */
    Cockpit isAccessible(String selector) {
        Accessibility.check(page, List.of(selector));
        return this;
    }

    /** No line is cut off and nothing has to be pushed sideways, except what scrolls by itself. */
    Cockpit fitsTheWidth() {
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => {"
                                                + " const main = document.querySelector('main.tk-cockpit');"
                                                + " return main.scrollWidth <= main.clientWidth && main.getBoundingClientRect().right <= innerWidth + 1; }"))
                .isTrue();
        return this;
    }

    Cockpit screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(Tasklist.SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    Page page() {
        return page;
    }

    /** Errors that scripts of the page threw. */
    List<String> pageErrors() {
        return List.copyOf(pageErrors);
    }

    /** Leaves the last screen behind, for whoever looks into a failure. */
    void close() {
        page.screenshot(
                new ScreenshotOptions().setPath(Path.of("target", "screens", "last-cockpit-" + userId + ".png")));
        context.close();
    }
}
