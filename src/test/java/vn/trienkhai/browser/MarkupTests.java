package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.Desk;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;

/** HTML, script and Angular's braces in free text are shown as they were typed, wherever a browser shows them. */
class MarkupTests extends BrowserTest {

    private static final String MARKUP = "<img src=x onerror=\"window.run=1\"><script>window.run=1</script>{{7*7}}";

    @Autowired
    Assignments assignments;

    @Autowired
    ProcessEngine engine;

    @Test
    void isShownAndNeverRun() {
        var desk = new Desk(engine);
        var duty = assignments
                .open(
                        new AssignmentOrder(
                                "269-kh-ubnd-2021",
                                "KT-1b",
                                new Origin("test", UUID.randomUUID().toString()),
                                "phong-kinh-te",
                                "phong-vhtt",
                                "Việc " + MARKUP,
                                "Chỉ dẫn " + MARKUP,
                                LocalDate.of(2030, 12, 31),
                                null),
                        "phong-vhtt.head")
                .toString();
        desk.as("phong-kinh-te.head").complete(desk.task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("phong-kinh-te.head")
                .complete(desk.task(duty, "UserTask_HandOut"), Map.of("officers", List.of("phong-kinh-te.officer")));
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(duty, "UserTask_SubmitResult"), Map.of("result", "Kết quả " + MARKUP));

        var lead = signIn("phong-vhtt.officer");
        showsAsTyped(lead.page().locator("ol.tasks-list"), "Việc");
        lead.open("Việc <img");
        showsAsTyped(lead.page().locator("[cam-tasklist-form] form"), "Kết quả");
        lead.tab("Hồ sơ");
        lead.page().getByLabel("Thêm ý kiến").fill("Ý kiến " + MARKUP);
        lead.page().locator(".tk-comment button").click();
        showsAsTyped(lead.page().locator(".tk-case-file"), "Ý kiến");
        ranNothing(lead.page());

        var leader = oversee("ubnd.head", 1400, 900).open("/tim-viec?text=onerror");
        showsAsTyped(leader.main(), "Việc");
        leader.open("/lich-su?state=RUNNING&subject=onerror");
        showsAsTyped(leader.main(), "Việc");
        leader.follow("Việc").read();
        showsAsTyped(leader.main(), "Kết quả");
        leader.open("/ke-hoach?muc=ma-tran&xem=viec&xUnit=phong-kinh-te&from=2030-10-01&to=2030-12-31");
        showsAsTyped(leader.main(), "Việc");
        assertThat(leader.pageErrors()).isEmpty();
    }

    private static void showsAsTyped(Locator where, String before) {
        assertThat(where).containsText(before + " " + MARKUP);
        ranNothing(where.page());
    }

    private static void ranNothing(Page page) {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.evaluate("() => window.run === undefined")).isEqualTo(true);
    }
}
