package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram opens cleanly in the viewer that Cockpit and the Modeler are made of; README's picture is drawn here. */
class DiagramTests {

    /** What README shows: from the plan to the report. */
    private static final List<String> MAIN = List.of(
            "plan/plan-adoption",
            "plan/work-programme",
            "assignment/duty-assignment",
            "content/unit-campaign",
            "content/content-production",
            "content/channel-dissemination",
            "inspection/inspection-visit",
            "reporting/report-on-request");

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    static List<Path> models() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void opensWithoutAWarning(Path model) throws IOException {
        var page = viewer();

        assertThat((List<?>) open(page, model)).isEmpty();
    }

    @Test
    void drawsTheMainProcesses() throws IOException {
        var page = viewer();
        for (var name : MAIN) {
            open(page, Path.of("processes", name + ".bpmn"));
        }

        assertThat(page.locator("#drawn svg").count()).isEqualTo(MAIN.size());
        page.locator("#drawn")
                .screenshot(new ScreenshotOptions().setPath(Tasklist.SCREENSHOTS.resolve("processes.png")));
    }

    private static Page viewer() throws IOException {
        var page = chromium.browser().newPage();
        page.setViewportSize(1600, 900);
        page.setContent("<body style='margin:0;font-family:sans-serif'>"
                + "<div id='canvas' style='width:1600px;height:900px'></div><div id='drawn'></div></body>");
        try (var script = DiagramTests.class.getResourceAsStream(
                "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js")) {
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(new String(script.readAllBytes(), StandardCharsets.UTF_8)));
        }
        return page;
    }

    /**
     * Draws a model below the others.
     *
     * @return the viewer's warnings
     */
    private static Object open(Page page, Path model) throws IOException {
        return page.evaluate(
                """
                async xml => {
                  const viewer = new BpmnJS({ container: '#canvas' });
                  const { warnings } = await viewer.importXML(xml);
                  const { svg } = await viewer.saveSVG();
                  const name = viewer.getDefinitions().rootElements.find(e => e.$type === 'bpmn:Process').name;
                  viewer.destroy();
                  const title = document.createElement('h2');
                  title.textContent = name;
                  const picture = document.createElement('div');
                  picture.innerHTML = svg;
                  const drawn = picture.querySelector('svg');
                  drawn.style.width = '1560px';
                  drawn.style.height = 'auto';
                  document.getElementById('drawn').append(title, picture);
                  return warnings.map(warning => warning.message);
                }
                """,
                Files.readString(model));
    }
}
