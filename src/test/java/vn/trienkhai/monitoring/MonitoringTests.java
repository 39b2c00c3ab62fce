package vn.trienkhai.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;
import vn.trienkhai.Browserless;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.plan.Measure;

/**
 * The third quarter of 2021, looked at on 05/10/2021 and as of days before.
 *
 * <pre>
 * opened 01/07    duty    due            what became of it
 * duong-dong      XP-2    30/07          handed in 29/07
 * duong-dong      XP-3    10/08          nothing
 * an-thoi         XP-2    30/07          handed in 03/08
 * ham-ninh        XP-2    30/07          withdrawn 05/07
 * y-te            KT-1b   30/09          nothing
 * phong-kinh-te   KT-2a   15/10          nothing
 * tt-vhtt         TTVH-1  none           nothing
 * mttq            KT-1b   31/08, asked   nothing
 *
 * evidence        duty    of             recorded         channel  topic  counts
 * duong-dong      XP-2    05/07–09/07    10/07            KENH-04  ND-3   10 broadcasts, 50 minutes
 * duong-dong      XP-2    28/07–02/08    03/08            KENH-04  ND-3   6 broadcasts, 30 minutes
 * an-thoi         XP-2    12/08          13/08            KENH-04  ND-1   2 broadcasts, 10 minutes, corrected
 *                                        20/08                            to 3 broadcasts, 15 minutes
 * y-te            KT-1b   30/08          01/09            none     none   4 documents
 * phong-kinh-te   KT-2a   01/09          02/09, gone 15/09  KENH-07  ND-2  5 banners
 * duong-dong      XP-2    29/09          02/10            KENH-04  ND-3   1 broadcast, 5 minutes
 * </pre>
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
@DirtiesContext
class MonitoringTests extends ProcessTest {

    private static final String QUARTER = "from=2021-07-01&to=2021-09-30";
    private static final LocalDate JULY_30 = LocalDate.of(2021, 7, 30);

    static final List<String> TABLES = ManagersSee.tables();

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void aQuarterPasses() {
        itIs(1, 7);
        var kept = open("duong-dong", "XP-2", "Phát loa quý III", JULY_30);
        open("duong-dong", "XP-3", "Báo cáo phường", LocalDate.of(2021, 8, 10));
        var late = open("an-thoi", "XP-2", "Phát loa quý III", JULY_30);
        var withdrawn = open("ham-ninh", "XP-2", "Phát loa quý III", JULY_30);
        open("y-te", "KT-1b", "Cung cấp thông tin", LocalDate.of(2021, 9, 30));
        open("phong-kinh-te", "KT-2a", "Treo băng rôn", LocalDate.of(2021, 10, 15));
        open("tt-vhtt", "TTVH-1", "Xây dựng chuyên mục", null);
        ask("mttq", "KT-1b", "Cung cấp thông tin", LocalDate.of(2021, 8, 31));
        itIs(5, 7);
        assignments.withdraw(withdrawn, "Phường đã làm trong tháng 6", "phong-vhtt.head");
        itIs(10, 7);
        record("duong-dong", "XP-2", "KENH-04", "ND-3", day(5, 7), day(9, 7), broadcast(10, 50));
        itIs(29, 7);
        finish(kept, "duong-dong.head");
        itIs(3, 8);
        record("duong-dong", "XP-2", "KENH-04", "ND-3", day(28, 7), day(2, 8), broadcast(6, 30));
        finish(late, "an-thoi.head");
        itIs(12, 8);
        desk.runDueJobs();
        itIs(13, 8);
        var wrong = record("an-thoi", "XP-2", "KENH-04", "ND-1", day(12, 8), null, broadcast(2, 10));
        itIs(20, 8);
        evidence.correct(
                wrong,
                entry("an-thoi", "XP-2", "KENH-04", "ND-1", day(12, 8), null, broadcast(3, 15)),
                "Đếm thiếu",
                "an-thoi.head");
        itIs(1, 9);
        record("y-te", "KT-1b", null, null, day(30, 8), null, Map.of(Measure.DOCUMENTS, 4L));
        itIs(2, 9);
        var gone = record("phong-kinh-te", "KT-2a", "KENH-07", "ND-2", day(1, 9), null, Map.of(Measure.BANNERS, 5L));
        itIs(15, 9);
        evidence.withdraw(gone, "Chưa treo");
        itIs(2, 10);
        record("duong-dong", "XP-2", "KENH-04", "ND-3", day(29, 9), null, broadcast(1, 5));
    }

    @BeforeEach
    void itIsTheFifthOfOctober() {
        itIs(5, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "options",
                "overview",
                "duties",
                "assignments",
                "figures",
                "evidence",
                "idle",
                "escalations",
                "broadcasts",
                "calendar",
                "inspections",
                "reports",
                "timeline",
                "files/units.csv",
                "files/units.xlsx"
            })
    void isClosedToStrangersAndToWhoIsNobodyInAUnit(String address) throws Exception {
        var path = "/api/monitoring/" + address;

        var admin = Browserless.signedIn(port, "admin").get(path);

        assertThat(Browserless.anonymous(port).get(path).statusCode()).isEqualTo(401);
        assertThat(admin.statusCode()).isEqualTo(403);
        assertThat(json.readTree(admin.body()).properties())
                .extracting(Map.Entry::getKey)
                .containsOnly("message", "fields");
        assertThat(json.readTree(admin.body()).path("message").asText())
                .isEqualTo("Trang này dành cho người của các đơn vị thực hiện kế hoạch.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubnd.head", "ubnd.deputy", "van-phong.clerk", "phong-vhtt.officer", "phong-vhtt.head"})
    void isOpenWholeToLeadersTheOfficeAndTheLeadAgency(String user) {
        var overview = seenBy(user, "overview?" + QUARTER);

        assertThat(overview.at("/view/wholePlan").asBoolean()).isTrue();
        assertThat(counts(overview.path("totals"))).isEqualTo("1 1 2 0 0 1 1 5");
        assertThat(overview.path("units").findValuesAsText("code"))
                .contains("duong-dong", "y-te", "tt-vhtt", "phong-kinh-te", "phong-vhtt");
    }

    @ParameterizedTest
    @CsvSource({
        "y-te.officer, y-te, duong-dong, 0 0 1 0 0 0 0 1",
        "duong-dong.head, duong-dong, y-te, 1 0 1 0 0 0 0 2",
        "mttq.head, mttq, y-te, 0 0 0 0 0 0 1 0"
    })
    void showsEveryoneElseTheOwnUnitOnly(String user, String own, String other, String totals) {
        var overview = seenBy(user, "overview?" + QUARTER);

        assertThat(overview.at("/view/wholePlan").asBoolean()).isFalse();
        assertThat(overview.path("units").findValuesAsText("code")).containsExactly(own);
        assertThat(counts(overview.path("totals"))).isEqualTo(totals);
        assertThat(seenBy(user, "options").path("units").findValuesAsText("code"))
                .containsExactly(own);
        assertThat(seenBy(user, "evidence?" + QUARTER).path("evidence"))
                .allSatisfy(line -> assertThat(line.at("/unit/code").asText()).isEqualTo(own));
        for (var address : List.of("overview", "assignments", "figures", "evidence", "timeline", "files/units.csv")) {
            assertThat(refused(user, address + "?unit=" + other, 403))
                    .isEqualTo("Bạn chỉ xem được số liệu của đơn vị mình.");
        }
    }

    @Test
    void countsWorkByUnitAndByDuty() {
        var overview = seenBy("ubnd.head", "overview?" + QUARTER);
        var duties = seenBy("ubnd.head", "duties?" + QUARTER);

        assertThat(ofUnits(overview))
                .containsEntry("duong-dong", "1 0 1 0 0 0 0 2")
                .containsEntry("an-thoi", "0 1 0 0 0 0 0 1")
                .containsEntry("y-te", "0 0 1 0 0 0 0 1")
                .containsEntry("tt-vhtt", "0 0 0 0 0 1 0 1")
                .containsEntry("mttq", "0 0 0 0 0 0 1 0")
                .containsEntry("ham-ninh", "0 0 0 0 0 0 0 0")
                .containsEntry("phong-kinh-te", "0 0 0 0 0 0 0 0");
        assertThat(cell(duties, "duong-dong", "XP-2")).isEqualTo("1 0 0 0 0 0 0 1");
        assertThat(cell(duties, "duong-dong", "XP-3")).isEqualTo("0 0 1 0 0 0 0 1");
        assertThat(cell(duties, "duong-dong", "KT-2a")).isEqualTo("0 0 0 0 0 0 0 0");
    }

    @Test
    void tellsAPastDayAsItWas() {
        assertThat(counts(seenBy("ubnd.head", "overview?asOf=2021-07-04").path("totals")))
                .as("nothing done; what was withdrawn on 05/07 still counts; the quarter of that day")
                .isEqualTo("0 0 0 0 5 1 1 6");
        assertThat(counts(seenBy("ubnd.head", "overview?asOf=2021-09-28").path("totals")))
                .as("two working days left to y-te")
                .isEqualTo("1 1 1 1 0 1 1 5");
        assertThat(amounts("rows=CHANNEL&asOf=2021-08-15&" + QUARTER))
                .containsExactly("KENH-04: 3 BROADCASTS=18 MINUTES=90");
        assertThat(amounts("rows=CHANNEL&asOf=2021-09-10&" + QUARTER))
                .containsExactly("-: 1 DOCUMENTS=4", "KENH-04: 3 BROADCASTS=19 MINUTES=95", "KENH-07: 1 BANNERS=5");
        assertThat(seenBy("ubnd.head", "overview?asOf=2021-10-05")
                        .at("/view/asOf")
                        .isNull())
                .as("today is now")
                .isTrue();
    }

    @Test
    void countsWhatWasDoneByMonthAndInAll() {
        assertThat(amounts("rows=CHANNEL&by=MONTH&" + QUARTER))
                .as("over the end of July: in both months, once in the quarter")
                .containsExactly(
                        "-: 0 | 1 DOCUMENTS=4 | 0 | 1 DOCUMENTS=4",
                        "KENH-04: 2 BROADCASTS=16 MINUTES=80 | 2 BROADCASTS=9 MINUTES=45"
                                + " | 1 BROADCASTS=1 MINUTES=5 | 4 BROADCASTS=20 MINUTES=100");
        assertThat(amounts("rows=UNIT&rows=TOPIC&" + QUARTER))
                .containsExactlyInAnyOrder(
                        "duong-dong ND-3: 3 BROADCASTS=17 MINUTES=85",
                        "an-thoi ND-1: 1 BROADCASTS=3 MINUTES=15",
                        "y-te -: 1 DOCUMENTS=4");
        assertThat(amounts("rows=DUTY&by=YEAR&from=2021-01-01&to=2022-12-31"))
                .containsExactly(
                        "KT-1b: 1 DOCUMENTS=4 | 0 | 1 DOCUMENTS=4",
                        "XP-2: 4 BROADCASTS=20 MINUTES=100 | 0 | 4 BROADCASTS=20 MINUTES=100");
        assertThat(seenBy("ubnd.head", "figures?rows=UNIT&by=QUARTER&from=2021-07-01&to=2021-12-31")
                        .path("columns")
                        .findValuesAsText("label"))
                .containsExactly("Quý III/2021", "Quý IV/2021", "Cả kỳ");
    }

    @Test
    void filters() {
        assertThat(amounts("rows=UNIT&topic=ND-1&" + QUARTER)).containsExactly("an-thoi: 1 BROADCASTS=3 MINUTES=15");
        assertThat(amounts("rows=UNIT&channel=-&" + QUARTER)).containsExactly("y-te: 1 DOCUMENTS=4");
        assertThat(amounts("rows=UNIT&channel=KENH-04&unit=duong-dong&" + QUARTER))
                .containsExactly("duong-dong: 3 BROADCASTS=17 MINUTES=85");
        assertThat(counts(seenBy("phong-vhtt.officer", "overview?unit=an-thoi&" + QUARTER)
                        .path("totals")))
                .isEqualTo("0 1 0 0 0 0 0 1");
        assertThat(counts(seenBy("ubnd.head", "overview?from=01/10/2021&to=31/12/2021")
                        .path("totals")))
                .as("phong-kinh-te by 15/10, tt-vhtt without a day")
                .isEqualTo("0 0 0 0 1 1 0 2");
    }

    @Test
    void listsTheWorkAndTheEvidenceBehindAFigurePageByPage() {
        var overdue = seenBy("ubnd.head", "assignments?state=OVERDUE&" + QUARTER);
        var second = seenBy("ubnd.head", "assignments?state=OVERDUE&size=1&page=1&" + QUARTER);
        var asked = seenBy("ubnd.head", "assignments?asked=true&" + QUARTER);
        var ofDuty = seenBy("ubnd.head", "assignments?duty=XP-2&" + QUARTER);
        var entries = seenBy("ubnd.head", "evidence?unit=duong-dong&" + QUARTER);
        var last = seenBy("ubnd.head", "evidence?size=2&page=2&" + QUARTER);

        assertThat(overdue.path("total").asInt()).isEqualTo(2);
        assertThat(overdue.path("assignments").findValuesAsText("due")).containsExactly("2021-08-10", "2021-09-30");
        assertThat(second.path("total").asInt()).isEqualTo(2);
        assertThat(second.path("assignments").findValuesAsText("due")).containsExactly("2021-09-30");
        assertThat(asked.path("assignments"))
                .singleElement()
                .satisfies(line -> assertThat(line.at("/unit/code").asText()).isEqualTo("mttq"));
        assertThat(ofDuty.path("assignments"))
                .extracting(line -> line.at("/unit/code").asText() + " "
                        + line.at("/deadline/code").asText())
                .containsExactlyInAnyOrder("duong-dong DONE_ON_TIME", "an-thoi DONE_LATE");
        assertThat(entries.path("evidence"))
                .extracting(line -> line.path("happenedFrom").asText() + " "
                        + line.path("late").asBoolean())
                .containsExactly("2021-07-05 false", "2021-07-28 false", "2021-09-29 true");
        assertThat(last.path("total").asInt()).isEqualTo(5);
        assertThat(last.path("evidence").findValuesAsText("happenedFrom")).containsExactly("2021-09-29");
    }

    @Test
    void namesWhoHasDoneNothing() {
        var idle = seenBy("ubnd.head", "idle?" + QUARTER);

        assertThat(idle.path("owing").asInt())
                .as("lead agency, economic office, centre, 13 agencies, 9 communes")
                .isEqualTo(25);
        assertThat(idle.path("idle"))
                .extracting(line -> line.at("/unit/code").asText())
                .hasSize(22)
                .contains("phong-kinh-te", "ham-ninh", "tt-vhtt")
                .doesNotContain("duong-dong", "an-thoi", "y-te", "mttq");
        assertThat(seenBy("ubnd.head", "idle?topic=ND-1&" + QUARTER).path("idle"))
                .as("an-thoi alone told of this topic")
                .hasSize(24);
    }

    /** On 12/08, two working days after a report's last day, both the ward's head and the lead agency have to decide. */
    @Test
    void showsOpenEscalationsToWhoOwesAndToWhoDecides() {
        var open = seenBy("ubnd.head", "escalations").path("escalations");

        assertThat(open)
                .extracting(rung -> "%s → %s, %d working days, waiting %d"
                        .formatted(
                                rung.at("/unit/code").asText(),
                                rung.at("/decides/code").asText(),
                                rung.path("daysLate").asInt(),
                                rung.path("waitingDays").asInt()))
                .as("15 in August, 20 in September without Quốc khánh, 3 in October; two less since 12/08")
                .containsExactly(
                        "duong-dong → phong-vhtt, 38 working days, waiting 36",
                        "duong-dong → duong-dong, 38 working days, waiting 36");
        assertThat(seenBy("duong-dong.head", "escalations").path("escalations")).hasSize(2);
        assertThat(seenBy("y-te.head", "escalations").path("escalations")).isEmpty();
        assertThat(seenBy("ubnd.head", "escalations?asOf=2021-08-11").path("escalations"))
                .isEmpty();
    }

    @Test
    void comparesBroadcastsWithTheFormerPeriod() {
        var august = seenBy("ubnd.head", "broadcasts?from=2021-08-01&to=2021-08-31");

        assertThat(august.at("/baseline/from").asText()).isEqualTo("2021-07-01");
        assertThat(august.at("/baseline/to").asText()).isEqualTo("2021-07-31");
        assertThat(august.path("frequencies"))
                .extracting(line -> "%s %d/%d %d/%d"
                        .formatted(
                                line.at("/unit/code").asText(),
                                line.path("broadcasts").asInt(),
                                line.path("formerBroadcasts").asInt(),
                                line.path("minutes").asInt(),
                                line.path("formerMinutes").asInt()))
                .contains("duong-dong 6/16 30/80", "an-thoi 3/0 15/0");
        assertThat(seenBy("ubnd.head", "calendar?from=2021-08-01&to=2021-08-31").path("days"))
                .extracting(line ->
                        line.path("from").asText() + " " + line.at("/unit/code").asText())
                .containsExactly("2021-07-28 duong-dong", "2021-08-12 an-thoi", "2021-08-30 y-te");
    }

    /** Half a month against a whole one would always be a fall. */
    @Test
    void comparesAPeriodUnderWayWithAsManyDaysOfTheFormerOne() {
        var half = seenBy("ubnd.head", "broadcasts?from=2021-08-01&to=2021-08-31&asOf=2021-08-15");

        assertThat(half.at("/baseline/from").asText()).isEqualTo("2021-07-01");
        assertThat(half.at("/baseline/to").asText()).isEqualTo("2021-07-15");
        assertThat(half.at("/baseline/source").asText())
                .isEqualTo("Kế hoạch không nêu mức ban đầu: so với cùng số ngày đầu của kỳ liền trước.");
        assertThat(half.path("frequencies"))
                .extracting(line -> "%s %d/%d %d/%d"
                        .formatted(
                                line.at("/unit/code").asText(),
                                line.path("broadcasts").asInt(),
                                line.path("formerBroadcasts").asInt(),
                                line.path("minutes").asInt(),
                                line.path("formerMinutes").asInt()))
                .contains("duong-dong 6/10 30/50", "an-thoi 2/0 10/0");
    }

    @Test
    void tellsTenYearsQuarterByQuarter() {
        var all = seenBy("ubnd.head", "timeline").path("quarters");
        var own = seenBy("y-te.officer", "timeline").path("quarters");

        assertThat(all).hasSize(40);
        assertThat(all.get(2).path("label").asText()).isEqualTo("Quý III/2021");
        assertThat(ofQuarter(all.get(2))).as("what is only asked is not owed").isEqualTo("4 2 5");
        assertThat(ofQuarter(all.get(3))).isEqualTo("1 0 0");
        assertThat(ofQuarter(own.get(2))).isEqualTo("1 0 1");
        assertThat(ofQuarter(seenBy("ubnd.head", "timeline?asOf=2021-08-01")
                        .path("quarters")
                        .get(2)))
                .isEqualTo("4 1 1");
    }

    @Test
    void showsHowFarAnApprovedProgrammeIsOpened() {
        var campaign = "overview?from=2029-01-01&to=2029-01-31";
        var programme = UUID.randomUUID();
        jdbc.sql("insert into work_programme (id, version, plan_id, kind, name, period_from, period_to, status,"
                        + " proposed_at, approved_at, opened_lines) values (:id, 0, :plan, 'CAMPAIGN', 'Đợt đầu năm',"
                        + " '2029-01-01', '2029-01-31', 'UNDER_WAY', :at, :at, 2)")
                .param("id", programme)
                .param("plan", PLAN_269)
                .param("at", OffsetDateTime.parse("2021-10-01T08:00:00+07:00"))
                .update();
        try {
            line(programme, "duong-dong", true);
            line(programme, "an-thoi", true);
            line(programme, "ham-ninh", false);
            line(programme, "duong-to", true);

            assertThat(opening(seenBy("ubnd.head", campaign))).isEqualTo("2/3");
            assertThat(opening(seenBy("ubnd.head", campaign + "&asOf=2021-10-04")))
                    .as("what was opened by a past day is not kept")
                    .isEqualTo("none");
            assertThat(opening(seenBy("duong-dong.head", campaign)))
                    .as("who sees the own unit only")
                    .isEqualTo("none");

            jdbc.sql("update work_programme set opened_lines = 3 where id = :id")
                    .param("id", programme)
                    .update();
            assertThat(opening(seenBy("ubnd.head", campaign)))
                    .as("all are open")
                    .isEqualTo("none");
        } finally {
            jdbc.sql("delete from programme_item where programme_id = :id")
                    .param("id", programme)
                    .update();
            jdbc.sql("delete from work_programme where id = :id")
                    .param("id", programme)
                    .update();
        }
    }

    private void line(UUID programme, String unit, boolean included) {
        jdbc.sql("insert into programme_item (programme_id, ordinal, duty_code, unit, assigner, subject, included)"
                        + " select :id, count(*), 'XP-2', :unit, 'phong-vhtt', 'XP-2', :included from programme_item"
                        + " where programme_id = :id")
                .param("id", programme)
                .param("unit", unit)
                .param("included", included)
                .update();
    }

    /** "opened/lines" of the one programme, or "none". */
    private static String opening(JsonNode overview) {
        assertThat(overview.path("programmes")).hasSize(1);
        var opening = overview.at("/programmes/0/opening");
        return opening.isNull()
                ? "none"
                : opening.path("opened").asInt() + "/" + opening.path("lines").asInt();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "overview?from=31/02/2021; 422; Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “31/02/2021”.",
                "overview?from=2021-09-30&to=2021-07-01; 422; Ngày cuối phải từ ngày đầu 30/09/2021 trở đi, gặp 01/07/2021.",
                "overview?asOf=2021-10-06; 422; Chỉ xem được đến hôm nay, gặp ngày 06/10/2021.",
                "overview?plan=x; 404; Không có kế hoạch “x”.",
                "overview?unit=x; 404; Không có đơn vị “x”.",
                "overview?topic=ND-9; 404; Kế hoạch không có nội dung “ND-9”.",
                "overview?channel=KENH-99; 404; Kế hoạch không có kênh “KENH-99”.",
                "assignments?state=LATER; 422; Không hiểu giá trị “LATER” của “state”.",
                "evidence?size=all; 422; Không hiểu giá trị “all” của “size”.",
                "figures?by=WEEK; 422; Không hiểu giá trị “WEEK” của “by”.",
                "figures?by=MONTH&from=2021-01-01&to=2030-12-31; 422;"
                        + " Kỳ này có 120 cột: hãy chia theo quý hoặc năm, nhiều nhất 48 cột.",
                "files/x.csv; 404; Không có bảng “x”.",
                "x; 404; Không có trang này."
            })
    void saysInVietnameseWhatIsWrong(String address, int status, String sentence) {
        assertThat(refused("ubnd.head", address, status)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void savesEveryTableAsTextAndAsAWorkbookWithTheSameCells(String table) throws IOException {
        var text = file("ubnd.head", table + ".csv");
        var workbook = file("ubnd.head", table + ".xlsx");

        assertThat(text.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(text.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"%s_2021-07-01_2021-09-30_%s.csv\"".formatted(PLAN_269, table));
        assertThat(text.getContentAsByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        var lines = text.getContentAsString(StandardCharsets.UTF_8).substring(1).split("\r\n");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook.getContentAsByteArray()))) {
            var headings = StreamSupport.stream(book.getSheetAt(0).getRow(1).spliterator(), false)
                    .map(cell -> cell.getStringCellValue())
                    .toList();
            assertThat(List.of(lines[0].split(";"))).isEqualTo(headings);
            assertThat(book.getSheetAt(0).getLastRowNum())
                    .as("title, headings, lines; without lines, a row that says so")
                    .isEqualTo(lines.length == 1 ? 2 : lines.length);
        }
    }

    @Test
    void savesWordsThatLookLikeFormulasAsWords() throws IOException {
        var text = file("ubnd.head", "evidence.csv").getContentAsString(StandardCharsets.UTF_8);
        var workbook = file("ubnd.head", "evidence.xlsx").getContentAsByteArray();

        assertThat(text).contains("\"'=HYPERLINK(\"\"x\"\");\"").doesNotContain(";=", ";\"=");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var cells = StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .toList();
            assertThat(cells).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
            assertThat(cells)
                    .filteredOn(cell -> cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().startsWith("="))
                    .isNotEmpty()
                    .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void savesOnlyWhatThePersonMaySee() throws IOException {
        assertThat(file("y-te.officer", "units.csv").getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFĐơn vị;Đúng hạn;Xong sau hạn;Quá hạn;Sắp đến hạn;Trong hạn;Không hạn;Đề nghị phối hợp\r\n"
                                + "Phòng Y tế;0;0;1;0;0;0;0\r\n"
                                + "Cộng;0;0;1;0;0;0;0\r\n");
    }

    /** 08:00. */
    private void itIs(int day, int month) {
        clock.moveTo(day(day, month));
    }

    private static LocalDate day(int day, int month) {
        return LocalDate.of(2021, month, day);
    }

    private UUID open(String unit, String duty, String subject, LocalDate due) {
        return open(unit, duty, subject, due, true);
    }

    private void ask(String unit, String duty, String subject, LocalDate due) {
        open(unit, duty, subject, due, false);
    }

    private UUID open(String unit, String duty, String subject, LocalDate due, boolean binding) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        duty,
                        new Origin("test", unit + duty),
                        unit,
                        "phong-vhtt",
                        subject,
                        null,
                        due == null ? null : DeadlineTerm.on(due),
                        null,
                        binding,
                        false),
                "phong-vhtt.head");
    }

    private void finish(UUID duty, String head) {
        var seat = desk.as(head);
        seat.complete(desk.task(duty.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        seat.complete(desk.task(duty.toString(), "UserTask_HandOut"), Map.of("officers", List.of(head)));
        seat.complete(desk.task(duty.toString(), "UserTask_SubmitResult"), Map.of("result", "Đã làm"));
        desk.as("phong-vhtt.officer")
                .complete(desk.task(duty.toString(), "UserTask_ReviewResult"), Map.of("accepted", true));
    }

    private static Map<Measure, Long> broadcast(long times, long minutes) {
        return Map.of(Measure.BROADCASTS, times, Measure.MINUTES, minutes);
    }

    private UUID record(
            String unit,
            String duty,
            String channel,
            String topic,
            LocalDate from,
            LocalDate to,
            Map<Measure, Long> measures) {
        return evidence.record(entry(unit, duty, channel, topic, from, to, measures), unit + ".head");
    }

    /** Its place is what a spreadsheet would reckon. */
    private static EvidenceEntry entry(
            String unit,
            String duty,
            String channel,
            String topic,
            LocalDate from,
            LocalDate to,
            Map<Measure, Long> measures) {
        return new EvidenceEntry(
                PLAN_269,
                unit,
                duty,
                null,
                null,
                channel,
                null,
                topic,
                null,
                from,
                to,
                "=HYPERLINK(\"x\");",
                null,
                null,
                measures,
                Set.of());
    }

    private MockHttpServletResponse answer(String user, String address) {
        try {
            return MockMvcBuilders.webAppContextSetup(context)
                    .build()
                    .perform(get(UriComponentsBuilder.fromUriString("/api/monitoring/" + address)
                                    .build()
                                    .toUri())
                            .requestAttr(SignedIn.USER, user))
                    .andReturn()
                    .getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JsonNode body(MockHttpServletResponse answer) {
        try {
            return json.readTree(answer.getContentAsByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JsonNode seenBy(String user, String address) {
        var answer = answer(user, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return body(answer);
    }

    private String refused(String user, String address, int status) {
        var answer = answer(user, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        var body = body(answer);
        assertThat(body.properties()).extracting(Map.Entry::getKey).containsOnly("message", "fields");
        var field = body.path("fields").path(0);
        return (field.isMissingNode() ? body.path("message") : field.path("message")).asText();
    }

    private MockHttpServletResponse file(String user, String name) {
        var answer = answer(user, "files/" + name + "?" + QUARTER);
        assertThat(answer.getStatus()).as(name).isEqualTo(200);
        return answer;
    }

    /** on time, late, overdue, due soon, on track, no deadline, asked, total */
    private static String counts(JsonNode counts) {
        return "%d %d %d %d %d %d %d %d"
                .formatted(
                        counts.path("onTime").asInt(),
                        counts.path("late").asInt(),
                        counts.path("overdue").asInt(),
                        counts.path("dueSoon").asInt(),
                        counts.path("onTrack").asInt(),
                        counts.path("noDeadline").asInt(),
                        counts.path("asked").asInt(),
                        counts.path("total").asInt());
    }

    private static Map<String, String> ofUnits(JsonNode overview) {
        var units = new HashMap<String, String>();
        overview.path("units").forEach(unit -> units.put(unit.at("/unit/code").asText(), counts(unit.path("counts"))));
        return units;
    }

    private static String cell(JsonNode duties, String unit, String duty) {
        return StreamSupport.stream(duties.path("rows").spliterator(), false)
                .filter(row -> row.at("/unit/code").asText().equals(unit))
                .flatMap(row -> StreamSupport.stream(row.path("cells").spliterator(), false))
                .filter(cell -> cell.at("/duty/code").asText().equals(duty))
                .map(cell -> counts(cell.path("counts")))
                .findFirst()
                .orElseThrow();
    }

    /** assignments, fulfilled, evidence */
    private static String ofQuarter(JsonNode quarter) {
        return "%d %d %d"
                .formatted(
                        quarter.path("assignments").asInt(),
                        quarter.path("fulfilled").asInt(),
                        quarter.path("evidence").asInt());
    }

    /** "codes: entries MEASURE=amount … | …", one amount for each column. */
    private List<String> amounts(String query) {
        return StreamSupport.stream(
                        seenBy("ubnd.head", "figures?" + query).path("lines").spliterator(), false)
                .map(line -> {
                    var text = new StringBuilder();
                    for (var key : List.of("unit", "channel", "topic", "duty")) {
                        if (line.path(key).isObject()) {
                            text.append(text.isEmpty() ? "" : " ")
                                    .append(line.path(key).path("code").asText());
                        }
                    }
                    text.append(":");
                    var separator = " ";
                    for (var amount : line.path("amounts")) {
                        text.append(separator).append(amount.path("entries").asText());
                        amount.path("measures").properties().forEach(measure -> text.append(" ")
                                .append(measure.getKey())
                                .append("=")
                                .append(measure.getValue().asText()));
                        separator = " | ";
                    }
                    return text.toString();
                })
                .toList();
    }
}
