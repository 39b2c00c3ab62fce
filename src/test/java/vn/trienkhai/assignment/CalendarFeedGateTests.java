package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.Browserless;

/** Secret addresses of calendars over HTTP: the address is the right, and only who is signed in makes one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@DirtiesContext
class CalendarFeedGateTests {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void isReadWithoutSigningInByWhoeverHasTheAddress() throws Exception {
        var head = Browserless.signedIn(port, "y-te.head");
        var created = head.post("/api/calendar-feeds/PERSON", "");
        assertThat(created.statusCode()).isEqualTo(200);
        var path = URI.create(json.readTree(created.body()).path("address").asText())
                .getPath();

        var read = Browserless.anonymous(port).get(path);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(read.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(read.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(read.body().replace("\r\n ", ""))
                .startsWith("BEGIN:VCALENDAR")
                .contains("X-WR-CALNAME:Thời hạn – Trưởng phòng Y tế");
        assertThat(head.get("/api/calendar-feeds").body()).doesNotContain(path.substring(6, 20));
    }

    @Test
    void saysInVietnameseThatACalendarIsGone() {
        for (var path : new String[] {"/lich/abc.ics", "/lich/..%2F..%2Fetc.ics", "/lich/%00.ics"}) {
            var answer = Browserless.anonymous(port).get(path);

            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("Exception");
        }
        assertThat(Browserless.anonymous(port).get("/lich/abc.ics").body())
                .isEqualTo("Lịch này không có hoặc đã bị thu hồi.");
    }

    @Test
    void isMadeOnlyFromOurOwnPageByWhoMay() {
        var officer = Browserless.signedIn(port, "y-te.officer");

        assertThat(Browserless.anonymous(port).get("/api/calendar-feeds").statusCode())
                .isEqualTo(401);
        assertThat(officer.postFromAnotherSite("/api/calendar-feeds/PERSON", "").statusCode())
                .isEqualTo(403);
        var ofTheUnit = officer.post("/api/calendar-feeds/UNIT", "");
        assertThat(ofTheUnit.statusCode()).isEqualTo(422);
        assertThat(ofTheUnit.body()).contains("Chỉ lãnh đạo đơn vị được tạo hoặc thu hồi lịch của đơn vị.");
        assertThat(officer.post("/api/calendar-feeds/NOBODY", "").statusCode()).isIn(400, 404);
    }
}
