package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.Browserless;

/** Who gets in where, as it is met over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@DirtiesContext
class OperationGateTests {

    private static final String HAND_OVER = "/api/operation/hand-over";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    HistoryService historyService;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/operation/options",
                "/api/operation/tasks",
                "/api/operation/instances",
                "/api/operation/log",
                "/api/operation/hand-over",
                "/api/operation/hand-over/preview?from=y-te.head&to=y-te.deputy",
                "/api/operation/heat/x",
                "/api/operation/files/tasks.csv"
            })
    void isClosedToStrangersAndOfficers(String path) throws Exception {
        assertThat(Browserless.anonymous(port).get(path).statusCode()).isEqualTo(401);
        var officer = Browserless.signedIn(port, "y-te.officer").get(path);
        assertThat(officer.statusCode()).isEqualTo(403);
        assertThat(body(officer.body()).path("message").asText())
                .isEqualTo("Chỉ lãnh đạo đơn vị và người quản trị xem được trang này.");
    }

    @Test
    void tellsAHeadWhatThereIsToChooseInTheAlphabetsOrder() throws Exception {
        var head = body(Browserless.signedIn(port, "y-te.head")
                .get("/api/operation/options")
                .body());
        var leader = body(Browserless.signedIn(port, "ubnd.head")
                .get("/api/operation/options")
                .body());

        assertThat(head.path("everything").asBoolean()).isFalse();
        assertThat(head.path("readsLog").asBoolean()).isFalse();
        assertThat(head.path("handsOver").asBoolean()).isTrue();
        assertThat(head.path("units").findValuesAsText("label")).containsExactly("Phòng Y tế");
        assertThat(leader.path("everything").asBoolean()).isTrue();
        assertThat(leader.path("readsLog").asBoolean()).isTrue();
        assertThat(leader.path("units").findValuesAsText("label"))
                .containsSubsequence(
                        "Ban Chỉ huy Quân sự thành phố",
                        "Công an thành phố",
                        "Phòng Kinh tế",
                        "Ủy ban nhân dân xã Thổ Châu");
        assertThat(leader.path("processes").findValuesAsText("label"))
                .containsSubsequence("Báo cáo của đơn vị", "Chương trình công tác", "Đính chính, thu hồi nội dung");
    }

    @Test
    void savesATableAsAFileThatExcelOpens() throws Exception {
        var leader = Browserless.signedIn(port, "ubnd.head");

        var text = leader.get("/api/operation/files/tasks.csv?state=ALL");
        assertThat(text.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"tasks.csv\"");
        assertThat(text.body())
                .startsWith("\uFEFFViệc;Quy trình;Người;Hạn;So với hạn;Trạng thái;Đến lúc;Xong lúc;Thời gian\r\n")
                .contains("Xác nhận từng nhiệm vụ");
        var workbook = leader.get("/api/operation/files/instances.xlsx?state=ALL");
        assertThat(workbook.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(workbook.body()).startsWith("PK");
        assertThat(body(leader.get("/api/operation/files/tasks.csv?from=31/02/2021")
                                .body())
                        .path("message")
                        .asText())
                .isEqualTo("Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “31/02/2021”.");
    }

    @Test
    void closesOtherUnitsTheLogAndTheWholeProcessToAHead() {
        var head = Browserless.signedIn(port, "y-te.head");

        assertThat(head.get("/api/operation/tasks?unit=phong-kinh-te").statusCode())
                .isEqualTo(403);
        assertThat(head.get("/api/operation/log").statusCode()).isEqualTo(403);
        assertThat(head.get("/api/operation/heat/x").statusCode()).isEqualTo(403);
        assertThat(head.get(HAND_OVER + "/preview?from=phong-kinh-te.head&to=phong-kinh-te.deputy")
                        .statusCode())
                .isEqualTo(403);
        assertThat(head.get("/api/operation/instances/" + anyInstance()).statusCode())
                .isEqualTo(404);
        assertThat(head.get("/api/operation/instances/" + anyInstance() + "/diagram")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browserless.signedIn(port, "ubnd.head")
                        .get("/api/operation/instances/" + anyInstance())
                        .statusCode())
                .isEqualTo(200);
    }

    /** The plan's adoption, which belongs to no unit that y-te leads. */
    private String anyInstance() {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("plan-adoption")
                .singleResult()
                .getId();
    }

    @Test
    void saysInVietnameseWhatIsWrong() throws Exception {
        var leader = Browserless.signedIn(port, "ubnd.head");

        var noDay = leader.get("/api/operation/tasks?from=31/02/2021");
        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(body(noDay.body()).path("message").asText())
                .isEqualTo("Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “31/02/2021”.");
        assertThat(leader.get("/api/operation/tasks?state=X").statusCode()).isEqualTo(404);
        assertThat(leader.get("/api/operation/heat/x").statusCode()).isEqualTo(404);
        assertThat(body(Browserless.signedIn(port, "y-te.head")
                                .post(HAND_OVER, "{\"from\": \"y-te.officer\"}")
                                .body())
                        .path("message")
                        .asText())
                .isEqualTo("Có 1 mục chưa đúng: xem dòng có dấu ⚠.");
    }

    @Test
    void handsOverOnlyFromItsOwnPage() {
        var head = Browserless.signedIn(port, "y-te.head");

        assertThat(head.postFromAnotherSite(HAND_OVER, "{}").statusCode()).isEqualTo(403);
        assertThat(Browserless.signedIn(port, "y-te.officer")
                        .post(HAND_OVER, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonNode body(String text) throws Exception {
        return json.readTree(text);
    }
}
