package vn.trienkhai.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/**
 * The program with its web server and its job executor, seen through a real Chromium: the system's where there is one,
 * otherwise the one that Playwright fetches.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("test")
@DirtiesContext
abstract class BrowserTest {

    private static final List<Path> CHROMIUM = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private static Playwright playwright;
    private static Browser browser;

    private final List<Tasklist> open = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void launch() {
        Optional<Path> installed = CHROMIUM.stream().filter(Files::exists).findFirst();
        var environment = new HashMap<>(System.getenv());
        installed.ifPresent(path -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Playwright.create(new CreateOptions().setEnv(environment));
        var options = new LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update"));
        installed.ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000); // a busy build machine is slow, not wrong
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @AfterEach
    void signEverybodyOut() {
        open.forEach(Tasklist::close);
        open.clear();
    }

    /** Opens a browser of their own for a person and signs them in. */
    Tasklist signIn(String userId) {
        return signIn(userId, 1400, 900);
    }

    Tasklist signIn(String userId, int width, int height) {
        var tasklist = new Tasklist(browser, "http://localhost:" + port, userId, width, height);
        open.add(tasklist);
        return tasklist;
    }
}
