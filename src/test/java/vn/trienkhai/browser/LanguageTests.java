package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web applications speak Vietnamese to every browser, and English to one in which somebody chose it. */
class LanguageTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "tasklist, Việc của tôi, My tasks, Bắt đầu quy trình, Start process",
        "cockpit, Giám sát, Overview, Quy trình, Processes",
        "admin, Quản trị, Administration, Người dùng, Users",
        "welcome, Trang của tôi, My page, Ứng dụng, Applications"
    })
    void speaksVietnameseUntilSomebodyChoosesEnglish(
            String app, String name, String englishName, String word, String englishWord) {
        var page = stranger("en-US", 1400, 900);
        page.navigate(address("/camunda/app/" + app + "/default/"));

        signIn(page);
        assertThat(page).hasTitle(Pattern.compile("^Triển Khai – " + name + "( \\|.*)?$"));
        assertThat((String) page.evaluate("document.documentElement.lang")).isEqualTo("vi");
        language(page, "English");
        assertThat(page).hasTitle(Pattern.compile("^Triển Khai – " + englishName + "( \\|.*)?$"));
        assertThat((String) page.evaluate("document.documentElement.lang")).isEqualTo("en");
        assertThat(page.getByText(englishWord).first()).isAttached();

        language(page, "Tiếng Việt");

        assertThat(page).hasTitle(Pattern.compile("^Triển Khai – " + name + "( \\|.*)?$"));
        assertThat(page.getByText(word).first()).isAttached();
    }

    /** The calendar of the web applications themselves, which they know in English only. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void drawsCalendarsInVietnameseWithWeeksFromMonday(String app) {
        var page = stranger("en-US", 1400, 900);
        page.navigate(address("/camunda/app/" + app + "/default/"));
        signIn(page);
        assertThat(page.locator("[cam-widget-header] .account")).isVisible();

        var drawn = (String) page.evaluate("() => { const injector = angular.element(document.body).injector();"
                + " const scope = injector.get('$rootScope').$new();"
                + " scope.day = new Date(2026, 10, 23);"
                + " const drawn = injector.get('$compile')('<div uib-datepicker ng-model=\"day\"></div>')(scope);"
                + " scope.$digest();"
                + " return drawn.find('thead').text().replace(/\\s+/g, ' '); }");

        assertThat(drawn).contains("tháng 11 2026").contains("T2T3T4T5T6T7CN");
    }

    /** In Vietnamese whatever language was chosen: there is one guide. */
    @Test
    void theGuideIsOneClickAwayAndFitsAPhone() {
        var person = signIn("duong-dong.culture-officer");
        var page = person.page();
        page.getByText("Hướng dẫn", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasTitle("Hướng dẫn sử dụng – Triển Khai");
        page.getByText("16. Câu hỏi thường gặp").first().click();
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("16. Câu hỏi thường gặp")))
                .isInViewport();
        Accessibility.check(page, List.of("body"));
        page.setViewportSize(360, 740);
        page.navigate(page.url().replaceFirst("#.*", ""));
        person.screenshot("huong-dan-360");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);

        page.setViewportSize(1400, 900);
        page.navigate(address("/camunda/app/welcome/default/"));
        page.getByText("Hướng dẫn sử dụng").click();
        assertThat(page).hasURL(Pattern.compile(".*/trien-khai/huong-dan$"));
        assertThat(page.locator("h1")).hasText("Hướng dẫn sử dụng");
        assertThat(person.pageErrors()).isEmpty();
    }

    /** The application's own reading of the words comes late; what it asked for until then must not stay a key. */
    @Test
    void aSlowLineShowsWordsAndNoKeys() {
        var page = stranger("vi-VN", 1400, 900);
        page.navigate(address("/camunda/app/tasklist/default/"));
        signIn(page, "phong-vhtt.officer");
        assertThat(page.locator("[cam-widget-header] .account")).isVisible();
        var late = new ArrayList<Route>();
        page.route("**/locales/vi.json*", route -> {
            if (route.request().resourceType().equals("xhr")) {
                late.add(route);
            } else {
                route.resume();
            }
        });

        page.reload();

        assertThat(page.locator("[placeholder='Lọc việc']")).isVisible();
        assertThat(page.locator("body")).not().containsText("DUE_DATE");
        assertThat(late).isNotEmpty();
        late.forEach(Route::resume);
        assertThat(page.locator("ol.tasks-list")).containsText(Pattern.compile("(giây|phút) trước"));
    }

    /** Without it the loader gives up after seven seconds, and the page stays blank. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void aPartThatComesLateIsWaitedFor(String app) {
        var page = stranger("vi-VN", 1400, 900);
        page.navigate(address("/camunda/app/" + app + "/default/"));
        signIn(page);
        assertThat(page.locator("[cam-widget-header] .account")).isVisible();
        var late = new ArrayList<Route>();
        var asked = page.waitForRequest("**/app/plugin.js*", () -> {
            page.route("**/app/plugin.js*", late::add);
            page.clock().install();
            page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        });
        assertThat(asked.url()).contains("plugin.js");

        page.clock().fastForward(20_000);
        page.waitForCondition(() -> !late.isEmpty());
        late.forEach(Route::resume);
        page.unroute("**/app/plugin.js*");

        assertThat(page.locator("[cam-widget-header] .account")).isVisible();
    }

    private static void signIn(Page page) {
        signIn(page, "admin");
    }

    private static void signIn(Page page, String userId) {
        assertThat(page.locator("button[type=submit]")).hasText("Đăng nhập");
        page.getByLabel("Tên đăng nhập").fill(userId);
        page.getByLabel("Mật khẩu").fill("trienkhai");
        page.locator("button[type=submit]").click();
    }

    private static void language(Page page, String name) {
        page.locator("[cam-widget-header]")
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
