package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;

/** What Tasklist's page meets over HTTP: who comes in, what a refusal says, who wins when two press the button. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@DirtiesContext
class GateTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @LocalServerPort
    int port;

    @Autowired
    Assignments assignments;

    @Autowired
    TaskService taskService;

    @Autowired
    ObjectMapper json;

    @Test
    void asksStrangersToSignIn() throws Exception {
        var stranger = Browserless.anonymous(port);

        var answer = stranger.get("/api/forms/tasks/1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(body(answer.body()).path("message").asText()).isEqualTo("Phiên làm việc đã hết: hãy đăng nhập lại.");
        assertThat(stranger.upload("a.png", PNG).statusCode()).isEqualTo(401);
        assertThat(stranger.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(stranger.get("/engine-rest/task").statusCode()).isIn(401, 404);
    }

    @Test
    void refusesChangesThatComeFromAnotherSite() {
        var person = Browserless.signedIn(port, "phong-kinh-te.head");

        assertThat(person.postFromAnotherSite("/api/attachments", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsAFileWithItsHashAndGivesItBackUnchanged() throws Exception {
        var person = Browserless.signedIn(port, "phong-kinh-te.officer");

        var stored = body(person.upload("C:\\anh\\bang ron.png", PNG).body());

        assertThat(stored.path("name").asText()).isEqualTo("bang ron.png");
        assertThat(stored.path("mediaType").asText()).isEqualTo("image/png");
        assertThat(stored.path("sha256").asText())
                .isEqualTo("1b56b50ac4e976f488f128cabdcdffb2fc9331d6974bb9968131a415d14ade24");
        var back = person.get("/api/attachments/" + stored.path("id").asText());
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(person.get("/api/attachments/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void judgesAFileByItsContentAndNotByItsName() throws Exception {
        var person = Browserless.signedIn(port, "phong-kinh-te.officer");

        var page = person.upload("anh.png", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(body(page.body()).path("message").asText())
                .isEqualTo("Tệp “anh.png” có nội dung kiểu text/html: mong đợi ảnh, PDF, Word, Excel, PowerPoint,"
                        + " âm thanh hoặc video MP4.");
        assertThat(body(person.upload("rong.png", new byte[0]).body())
                        .path("message")
                        .asText())
                .isEqualTo("Tệp “rong.png” rỗng: mong đợi tệp có nội dung.");
    }

    @Test
    void takesAPhotoOfExactly20Megabytes() throws Exception {
        var photo = Arrays.copyOf(PNG, 20 * 1024 * 1024);

        var answer = Browserless.signedIn(port, "phong-kinh-te.officer").upload("anh.png", photo);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body(answer.body()).path("size").asLong()).isEqualTo(20_971_520L);
    }

    @Test
    void refusesAFileOverTheLimitInVietnamese() throws Exception {
        var person = Browserless.signedIn(port, "phong-kinh-te.officer");

        var answer = person.upload("phim.mp4", new byte[20 * 1024 * 1024 + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(body(answer.body()).path("message").asText()).isEqualTo("Tệp quá lớn: mong đợi nhiều nhất 20 MB.");
    }

    @Test
    void showsWhatIsKnownToWhoMaySeeTheTaskAndToNobodyElse() throws Exception {
        var task = receiptTaskOf("phong-kinh-te");

        var view = body(Browserless.signedIn(port, "phong-kinh-te.head")
                .get("/api/forms/tasks/" + task)
                .body());
        var other = Browserless.signedIn(port, "y-te.head").get("/api/forms/tasks/" + task);

        assertThat(view.at("/known/clause").asText()).isEqualTo("Kế hoạch 269/KH-UBND, mục III.2");
        assertThat(view.at("/known/quote").asText()).isEqualTo("cung cấp thông tin");
        assertThat(view.at("/known/askedBy").asText()).isEqualTo("Phòng Văn hóa và Thông tin");
        assertThat(view.at("/known/deadline").asText()).isEqualTo("31/12/2030");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(body(other.body()).path("message").asText())
                .isEqualTo("Không có việc này, hoặc việc không thuộc về bạn.");
    }

    @Test
    void saysWhatADeadlineComesToWhileItIsTyped() throws Exception {
        var person = Browserless.signedIn(port, "phong-kinh-te.head");

        var counted = person.get(deadline("5 ngày làm việc") + "&from=29/8/2026");
        var wrong = person.get(deadline("tuần sau"));

        assertThat(body(counted.body()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"lastDay": "09/09/2026", "provisional": false, "explanation":
                                "5 ngày làm việc từ 29/08/2026, trừ nghỉ Quốc khánh: hết ngày 09/09/2026"}"""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(body(wrong.body()).path("message").asText())
                .isEqualTo("Mong đợi thời hạn như “30/09/2021”, “trước ngày 15/12/2021”, “5 ngày làm việc”"
                        + " hoặc “10 ngày”, gặp “tuần sau”.");
        assertThat(Browserless.anonymous(port).get(deadline("10 ngày")).statusCode())
                .isEqualTo(401);
    }

    private static String deadline(String text) {
        return "/api/deadlines?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void saysInVietnameseWhatIsWrongAndLeavesTheTaskOpen() throws Exception {
        var task = receiptTaskOf("phong-kinh-te");
        var person = Browserless.signedIn(port, "phong-kinh-te.head");
        claim(person, task, "phong-kinh-te.head");

        var answer = complete(person, task, "{\"accepted\": false}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("Exception:").doesNotContain("\tat ");
        assertThat(body(answer.body()).at("/fields/0/field").asText()).isEqualTo("reason");
        assertThat(body(answer.body()).at("/fields/0/message").asText()).isEqualTo("Chưa điền lý do.");
        assertThat(taskService.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void letsOneOfTwoClaimAndTellsTheOther() throws Exception {
        var task = receiptTaskOf("phong-kinh-te");
        var head = Browserless.signedIn(port, "phong-kinh-te.head");
        var deputy = Browserless.signedIn(port, "phong-kinh-te.deputy");

        assertThat(claim(head, task, "phong-kinh-te.head").statusCode()).isEqualTo(204);
        var late = claim(deputy, task, "phong-kinh-te.deputy");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(body(late.body()).path("message").asText()).isEqualTo("Việc này đã có người khác nhận trước bạn.");
    }

    @Test
    void recordsADoubleClickOnce() throws Exception {
        var order = order("phong-kinh-te");
        var duty = assignments.open(order, "phong-vhtt.head");
        var task = receiptTaskOf(duty);
        var person = Browserless.signedIn(port, "phong-kinh-te.head");
        claim(person, task, "phong-kinh-te.head");
        var pool = Executors.newFixedThreadPool(4);

        List<Callable<Integer>> clicks = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(click ->
                        () -> complete(person, task, "{\"accepted\": true}").statusCode())
                .toList();
        var answers = pool.invokeAll(clicks).stream().map(this::valueOf).toList();
        pool.shutdown();

        assertThat(answers).containsOnlyOnce(204);
        assertThat(answers).filteredOn(status -> status != 204).containsOnly(409);
        assertThat(assignments.historyOf(duty)).hasSize(2);
    }

    @Test
    void tellsWhoseFormIsOpenThatTheWorkWasWithdrawn() throws Exception {
        var duty = assignments.open(order("phong-kinh-te"), "phong-vhtt.head");
        var task = receiptTaskOf(duty);
        var person = Browserless.signedIn(port, "phong-kinh-te.head");
        claim(person, task, "phong-kinh-te.head");

        assignments.withdraw(duty, "Trùng việc", "phong-vhtt.head");
        var answer = complete(person, task, "{\"accepted\": true}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(body(answer.body()).path("message").asText())
                .contains("đã được rút hoặc chuyển")
                .contains("không được ghi");
    }

    @Test
    void neverMixesTheScriptsOfTwoPagesThatLoadAtOnce() throws Exception {
        var nonceInPage = Pattern.compile("nonce=\"([^\"]+)\"");
        var nonceInHeader = Pattern.compile("'nonce-([^']+)'");
        var pool = Executors.newFixedThreadPool(8);
        var person = Browserless.signedIn(port, "phong-kinh-te.head");

        List<Callable<Boolean>> loads = IntStream.range(0, 400)
                .<Callable<Boolean>>mapToObj(load -> () -> {
                    var page = person.get("/camunda/app/welcome/default/");
                    var header = nonceInHeader.matcher(
                            page.headers().firstValue("Content-Security-Policy").orElseThrow());
                    var body = nonceInPage.matcher(page.body());
                    return header.find() && body.find() && header.group(1).equals(body.group(1));
                })
                .toList();
        var matches = pool.invokeAll(loads).stream().map(this::valueOf).toList();
        pool.shutdown();

        assertThat(matches).hasSize(400).containsOnly(true);
    }

    private <T> T valueOf(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static AssignmentOrder order(String unit) {
        return new AssignmentOrder(
                ProcessTest.PLAN_269,
                "KT-1b",
                new Origin("test", UUID.randomUUID().toString()),
                unit,
                "phong-vhtt",
                "KT-1b – Phòng Kinh tế",
                null,
                LocalDate.of(2030, 12, 31),
                null);
    }

    private String receiptTaskOf(String unit) {
        return receiptTaskOf(assignments.open(order(unit), "phong-vhtt.head"));
    }

    private String receiptTaskOf(UUID duty) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(duty.toString())
                .singleResult()
                .getId();
    }

    private static HttpResponse<String> claim(Browserless person, String task, String userId) {
        return person.post(
                "/camunda/api/engine/engine/default/task/" + task + "/claim", "{\"userId\": \"" + userId + "\"}");
    }

    private HttpResponse<String> complete(Browserless person, String task, String answer) throws Exception {
        var variable = json.createObjectNode();
        variable.put("type", "Json").put("value", answer);
        variable.putObject("valueInfo").put("transient", true);
        var request = json.createObjectNode();
        request.putObject("variables").set("answer", variable);
        return person.post(
                "/camunda/api/engine/engine/default/task/" + task + "/submit-form", json.writeValueAsString(request));
    }

    private JsonNode body(String text) throws Exception {
        return json.readTree(text);
    }
}
