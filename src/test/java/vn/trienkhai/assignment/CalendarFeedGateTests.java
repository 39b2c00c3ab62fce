package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.Browserless;

/** The calendar as a calendar program meets it over HTTP, and the making of its address as the page "Tin báo" does. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@DirtiesContext
class CalendarFeedGateTests {

    private static final String API = "/api/calendar-feeds";
    private static final String HEAD = "phong-kinh-te.head";
    private static final String BASE_URL = "http://localhost:8080";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void isReadWithoutSigningIn() throws Exception {
        var path = created(Browserless.signedIn(port, HEAD), "PERSON");

        var answer = Browserless.anonymous(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("X-WR-CALNAME:Thời hạn – Trưởng phòng Kinh tế\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void saysInWordsThatThereIsNoSuchCalendar() {
        var stranger = Browserless.anonymous(port);

        for (var path : List.of(
                "/lich/" + "A".repeat(43) + ".ics",
                "/lich/" + "A".repeat(43),
                "/lich/khong-co.ics",
                "/lich/.ics",
                "/lich/%3Cscript%3E.ics")) {
            var answer = stranger.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).as(path).isEqualTo("text/plain;charset=utf-8");
            assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(answer.body()).as(path).isEqualTo("Không có lịch này: địa chỉ sai, đã thu hồi hoặc đã thay.\n");
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void endsWhenItsOwnerRevokesIt() throws Exception {
        var person = Browserless.signedIn(port, "y-te.officer");
        var path = created(person, "PERSON");
        assertThat(Browserless.anonymous(port).get(path).statusCode()).isEqualTo(200);

        assertThat(person.delete(API + "/PERSON").statusCode()).isEqualTo(204);

        assertThat(Browserless.anonymous(port).get(path).statusCode()).isEqualTo(404);
        assertThat(body(person.get(API)).at("/0/active").asBoolean()).isFalse();
    }

    @Test
    void neverShowsAnAddressAgain() throws Exception {
        var person = Browserless.signedIn(port, HEAD);
        var path = created(person, "UNIT");
        var token = path.substring("/lich/".length(), path.length() - ".ics".length());

        var list = person.get(API);

        assertThat(body(list).at("/1/owner").asText()).isEqualTo("UNIT");
        assertThat(body(list).at("/1/label").asText()).isEqualTo("Phòng Kinh tế");
        assertThat(body(list).at("/1/active").asBoolean()).isTrue();
        assertThat(list.body()).doesNotContain(token);
    }

    @Test
    void isMadeOnlyByWhoIsSignedInFromOurOwnPage() {
        var person = Browserless.signedIn(port, HEAD);
        var stranger = Browserless.anonymous(port);

        assertThat(person.postFromAnotherSite(API, "{\"owner\": \"PERSON\"}").statusCode())
                .isEqualTo(403);
        assertThat(stranger.get(API).statusCode()).isEqualTo(401);
        assertThat(stranger.post(API, "{\"owner\": \"PERSON\"}").statusCode()).isEqualTo(401);
        assertThat(stranger.delete(API + "/PERSON").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesInVietnamese() throws Exception {
        var officer = Browserless.signedIn(port, "phong-kinh-te.officer");

        var ofTheUnit = officer.post(API, "{\"owner\": \"UNIT\"}");

        assertThat(ofTheUnit.statusCode()).isEqualTo(422);
        assertThat(body(ofTheUnit).path("message").asText())
                .isEqualTo("Chỉ lãnh đạo Phòng Kinh tế được tạo hoặc thu hồi địa chỉ lịch của đơn vị.");
        assertThat(officer.delete(API + "/UNIT").statusCode()).isEqualTo(422);
        assertThat(officer.delete(API + "/NOBODY").statusCode()).isEqualTo(404);
        for (var wrong : List.of("{\"owner\": \"NOBODY\"}", "{}", "{")) {
            assertThat(officer.post(API, wrong).statusCode()).as(wrong).isEqualTo(422);
        }
    }

    /** @return the path of the address */
    private String created(Browserless person, String owner) throws Exception {
        var answer = person.post(API, "{\"owner\": \"" + owner + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        var address = body(answer).path("address").asText();
        assertThat(address).matches(BASE_URL + "/lich/[A-Za-z0-9_-]{43}\\.ics");
        return address.substring(BASE_URL.length());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("").replace("UTF-8", "utf-8");
    }

    private JsonNode body(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body());
    }
}
