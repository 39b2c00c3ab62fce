package vn.trienkhai.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.Browserless;

/** The page "Tin báo" and the links in mail, as they are met over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@DirtiesContext
class NoticeGateTests {

    private static final String HEAD = "y-te.head";

    @LocalServerPort
    int port;

    @Autowired
    Notices notices;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    ObjectMapper json;

    @Test
    void shownAreOnlyOnesOwnMessagesToWhoIsSignedIn() throws Exception {
        announce("e-1", "phong-kinh-te.head");

        assertThat(Browserless.anonymous(port).get("/api/notices").statusCode()).isEqualTo(401);
        assertThat(subjects(page("phong-kinh-te.head"))).contains("Nhận việc e-1");
        assertThat(subjects(page(HEAD))).doesNotContain("Nhận việc e-1");
    }

    @Test
    void countsWhatIsUnreadUntilItIsRead() throws Exception {
        announce("e-2", "y-te.officer");
        announce("e-3", "y-te.officer");
        var person = Browserless.signedIn(port, "y-te.officer");
        var first = body(person.get("/api/notices").body()).at("/messages/0/id").asText();

        assertThat(body(person.get("/api/notices/unread").body()).path("unread").asInt())
                .isEqualTo(2);
        assertThat(body(person.post("/api/notices/" + first + "/read", "").body())
                        .path("unread")
                        .asInt())
                .isEqualTo(1);
        assertThat(body(person.post("/api/notices/read", "").body())
                        .path("unread")
                        .asInt())
                .isZero();
    }

    @Test
    void keepsTheChoiceOfMailAndRefusesOneThatThereIsNot() throws Exception {
        var person = Browserless.signedIn(port, HEAD);
        assertThat(body(person.get("/api/notices").body()).path("choice").asText())
                .isEqualTo("AT_ONCE");

        assertThat(person.post("/api/notices/choice/DIGEST", "").statusCode()).isEqualTo(204);
        assertThat(person.post("/api/notices/choice/NEVER", "").statusCode()).isEqualTo(404);
        assertThat(person.postFromAnotherSite("/api/notices/choice/AT_ONCE", "").statusCode())
                .isEqualTo(403);

        var page = body(person.get("/api/notices").body());
        assertThat(page.path("choice").asText()).isEqualTo("DIGEST");
        assertThat(page.at("/choices/1/label").asText()).isEqualTo("Gộp mỗi sáng làm việc");
    }

    @Test
    void givesAPageTheTokenThatItsChangesNeed() {
        var person = Browserless.signedIn(port, HEAD);

        var token = person.get("/api/notices/unread").headers().firstValue("X-XSRF-TOKEN");

        assertThat(token).isPresent();
    }

    @Test
    void showsHowSendingStandsToAdministratorsOnly() throws Exception {
        assertThat(page("admin").at("/sending/0/value").asText())
                .isEqualTo("Chưa cấu hình: tin chỉ đọc trong chương trình");
        assertThat(page(HEAD).path("sending").isNull()).isTrue();
    }

    @Test
    void runsOnlyItsOwnScripts() {
        var page = Browserless.signedIn(port, HEAD).get("/trien-khai/tin-bao.html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void aLinkLeadsToTheTaskThatWaitsForThePerson() {
        var key = UUID.randomUUID().toString();
        var task = trouble(key);

        var own = Browserless.signedIn(port, "admin").get("/viec/" + key);
        var stranger = Browserless.anonymous(port).get("/viec/" + key);
        var other = Browserless.signedIn(port, HEAD).get("/viec/" + key);

        assertThat(own.statusCode()).isEqualTo(302);
        assertThat(own.headers().firstValue("Location")).hasValue("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(stranger.headers().firstValue("Location"))
                .as("signing in comes first")
                .hasValueSatisfying(to -> assertThat(to).endsWith("/dang-nhap?toi=%2Fviec%2F" + key));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body())
                .contains("<h1>Việc này không chờ bạn</h1>")
                .as("a head may look it up")
                .contains("/camunda/app/cockpit/default/#/lich-su?id=");
        assertThat(Browserless.signedIn(port, "phong-kinh-te.officer")
                        .get("/viec/" + key)
                        .body())
                .contains("<h1>Việc này không chờ bạn</h1>")
                .as("an officer has no Cockpit")
                .doesNotContain("lich-su");
    }

    @Test
    void aLinkToFinishedWorkSaysSo() {
        var key = UUID.randomUUID().toString();
        taskService.complete(trouble(key), Map.of("answer", "{\"note\": \"Đã khởi động lại\"}"));

        var answer = Browserless.signedIn(port, HEAD).get("/viec/" + key);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>Việc này đã xong</h1>");
    }

    @Test
    void aLinkThatWeNeverMadeLeadsNowhere() {
        var person = Browserless.signedIn(port, HEAD);

        for (var key : List.of("khong-co", "%3Cscript%3E", "..%5Cx", "https:%2F%2Fevil.example", "a%20b")) {
            var answer = person.get("/viec/" + key);
            assertThat(answer.statusCode()).as(key).isIn(400, 404);
            assertThat(answer.headers().firstValue("Location")).as(key).isEmpty();
            assertThat(answer.body()).as(key).doesNotContain("<script");
        }
    }

    private String trouble(String businessKey) {
        var instance = runtimeService.startProcessInstanceByKey("delivery-trouble", businessKey);
        return taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private void announce(String event, String userId) {
        notices.announce(new Notice(
                event, NoticeKind.ASSIGNED, Set.of(userId), Set.of(), "Nhận việc " + event, "Hạn 09/7.", null));
    }

    private JsonNode page(String userId) throws Exception {
        return body(Browserless.signedIn(port, userId).get("/api/notices").body());
    }

    private static List<String> subjects(JsonNode page) {
        return StreamSupport.stream(page.path("messages").spliterator(), false)
                .map(message -> message.path("subject").asText())
                .toList();
    }

    private JsonNode body(String text) throws Exception {
        return json.readTree(text);
    }
}
