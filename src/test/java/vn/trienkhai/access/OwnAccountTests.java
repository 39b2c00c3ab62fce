package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trienkhai.Browserless;

/** What people do with their own password and their own claims, over HTTP. */
class OwnAccountTests extends OverHttpTest {

    private static final String FORMER = "thuyen-go-nang-sao-1";
    private static final String NEW = "bien-chieu-lang-song-2";
    private static final String HEAD = World.UNIT + ".head";
    private static final String DEPUTY = World.UNIT + ".deputy";

    private String account;

    @BeforeEach
    void anAccount() {
        account = world.made("account");
        var identities = engine.getIdentityService();
        identities.clearAuthentication();
        var user = identities.createUserQuery().userId(account).singleResult();
        user.setPassword(FORMER);
        identities.saveUser(user);
    }

    private HttpResponse<String> change(Browserless session, String from, String to) {
        return session.send(
                "PUT",
                ENGINE + "/user/" + account + "/credentials",
                "{\"password\": \"%s\", \"authenticatedUserPassword\": \"%s\"}".formatted(to, from));
    }

    private Browserless signedIn(String password) {
        var session = Browserless.anonymous(port);
        session.signIn(account, password);
        session.get("/camunda/app/tasklist/default/");
        return session;
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() {
        var here = signedIn(FORMER);
        var elsewhere = signedIn(FORMER);
        assertThat(elsewhere.get("/api/notices").statusCode()).isEqualTo(200);

        assertThat(change(here, FORMER, NEW).statusCode()).isEqualTo(204);

        assertThat(here.get("/api/notices").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/api/notices").statusCode()).isEqualTo(401);
        assertThat(signedIn(FORMER).get("/api/notices").statusCode()).isEqualTo(401);
        assertThat(signedIn(NEW).get("/api/notices").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select pwd_ from act_id_user where id_ = :id")
                        .param("id", account)
                        .query(String.class)
                        .single())
                .startsWith("{PBKDF2-SHA512-210000}");
    }

    @Test
    void everybodySeesWhereTheyAreSignedInAndEndsTheOtherSessionsWithTheirPassword() {
        var here = signedIn(FORMER);
        var elsewhere = signedIn(FORMER);

        var shown = here.get(OwnSessionsPage.PATH);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.body()).containsOnlyOnce("Máy này.").contains("từ địa chỉ 127.0.0.1");
        assertThat(shown.body().split("Đăng nhập lúc", -1)).hasSize(3);

        var wrong = endOthers(here, "khong-phai-no-dau");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Mật khẩu không đúng: các phiên khác vẫn còn.");
        assertThat(elsewhere.get("/api/notices").statusCode()).isEqualTo(200);

        assertThat(endOthers(here, FORMER).body()).contains("Đã đăng xuất 1 phiên khác.");
        assertThat(elsewhere.get("/api/notices").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/notices").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select value_after from audit_entry where subject = :id and act = 'SIGN_OUT'")
                        .param("id", account)
                        .query(String.class)
                        .list())
                .containsExactly("{\"reason\":\"ended-elsewhere\"}");
    }

    private static HttpResponse<String> endOthers(Browserless session, String password) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(session.get(OwnSessionsPage.PATH).body());
        assertThat(token.find()).isTrue();
        return session.postForm(OwnSessionsPage.PATH, Map.of("_csrf", token.group(1), "password", password));
    }

    @ParameterizedTest(name = "password: {0}")
    @ValueSource(strings = {"ngan-ngan-1", "password1234", "trienkhai2026", "aaaaaaaaaaaaaaaa"})
    void aPasswordThatIsShortOrSoonGuessedIsRefusedInVietnamese(String password) throws Exception {
        var answer = change(signedIn(FORMER), FORMER, password);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).path("message").asText())
                .isEqualTo("Mật khẩu chưa đạt: mong đợi từ 12 đến 128 ký tự và không dễ đoán (không gồm tên, tên tài"
                        + " khoản, từ hay gặp hoặc dãy ký tự liền nhau).");
        assertThat(signedIn(FORMER).get("/api/notices").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordLongerThanTheSignInTakesIsRefused() {
        assertThat(change(signedIn(FORMER), FORMER, "k9 vT-q2 ".repeat(15)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoDoesNotKnowTheFormerPasswordGivesNoNewOne() {
        var session = signedIn(FORMER);

        assertThat(change(session, "khong-phai-no-dau", NEW).statusCode()).isEqualTo(400);
        assertThat(signedIn(FORMER).get("/api/notices").statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasClaimedByMistakeIsGivenBack() {
        var task = world.made("claimed");

        assertThat(as(DEPUTY).post(ENGINE + "/task/" + task + "/unclaim", "").statusCode())
                .isEqualTo(403);
        assertThat(as(HEAD).post(ENGINE + "/task/" + task + "/unclaim", "").statusCode())
                .isEqualTo(204);

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
        assertThat(as(DEPUTY)
                        .post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"" + DEPUTY + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(as(HEAD).post(ENGINE + "/task/" + task + "/unclaim", "").statusCode())
                .as("it is the deputy's now")
                .isEqualTo(403);
        assertThat(jdbc.sql("select coalesce(actor, '-') || ' ' || coalesce(value_before, '-') || ' ' ||"
                                + " coalesce(value_after, '-') from audit_entry where subject = :task and act = 'ENGINE_Claim'"
                                + " order by sequence")
                        .param("task", task)
                        .query(String.class)
                        .list())
                .contains(HEAD + " {\"assignee\":\"" + HEAD + "\"} -");
    }

    @Test
    void whatWasGivenToOnePersonAloneDoesNotBecomeNobodys() throws Exception {
        var task = world.made("claimed");
        engine.getIdentityService().clearAuthentication();
        engine.getTaskService().getIdentityLinksForTask(task).stream()
                .filter(link -> link.getGroupId() != null)
                .forEach(link -> engine.getTaskService().deleteCandidateGroup(task, link.getGroupId()));

        var answer = as(HEAD).post(ENGINE + "/task/" + task + "/unclaim", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json.readTree(answer.body()).path("message").asText())
                .isEqualTo("Việc này giao riêng cho bạn: hãy nhờ lãnh đạo đơn vị bàn giao cho người khác.");
    }
}
