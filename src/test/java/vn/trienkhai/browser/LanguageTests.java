package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
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
        var page = browserSetTo("en-US");
        page.navigate(address("/camunda/app/" + app + "/default/"));

        assertThat(page.locator("button[type=submit]")).hasText("Đăng nhập");
        assertThat(page).hasTitle(Pattern.compile("^Triển Khai – " + name + "( \\|.*)?$"));
        assertThat((String) page.evaluate("document.documentElement.lang")).isEqualTo("vi");
        language(page, "English");
        assertThat(page.locator("button[type=submit]")).hasText("Log in");
        assertThat(page).hasTitle(Pattern.compile("^Triển Khai – " + englishName + "( \\|.*)?$"));
        assertThat((String) page.evaluate("document.documentElement.lang")).isEqualTo("en");
        page.locator("input[type=text]").first().fill("admin");
        page.locator("input[type=password]").fill("trienkhai");
        page.locator("button[type=submit]").click();
        assertThat(page.getByText(englishWord).first()).isAttached();

        language(page, "Tiếng Việt");

        assertThat(page).hasTitle(Pattern.compile("^Triển Khai – " + name + "( \\|.*)?$"));
        assertThat(page.getByText(word).first()).isAttached();
        page.context().close();
    }

    /** The calendar of the web applications themselves, which they know in English only. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void drawsCalendarsInVietnameseWithWeeksFromMonday(String app) {
        var page = browserSetTo("en-US");
        page.navigate(address("/camunda/app/" + app + "/default/"));
        assertThat(page.locator("button[type=submit]")).isVisible();

        var drawn = (String) page.evaluate("() => { const injector = angular.element(document.body).injector();"
                + " const scope = injector.get('$rootScope').$new();"
                + " scope.day = new Date(2026, 10, 23);"
                + " const drawn = injector.get('$compile')('<div uib-datepicker ng-model=\"day\"></div>')(scope);"
                + " scope.$digest();"
                + " return drawn.find('thead').text().replace(/\\s+/g, ' '); }");

        assertThat(drawn).contains("tháng 11 2026").contains("T2T3T4T5T6T7CN");
        page.context().close();
    }

    private static void language(Page page, String name) {
        page.locator("[cam-widget-header]")
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
