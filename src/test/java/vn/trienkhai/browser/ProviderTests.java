package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** Signing in and out at a real OpenID Connect provider, as a browser sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("oidc")
class ProviderTests extends BrowserTest {

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final ConfigurableApplicationContext PROVIDER = OidcServer.start("http://localhost:" + PORT);

    @Autowired
    IdentityService identityService;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("plan.access.directory.groups.[Trưởng phòng Y tế]", () -> "y-te.head");
        registry.add("OIDC_ISSUER", () -> OidcServer.issuerOf(PROVIDER));
        registry.add("OIDC_CLIENT_ID", () -> OidcServer.CLIENT);
        registry.add("OIDC_CLIENT_SECRET", () -> OidcServer.SECRET);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void leadsThroughTheProviderToWhatWasAskedForAndOutOfBoth() {
        var page = stranger(1200, 800);

        page.navigate(base() + "/trien-khai/tin-bao.html");
        signInElsewhere(page, "y-te.head");

        assertThat(page.getByText("Tin báo của tôi")).isVisible();
        assertThat(identityService.createGroupQuery().groupMember("y-te.head").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("y-te", "y-te.head");

        page.navigate(base() + "/camunda/app/tasklist/default/");
        page.locator("[cam-widget-header] .account .dropdown-toggle").click();
        page.getByText("Đăng xuất", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasTitle("Đăng nhập – Triển Khai");
        page.getByText("Đăng nhập bằng tài khoản của cơ quan").click();
        assertThat(page).hasURL(OidcServer.issuerOf(PROVIDER) + "/login");
    }

    @Test
    void keepsOutWhoIsNotInTheOrganisationOrHasNoPostThere() {
        for (var person : new String[] {"nguoi-la", "tu-phap.officer"}) {
            var page = stranger(1200, 800);
            page.navigate(base() + "/dang-nhap");

            signInElsewhere(page, person);

            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText("Tài khoản “" + person + "” chưa được xếp vào đơn vị và chức danh nào");
            page.navigate(base() + "/trien-khai/tin-bao.html");
            assertThat(page).hasTitle("Đăng nhập – Triển Khai");
        }
        assertThat(identityService.createUserQuery().userId("nguoi-la").count()).isZero();
    }

    @Test
    void takesNoAnswerThatItDidNotAskFor() {
        var page = stranger(1200, 800);

        page.navigate(base() + "/login/oauth2/code/co-quan?code=abc&state=doan");

        assertThat(page).hasTitle("Đăng nhập – Triển Khai");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    }

    private void signInElsewhere(Page page, String person) {
        page.getByText("Đăng nhập bằng tài khoản của cơ quan").click();
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(OidcServer.PASSWORD);
        page.locator("button[type=submit]").click();
    }
}
