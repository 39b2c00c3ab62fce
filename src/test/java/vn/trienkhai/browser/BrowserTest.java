package vn.trienkhai.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/**
 * The program with its web server and its job executor, seen through a real Chromium.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("test")
@DirtiesContext
abstract class BrowserTest {

    private static Chromium chromium;

    private final List<Tasklist> open = new ArrayList<>();
    private final List<Cockpit> overseeing = new ArrayList<>();
    private final List<BrowserContext> strangers = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000); // a busy build machine is slow, not wrong
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void signEverybodyOut() {
        open.forEach(Tasklist::close);
        open.clear();
        overseeing.forEach(Cockpit::close);
        overseeing.clear();
        strangers.forEach(BrowserContext::close);
        strangers.clear();
    }

    /** Opens a browser in which nobody is signed in. */
    Page stranger(int width, int height) {
        return stranger("vi-VN", width, height);
    }

    /** @param locale language of the browser */
    Page stranger(String locale, int width, int height) {
        var context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId("Asia/Ho_Chi_Minh")
                        .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        strangers.add(context);
        return context.newPage();
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** Opens a browser of their own for a person and signs them in. */
    Tasklist signIn(String userId) {
        return signIn(userId, 1400, 900);
    }

    Tasklist signIn(String userId, int width, int height) {
        var tasklist = new Tasklist(chromium.browser(), "http://localhost:" + port, userId, width, height);
        open.add(tasklist);
        return tasklist;
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Opens a browser of their own for a person and signs them in to Cockpit. */
    Cockpit oversee(String userId, int width, int height) {
        var cockpit = new Cockpit(chromium.browser(), "http://localhost:" + port, userId, width, height);
        overseeing.add(cockpit);
        return cockpit;
    }
}
