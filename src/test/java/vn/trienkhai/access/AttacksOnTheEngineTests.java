package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody tries through the engine's REST interface, signed in or not. Each leaves everything as it was. */
class AttacksOnTheEngineTests extends OverHttpTest {

    private static final String HEAD = World.UNIT + ".head";
    private static final String DEPUTY = World.UNIT + ".deputy";
    private static final String OFFICER = World.UNIT + ".officer";
    private static final String ADMIN = "admin";
    private static final String EXPRESSION = "${''.getClass().forName('java.lang.System').getProperty('user.name')}";

    private static final String ACCEPTED =
            "{\"type\": \"Json\", \"value\": \"{\\\"accepted\\\": true}\", \"valueInfo\": {\"transient\": true}}";

    static Stream<Arguments> withoutSigningIn() {
        return Stream.of(
                Arguments.of("reads tasks", "GET", ENGINE + "/task", null),
                Arguments.of("queries tasks", "POST", ENGINE + "/task", "{}"),
                Arguments.of("reads accounts", "GET", ENGINE + "/user", null),
                Arguments.of("reads history", "GET", ENGINE + "/history/process-instance", null),
                Arguments.of("reads variables", "GET", ENGINE + "/variable-instance", null),
                Arguments.of(
                        "starts a process",
                        "POST",
                        ENGINE + "/process-definition/key/document-issue/submit-form",
                        "{}"),
                Arguments.of("deploys", "POST", ENGINE + "/deployment/create", "{}"),
                Arguments.of(
                        "makes the first administrator",
                        "POST",
                        "/camunda/api/admin/setup/default/user/create",
                        "{\"profile\": {\"id\": \"x\"}, \"credentials\": {\"password\": \"x\"}}"),
                Arguments.of("uses the open interface", "GET", "/engine-rest/task", null),
                Arguments.of("uses the open interface to deploy", "POST", "/engine-rest/deployment/create", "{}"));
    }

    @ParameterizedTest(name = "anonymous: {0}")
    @MethodSource("withoutSigningIn")
    void nobodyComesInWithoutSigningIn(String name, String method, String path, String body) {
        unchanged(() -> {
            var answer = as(null).send(method, path, body);
            assertThat(answer.statusCode()).as(name).isIn(302, 401, 403, 404);
            assertThat(answer.body()).as(name).doesNotContain("phong-kinh-te");
        });
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("ad hoc query, assignee", "/task", "{\"assigneeExpression\": \"%s\"}"),
                Arguments.of("ad hoc query, candidate", "/task", "{\"candidateUserExpression\": \"%s\"}"),
                Arguments.of("ad hoc query, due date", "/task", "{\"dueBeforeExpression\": \"%s\"}"),
                Arguments.of("ad hoc query, in an or", "/task", "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}"),
                Arguments.of(
                        "in an or of an or",
                        "/task",
                        "{\"orQueries\": [{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}]}"),
                Arguments.of("in an or, counted", "/task/count", "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}"),
                Arguments.of(
                        "hidden behind a field said twice",
                        "/task",
                        "{\"orQueries\": [], \"orQueries\": [{\"assigneeExpression\": \"%s\"}]}"),
                Arguments.of("count", "/task/count", "{\"assigneeExpression\": \"%s\"}"));
    }

    @ParameterizedTest(name = "expression: {0}")
    @MethodSource("expressions")
    void noQueryRunsAnExpression(String name, String path, String body) {
        var answer = as(HEAD).post(ENGINE + path, body.formatted(EXPRESSION));

        assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(403);
        assertNotRun(answer);
    }

    /** The engine itself looks for expressions in a query but not in its alternatives. */
    @Test
    void noAlternativeOfAQueryRunsAnExpression() {
        var body =
                "{\"orQueries\": [{\"assigneeExpression\": \"${environment.getProperty('plan.access.admin-password')}\"}]}";

        for (var path : List.of(
                "/task",
                "/task/count",
                "/filter/" + world.known("list") + "/list",
                "/filter/" + world.known("list") + "/count")) {
            assertThat(as(HEAD).post(ENGINE + path, body).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void noQueryInTheAddressRunsAnExpression() {
        var answer = as(HEAD).get(ENGINE + "/task?assigneeExpression=%24%7B7*7%7D");

        assertThat(answer.statusCode()).isBetween(400, 500);
        assertThat(answer.body()).doesNotContain("49");
    }

    @Test
    void noListIsExtendedByAnExpression() {
        var answer = as(HEAD).post(
                        ENGINE + "/filter/" + world.known("list") + "/list",
                        "{\"assigneeExpression\": \"" + EXPRESSION + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
        assertNotRun(answer);
    }

    @Test
    void noListIsStoredWithAnExpressionNotEvenByAnAdministrator() {
        for (var who : List.of(OFFICER, HEAD, ADMIN)) {
            forbidden(
                    who,
                    "POST",
                    ENGINE + "/filter/create",
                    "{\"name\": \"x\", \"resourceType\": \"Task\", \"query\": {\"assigneeExpression\": \"" + EXPRESSION
                            + "\"}}");
        }
    }

    @Test
    void whatIsTypedIsNeverAnExpression() {
        var task = world.made("officersTask");
        as(OFFICER).post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"" + OFFICER + "\"}");

        var answer = complete(OFFICER, task, "{\"answer\": " + json("{\"result\": \"${7*7} #{7*7}\"}") + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from assignment where result = '${7*7} #{7*7}'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                Arguments.of(
                        "a serialised Java object",
                        "{\"answer\": {\"type\": \"Object\", \"value\": \"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\","
                                + " \"valueInfo\": {\"transient\": true, \"objectTypeName\": \"java.util.HashMap\","
                                + " \"serializationDataFormat\": \"application/x-java-serialized-object\"}}}"),
                Arguments.of(
                        "an object of a class of one's choice",
                        "{\"answer\": {\"type\": \"Object\", \"value\": \"{}\", \"valueInfo\": {\"transient\": true,"
                                + " \"objectTypeName\": \"javax.swing.JEditorPane\","
                                + " \"serializationDataFormat\": \"application/json\"}}}"),
                Arguments.of("a file", "{\"answer\": {\"type\": \"File\", \"value\": \"eA==\"}}"),
                Arguments.of("another unit", "{\"answer\": " + ACCEPTED + ", \"unit\": {\"value\": \"y-te\"}}"),
                Arguments.of("other leaders", "{\"leads\": {\"value\": \"y-te.head\"}}"),
                Arguments.of("another assignment", "{\"assignment\": {\"value\": \"x\"}}"),
                Arguments.of("the person who began it", "{\"initiator\": {\"value\": \"ubnd.head\"}}"),
                Arguments.of(
                        "an answer that stays",
                        "{\"answer\": {\"type\": \"Json\", \"value\": \"{\\\"accepted\\\": true}\"}}"));
    }

    @ParameterizedTest(name = "variable: {0}")
    @MethodSource("variables")
    void aTaskTakesOnlyWhatItsFormSends(String name, String variables) {
        var task = world.made("claimed");

        for (var way : List.of("complete", "submit-form")) {
            forbidden(HEAD, "POST", ENGINE + "/task/" + task + "/" + way, "{\"variables\": " + variables + "}");
        }
    }

    @Test
    void aTaskDoesNotGiveItsVariablesBack() {
        forbidden(
                HEAD,
                "POST",
                ENGINE + "/task/" + world.made("claimed") + "/submit-form",
                "{\"variables\": {\"answer\": " + ACCEPTED + "}, \"withVariablesInReturn\": true}");
    }

    @Test
    void nobodyCompletesWhatAColleagueClaimed() {
        var task = world.made("claimed");

        forbidden(
                DEPUTY,
                "POST",
                ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\": {\"answer\": " + ACCEPTED + "}}");
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isEqualTo(1);
    }

    @Test
    void nobodyCompletesWhatNobodyClaimed() {
        forbidden(
                HEAD,
                "POST",
                ENGINE + "/task/" + world.made("receipt") + "/submit-form",
                "{\"variables\": {\"answer\": " + ACCEPTED + "}}");
    }

    @Test
    void nobodyClaimsInAColleaguesName() {
        forbidden(
                DEPUTY, "POST", ENGINE + "/task/" + world.made("receipt") + "/claim", "{\"userId\": \"" + HEAD + "\"}");
    }

    @Test
    void theSameFieldTwiceHidesNothing() {
        forbidden(
                DEPUTY,
                "POST",
                ENGINE + "/task/" + world.made("receipt") + "/claim",
                "{\"userId\": \"" + HEAD + "\", \"userId\": \"" + DEPUTY + "\"}");
    }

    @Test
    void noProcessBeginsInItsMiddle() {
        var middle = "{\"startInstructions\": [{\"type\": \"startBeforeActivity\","
                + " \"activityId\": \"UserTask_NumberAndIssue\"}]}";

        for (var way : List.of("start", "submit-form")) {
            forbidden(OFFICER, "POST", ENGINE + "/process-definition/key/document-issue/" + way, middle);
        }
    }

    @Test
    void noProcessBeginsUnderTheKeyOfOtherWork() {
        forbidden(
                OFFICER,
                "POST",
                ENGINE + "/process-definition/key/document-issue/submit-form",
                "{\"businessKey\": \"" + world.known("duty") + "\"}");
    }

    static Stream<Arguments> models() {
        var scripted = model("<scriptTask id=\"s\" scriptFormat=\"javascript\"><script>1</script></scriptTask>");
        var external = "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + model("<task id=\"t\" name=\"&x;\"/>");
        return Stream.of(
                Arguments.of("with a script", "x.bpmn", scripted),
                Arguments.of("with an external entity", "x.bpmn", external),
                Arguments.of("with an expression", "x.bpmn", model("<userTask id=\"t\" name=\"" + EXPRESSION + "\"/>")),
                Arguments.of("a form with a script", "forms/x.html", "<form><script>alert(1)</script></form>"));
    }

    @ParameterizedTest(name = "deployment: {0}")
    @MethodSource("models")
    void nobodyDeploysNotEvenAnAdministrator(String name, String file, String content) {
        var boundary = "----x";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        unchanged(() -> {
            for (var who : List.of(OFFICER, HEAD, ADMIN)) {
                var answer = as(who).send(ENGINE + "/deployment/create", request -> request.header(
                                "Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body)));
                assertThat(answer.statusCode()).as(name + " by " + who).isEqualTo(403);
            }
        });
    }

    @Test
    void aModelReadsNoFileOfTheServer() {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "x.bpmn",
                        "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + model("<task id=\"t\" name=\"&x;\"/>"));

        assertThatThrownBy(deployment::deploy)
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageNotContaining("root:");
    }

    @Test
    void noScriptFindsAnEngine() {
        var engines = new ScriptEngineManager();

        assertThat(Stream.of("javascript", "nashorn", "graal.js", "groovy", "python", "ruby")
                        .filter(language -> engines.getEngineByName(language) != null))
                .isEmpty();
    }

    @Test
    void noSerialisedObjectIsKept() {
        var task = world.made("claimed");

        assertThatThrownBy(() -> engine.getTaskService()
                        .setVariables(
                                task,
                                Map.of(
                                        "x",
                                        Variables.serializedObjectValue("rO0ABXA=")
                                                .serializationDataFormat("application/x-java-serialized-object")
                                                .objectTypeName("java.util.HashMap")
                                                .create())))
                .isInstanceOf(ProcessEngineException.class);
    }

    static Stream<Arguments> disguises() {
        return Stream.of(
                Arguments.of("a path parameter", ENGINE + "/deployment/create;x=/task"),
                Arguments.of("a path parameter before", ENGINE + ";a=b/deployment/create"),
                Arguments.of("two slashes", ENGINE + "//deployment/create"),
                Arguments.of("a slash at the end", ENGINE + "/deployment/create/"),
                Arguments.of("an encoded letter", ENGINE + "/%64eployment/create"),
                Arguments.of("an encoded slash", ENGINE + "/deployment%2Fcreate"),
                Arguments.of("a dot", ENGINE + "/./deployment/create"),
                Arguments.of("a way up", ENGINE + "/task/../deployment/create"),
                Arguments.of("an encoded way up", ENGINE + "/task/%2e%2e/deployment/create"),
                Arguments.of("the interface without an engine", "/camunda/api/engine/deployment/create"),
                Arguments.of("capital letters", ENGINE.toUpperCase() + "/deployment/create"));
    }

    @ParameterizedTest(name = "path: {0}")
    @MethodSource("disguises")
    void noPathIsReadDifferentlyByTheGateAndByTheEngine(String name, String path) {
        unchanged(() -> assertThat(as(ADMIN).send("POST", path, "{}").statusCode())
                .as(name)
                .isIn(400, 401, 403, 404, 405));
    }

    @Test
    void noHeaderTurnsOneActIntoAnother() {
        var instance = world.known("instance");

        unchanged(() -> as(ADMIN).send(ENGINE + "/process-instance/" + instance, request -> request.header(
                        "X-HTTP-Method-Override", "DELETE")
                .header("X-HTTP-Method", "DELETE")
                .POST(BodyPublishers.ofString("{}"))));
    }

    @Test
    void anAdministratorDoesNotBecomeALeader() {
        forbidden(ADMIN, "PUT", ENGINE + "/group/ubnd.head/members/admin", null);
    }

    @Test
    void anAdministratorGivesNoRightToTheWork() {
        forbidden(
                ADMIN,
                "POST",
                ENGINE + "/authorization/create",
                "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"admin\", \"resourceType\": 7, \"resourceId\": \"*\"}");
    }

    @Test
    void anAdministratorDoesNotApproveContent() {
        var task = world.made("receipt");

        forbidden(ADMIN, "POST", ENGINE + "/task/" + task + "/claim", "{\"userId\": \"admin\"}");
        forbidden(
                ADMIN,
                "POST",
                ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\": {\"answer\": " + ACCEPTED + "}}");
    }

    @Test
    void anAdministratorDoesNotClearTheLog() {
        for (var path : List.of("/history/cleanup", "/history/process-instance/delete")) {
            forbidden(ADMIN, "POST", ENGINE + path, "{}");
        }
    }

    @Test
    void nobodyRenamesThemselvesIntoALeader() {
        forbidden(
                OFFICER,
                "PUT",
                ENGINE + "/user/" + OFFICER + "/profile",
                "{\"id\": \"" + OFFICER + "\", \"firstName\": \"Chủ tịch UBND thành phố\", \"lastName\": \"\"}");
    }

    @Test
    void nobodyTakesTheirTracesAwayWithTheirAccount() {
        forbidden(OFFICER, "DELETE", ENGINE + "/user/" + OFFICER, null);
    }

    @Test
    void nobodyChangesAColleaguesPassword() {
        forbidden(
                OFFICER,
                "PUT",
                ENGINE + "/user/" + HEAD + "/credentials",
                "{\"password\": \"bien-chieu-lang-song-2\", \"authenticatedUserPassword\": \"trienkhai\"}");
    }

    @Test
    void nobodyGuessesPasswordsBesideTheSignIn() {
        forbidden(
                OFFICER, "POST", ENGINE + "/identity/verify", "{\"username\": \"admin\", \"password\": \"trienkhai\"}");
    }

    @Test
    void nobodyReadsTheVariablesOfOthers() throws Exception {
        world.known("instance");

        var answer = as("y-te.officer").get(ENGINE + "/variable-instance");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.readTree(answer.body())).isEmpty();
    }

    @Test
    void nobodyLearnsTheNameOfAnothersTaskFromItsId() {
        var task = world.made("receipt");

        for (var answer : List.of(
                as("y-te.officer").get("/api/forms/tasks/" + task),
                as("y-te.officer").get(ENGINE + "/task/" + task),
                as("y-te.officer").post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"y-te.officer\"}"))) {
            assertThat(answer.statusCode()).isIn(403, 404);
            assertThat(answer.body()).doesNotContain("Việc kín");
        }
    }

    private void forbidden(String who, String method, String path, String body) {
        unchanged(() -> {
            var answer = as(who).send(method, path, body);
            assertThat(answer.statusCode())
                    .as("%s %s as %s: %s", method, path, who, answer.body())
                    .isEqualTo(403);
        });
    }

    private void unchanged(Runnable attack) {
        var before = state();
        attack.run();
        assertThat(state()).isEqualTo(before);
    }

    private HttpResponse<String> complete(String who, String task, String variables) {
        return as(who).post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\": " + variables + "}");
    }

    private static String json(String answer) {
        return "{\"type\": \"Json\", \"value\": \"" + answer.replace("\"", "\\\"")
                + "\", \"valueInfo\": {\"transient\": true}}";
    }

    private static void assertNotRun(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("\"" + System.getProperty("user.name") + "\"");
    }

    private static String model(String element) {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\">"
                + "<process id=\"x\" isExecutable=\"true\"><startEvent id=\"a\"/>" + element
                + "</process></definitions>";
    }
}
