package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static void language(Page page, String name) {
        page.locator("[cam-widget-header]")
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
