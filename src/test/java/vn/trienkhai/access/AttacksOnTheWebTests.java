package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.Browserless;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;

/** What somebody tries with addresses, headers, tokens, parameters and texts. */
class AttacksOnTheWebTests extends OverHttpTest {

    private static final String HEAD = World.UNIT + ".head";
    private static final String OFFICER = World.UNIT + ".officer";
    private static final String OTHER_HEAD = "y-te.head";
    private static final String MARKUP = "<img src=x onerror=\"alert(1)\"><script>alert(1)</script>{{7*7}}";

    @Autowired
    Assignments assignments;

    // Tokens of the page (CSRF)

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("data of ours", "POST", "/api/notices/read", ""),
                Arguments.of("a calendar's address", "POST", "/api/calendar-feeds", "{\"owner\": \"PERSON\"}"),
                Arguments.of("taking an address back", "DELETE", "/api/calendar-feeds/PERSON", ""),
                Arguments.of("handing work over", "POST", "/api/operation/hand-over", "{}"),
                Arguments.of("the engine", "POST", ENGINE + "/process-definition/key/absence/submit-form", "{}"),
                Arguments.of("an account", "PUT", ENGINE + "/user/x/credentials", "{}"));
    }

    @ParameterizedTest(name = "no token: {0}")
    @MethodSource("changes")
    void nothingChangesWithoutTheTokenOfThePage(String name, String method, String path, String body) {
        var session = Browserless.signedIn(port, HEAD); // a wrong token may end it
        var before = state();

        var answer = session.sendFromAnotherSite(method, path, body, null);

        assertThat(answer.statusCode()).as(name).isEqualTo(403);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest(name = "token of another: {0}")
    @MethodSource("changes")
    void nothingChangesWithTheTokenOfAnotherSession(String name, String method, String path, String body) {
        var session = Browserless.signedIn(port, HEAD); // a wrong token ends it
        var token = as(OTHER_HEAD).cookie("XSRF-TOKEN");
        var before = state();

        var answer = session.sendFromAnotherSite(method, path, body, token);

        assertThat(answer.statusCode()).as(name).isEqualTo(403);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void noChangeIsMadeByALink() {
        for (var path : List.of("/api/notices/read", "/api/notices/choice/AT_ONCE", ENGINE + "/message")) {
            var answer = as(HEAD).get(path);
            assertThat(answer.statusCode()).as(path).isIn(404, 405);
        }
    }

    @Test
    void noOtherSiteReadsOurData() {
        var answer = as(HEAD).send("/api/notices", request -> request.header("Origin", "https://evil.example")
                .GET());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void noOtherSiteIsToldThatItMayAsk() {
        var answer = as(HEAD).send("/api/notices/read", request -> request.header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    // Sessions

    @Test
    void aSessionChosenByAnotherIsNotTheOneThatIsSignedIn() {
        var session = Browserless.anonymous(port);
        session.get("/camunda/app/tasklist/default/");
        var before = session.cookie("JSESSIONID");

        session.signIn(OFFICER);

        assertThat(session.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void aSessionIsNoPartOfAnAddress() {
        var signedIn = as(OFFICER).cookie("JSESSIONID");

        var answer = as(null).get("/api/notices;jsessionid=" + signedIn);

        assertThat(answer.statusCode()).isNotEqualTo(200);
    }

    // Addresses

    @ParameterizedTest(name = "not served: {0}")
    @ValueSource(
            strings = {
                "/h2-console",
                "/h2-console/login.do",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/engine-rest/engine",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.yml",
                "/.git/config",
                "/db/master.yaml",
                "/processes/document/document-issue.bpmn",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/trien-khai/",
                "/trien-khai/..%2f..%2fapplication.yml",
                "/trien-khai/%2e%2e/application.yml",
                "/camunda/app/..%2f..%2fapplication.yml"
            })
    void whatIsNoPageOfOursIsNotServed(String path) {
        var answer = as(HEAD).get(path);

        assertThat(answer.statusCode()).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain("datasource", "Whitelabel", "Apache Tomcat", "Exception");
    }

    @ParameterizedTest(name = "calendar: {0}")
    @ValueSource(strings = {"/lich/%00.ics", "/lich/..%2f.ics", "/lich/%5c.ics", "/lich/%2e%2e/x.ics"})
    void anAddressThatIsNoneIsRefusedInVietnamese(String path) {
        var answer = as(null).get(path);

        assertThat(answer.statusCode()).isIn(302, 400, 401, 404);
        assertThat(answer.body()).doesNotContain("HTTP Status", "Bad Request", "Tomcat");
    }

    @Test
    void anErrorPageSpeaksVietnameseAndNamesNoLibrary() {
        for (var path : List.of("/khong-co", "/camunda/app/admin/default/")) {
            var answer = as(OFFICER).send(path, request -> request.setHeader("Accept", "text/html")
                    .GET());

            assertThat(answer.statusCode()).as(path).isIn(403, 404);
            assertThat(answer.body()).as(path).doesNotContain("Whitelabel", "Exception", "Spring", "Tomcat");
            assertThat(answer.body()).containsAnyOf("Không có trang này", "Bạn không có quyền mở trang này");
        }
    }

    @ParameterizedTest(name = "link: {0}")
    @ValueSource(
            strings = {
                "/viec/https:%2F%2Fevil.example",
                "/viec//evil.example",
                "/viec/%2F%2Fevil.example",
                "/viec/javascript:alert(1)",
                "/viec/x?target=https://evil.example"
            })
    void noLinkOfOursLeadsElsewhere(String path) {
        var answer = as(HEAD).get(path);

        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil", "javascript");
    }

    @Test
    void noHostOfOnesChoiceComesBackInALink() throws IOException {
        var answer = raw(
                "GET /viec/" + world.known("duty") + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
    }

    // Headers and methods

    @ParameterizedTest(name = "headers of {0}")
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/trien-khai/van-ban.html",
                "/trien-khai/so-lieu.html",
                "/trien-khai/tin-bao.html"
            })
    void aPageIsFramedByNobodyAndRunsOnlyOurScripts(String path) {
        var headers = as(HEAD).get(path).headers();
        var policy = headers.firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("frame-ancestors 'none'").containsAnyOf("object-src 'none'", "default-src 'none'");
        assertThat(policy).containsAnyOf("script-src 'nonce-", "script-src 'self';");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest(name = "kept by nobody: {0}")
    @ValueSource(
            strings = {
                "/dang-nhap",
                "/api/notices",
                "/api/documents",
                "/api/monitoring/overview",
                "/api/monitoring/files/units.csv",
                ENGINE + "/task",
                ENGINE + "/history/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"
            })
    void noBrowserKeepsDataForWhoeverComesNext(String path) {
        var answer = as(HEAD).get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .as(path)
                .contains("no-store");
    }

    @Test
    void noAnswerNamesTheServer() {
        var headers = as(HEAD).get("/api/notices").headers();

        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest(name = "TRACE {0}")
    @ValueSource(strings = {"/api/notices", "/camunda/app/tasklist/default/", "/"})
    void noRequestIsEchoed(String path) throws IOException {
        var answer =
                raw("TRACE " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Secret: geheim\r\nConnection: close\r\n\r\n");

        assertThat(answer.substring(9, 12)).isIn("400", "401", "403", "405");
        assertThat(answer).doesNotContain("geheim");
    }

    static Stream<Arguments> wrongMethods() {
        return Stream.of(
                Arguments.of("PUT", "/api/documents"),
                Arguments.of("DELETE", "/api/documents"),
                Arguments.of("PATCH", "/api/notices"),
                Arguments.of("DELETE", "/api/attachments/" + UUID.randomUUID()),
                Arguments.of("PUT", "/api/operation/log"),
                Arguments.of("PUT", "/trien-khai/van-ban.html"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wrongMethods")
    void noMethodDoesMoreThanThePageKnows(String method, String path) {
        var before = state();

        assertThat(as(HEAD).send(method, path, "{}").statusCode()).isIn(403, 404, 405);
        assertThat(state()).isEqualTo(before);
    }

    // What is wrong is said briefly

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("no JSON", "POST", "/api/calendar-feeds", "{"),
                Arguments.of("JSON of another kind", "POST", "/api/operation/hand-over", "[1, 2]"),
                Arguments.of("no JSON for the engine", "POST", ENGINE + "/task", "{"),
                Arguments.of("a number that is none", "GET", "/api/documents?page=abc", null),
                Arguments.of("a number too large", "GET", "/api/documents?page=99999999999", null),
                Arguments.of("a page before the first", "GET", "/api/documents?page=-1", null),
                Arguments.of("a parameter that is missing", "GET", "/api/deadlines", null),
                Arguments.of("a kind that is none", "GET", "/api/documents?type=X", null),
                Arguments.of("a file that is none", "POST", "/api/attachments", "{}"),
                Arguments.of("a sorting that is none", "GET", ENGINE + "/task?sortBy=x&sortOrder=asc", null),
                Arguments.of("a number that is none, of the engine", "GET", ENGINE + "/task?maxResults=abc", null));
    }

    @ParameterizedTest(name = "nonsense: {0}")
    @MethodSource("nonsense")
    void nobodySeesAStackTrace(String name, String method, String path, String body) {
        var answer = as(HEAD).send(method, path, body);

        assertThat(answer.statusCode()).as(name + answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("\tat ", "org.springframework", "java.lang.", "Caused by");
    }

    // Parameters

    @ParameterizedTest(name = "search: {0}")
    @ValueSource(
            strings = {
                "' or '1'='1",
                "'; drop table document; --",
                "\") or 1=1 --",
                "%' escape '!' or 1=1 --",
                "\\",
                "!%",
                "x' union select" + " password from act_id_user --"
            })
    void noSearchIsMoreThanASearch(String text) throws Exception {
        world.known("draft");
        var stranger = as("y-te.officer");
        var wanted = URLEncoder.encode(text, StandardCharsets.UTF_8);

        for (var field : List.of("text", "number", "plan", "unit", "clause")) {
            var answer = stranger.get("/api/documents?" + field + "=" + wanted);
            assertThat(answer.statusCode()).as(field).isEqualTo(200);
            assertThat(json.readTree(answer.body()).path("documents")).as(field).isEmpty();
        }
        for (var field : List.of("text", "person", "process")) {
            var answer = as(OTHER_HEAD).get("/api/operation/tasks?" + field + "=" + wanted);
            assertThat(answer.statusCode()).as(field + answer.body()).isIn(200, 403, 404, 422);
            assertThat(answer.body()).doesNotContain("Việc kín");
        }
        assertThat(as(OTHER_HEAD).get("/api/operation/instances?text=" + wanted).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSameParameterTwiceOpensNothing() {
        assertThat(as(HEAD).get("/api/operation/tasks?unit=phong-kinh-te&unit=y-te")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(HEAD).get("/api/operation/tasks?unit=y-te&unit=phong-kinh-te")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyAsksInAnothersName() throws Exception {
        for (var path :
                List.of("/api/notices?user=ubnd.head", "/api/notices?userId=ubnd.head&vn.trienkhai.user=ubnd.head")) {
            assertThat(json.readTree(as(OFFICER).get(path).body()).path("user").asText())
                    .isEqualTo(OFFICER);
        }
    }

    // Ids of other people's work in forms that one may send

    @Test
    void nobodySteersAnotherUnitsWork() {
        var duty = world.duty();

        for (var act : List.of("HOLD", "WITHDRAW", "MOVE_DEADLINE", "HAND_OUT")) {
            var answer = start(
                    OTHER_HEAD,
                    "assignment-steering",
                    "{\"assignment\": \"%s\", \"act\": \"%s\", \"reason\": \"x\", \"deadline\": \"10 ngày\", \"officers\": [\"y-te.officer\"]}"
                            .formatted(duty, act));
            assertThat(answer).as(act).isEqualTo(422);
        }
        assertThat(assignments.historyOf(duty)).hasSize(1);
    }

    @Test
    void nobodyAsksMoreTimeForAnotherUnitsWork() {
        var duty = world.duty();

        assertThat(start(
                        OTHER_HEAD,
                        "deadline-extension",
                        "{\"assignment\": \"%s\", \"deadline\": \"10 ngày\", \"reason\": \"x\"}".formatted(duty)))
                .isEqualTo(422);
        assertThat(assignments.historyOf(duty)).hasSize(1);
    }

    @Test
    void nobodyWithdrawsWhatAnotherAsked() {
        var request = world.known("request");

        assertThat(start(
                        "phong-vhtt.officer",
                        "report-withdrawal",
                        "{\"request\": \"%s\", \"reason\": \"x\"}".formatted(request)))
                .isEqualTo(422);
    }

    @Test
    void nobodySendsAColleagueOfAnotherUnitAway() {
        assertThat(start(
                        OTHER_HEAD,
                        "absence",
                        "{\"person\": \"%s\", \"substitute\": \"%s\", \"kind\": \"LEAVE\", \"from\": \"01/01/2030\", \"to\": \"02/01/2030\"}"
                                .formatted(HEAD, OTHER_HEAD)))
                .isEqualTo(422);
    }

    @Test
    void nobodyHandsAnotherUnitsWorkOver() {
        assertThat(as(OTHER_HEAD)
                        .post(
                                "/api/operation/hand-over",
                                "{\"from\": \"" + OFFICER
                                        + "\", \"to\": \"y-te.officer\", \"why\": \"x\", \"seen\": \"x\"}")
                        .statusCode())
                .isIn(403, 422);
    }

    @Test
    void nobodyAltersADraftOfAnotherUnit() {
        var upload = as(OTHER_HEAD).upload("anh.png", World.PNG);
        assertThat(upload.statusCode()).isEqualTo(200);

        assertThat(as(OTHER_HEAD)
                        .post(
                                "/api/documents/" + world.known("draft") + "/versions",
                                "{\"attachment\": \"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aUnitsCalendarEndsWithThePostOfWhoMadeItsAddress() throws Exception {
        var address = json.readTree(as("tu-phap.head")
                        .post("/api/calendar-feeds", "{\"owner\": \"UNIT\"}")
                        .body())
                .path("address")
                .asText();
        var path = address.substring(address.indexOf("/lich/"));
        assertThat(as(null).get(path).statusCode()).isEqualTo(200);

        jdbc.sql("update person set post_id = 'tu-phap.officer' where user_id = 'tu-phap.head'")
                .update();
        try {
            assertThat(as(null).get(path).statusCode()).isEqualTo(404);
        } finally {
            jdbc.sql("update person set post_id = 'tu-phap.head' where user_id = 'tu-phap.head'")
                    .update();
        }
    }

    // Texts

    @Test
    void whatIsTypedStaysAText() throws Exception {
        var duty = assignments.open(
                new AssignmentOrder(
                        ProcessTest.PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        World.UNIT,
                        "phong-vhtt",
                        MARKUP,
                        MARKUP,
                        LocalDate.of(2030, 12, 31),
                        null),
                "phong-vhtt.head");
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(duty.toString())
                .singleResult();

        for (var path : List.of(
                "/api/forms/tasks/" + task.getId(),
                ENGINE + "/task/" + task.getId(),
                "/api/operation/tasks?text=onerror",
                "/api/notices")) {
            var answer = as(HEAD).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .as(path)
                    .startsWith("application/json");
        }
        var link = as("y-te.officer").get("/viec/" + duty);
        assertThat(link.body()).doesNotContain("<img src=x", "<script>alert");
    }

    @Test
    void anAddressIsNotRepeatedOnAPage() {
        for (var path : List.of(
                "/viec/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/lich/%3Cscript%3E.ics", "/%3Cscript%3Ealert(1)")) {
            assertThat(as(HEAD).get(path).body()).as(path).doesNotContain("<script>alert");
        }
    }

    @Test
    void aTitleOfADocumentIsTextInWordAndInItsName() throws Exception {
        var id = world.draft("=cmd|' /C calc'!A1 " + MARKUP + "\r\nX-Header: 1");

        var answer = as(OFFICER).get("/api/documents/" + id);
        var file = as(OFFICER).send("/api/documents/" + id + "/file.docx", request -> request.GET());

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(file.headers().firstValue("X-Header")).isEmpty();
        assertThat(parts(as(OFFICER).bytes("/api/documents/" + id + "/file.docx")))
                .hasEntrySatisfying("word/document.xml", text -> assertThat(text)
                        .contains("&lt;img src=x")
                        .doesNotContain("<img src=x", "instrText", "<script>"));
    }

    private static Map<String, String> parts(byte[] zipped) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** @return the status */
    private int start(String userId, String process, String answer) {
        var body = json.createObjectNode();
        body.putObject("variables")
                .putObject("answer")
                .put("type", "Json")
                .put("value", answer)
                .putObject("valueInfo")
                .put("transient", true);
        var response = as(userId).post(ENGINE + "/process-definition/key/" + process + "/submit-form", body.toString());
        assertThat(response.body()).doesNotContain("Không đọc được");
        return response.statusCode();
    }

    /** As no client would send it. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
