package vn.trienkhai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.monitoring.ManagersSee;
import vn.trienkhai.plan.PlanStatus;
import vn.trienkhai.plan.Plans;

/**
 * The third quarter of 2021 under plan 269: adopted, received by all, a campaign on ND-3, an inspection, a report. The
 * twelve named units and two agencies act, each through their own users, as they would in Tasklist.
 */
@TestPropertySource(properties = "spring.application.name=quarter")
@DirtiesContext
public class QuarterOfPlan269Tests extends ProcessTest {

    private static final List<String> COMMUNES = List.of(
            "duong-dong",
            "an-thoi",
            "duong-to",
            "ham-ninh",
            "cua-duong",
            "cua-can",
            "ganh-dau",
            "bai-thom",
            "tho-chau");
    private static final List<String> VISUAL = List.of("phong-kinh-te", "noi-vu", "y-te");
    private static final String LEAD = "phong-vhtt";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Plans plans;

    @Autowired
    Assignments assignments;

    @Autowired
    Attachments attachments;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext program;

    @Test
    void runsFromAdoptionToReport() {
        isAdoptedAndReceivedByEveryResponsibleUnit();
        var programme = opensTheProgrammeOfTheQuarter();
        var shared = theEconomicOfficeDraftsForAllUnits(programme);
        theEconomicOfficeShowsItOnSixChannels(programme);
        theAgenciesShowItToo(programme, shared);
        theCommunesBroadcastIt(programme, shared);
        theCentrePublishesOnThePortal(programme);
        theLeadAgencyMonitors(programme);
        anInspectionEndsWithARecommendationThatIsVerified();
        theReportCountsWhatWasRecordedAndNothingElse();
        theManagersSeeWhatTheReportCounts();
        theProgrammeIsClosed(programme);
        theManagersSeeTheQuarterAndAnyDayOfIt();
    }

    private void isAdoptedAndReceivedByEveryResponsibleUnit() {
        clock.moveTo(LocalDate.of(2021, 6, 28));
        var duties = plans.definition(PLAN_269).duties().stream()
                .map(duty -> Map.of("code", duty.code(), "verdict", "CONFIRMED"))
                .toList();
        assertThat(duties).hasSize(16);
        desk.as("phong-vhtt.officer").complete(desk.task(PLAN_269, "UserTask_ConfirmDuties"), Map.of("duties", duties));
        desk.as("ubnd.head").complete(desk.task(PLAN_269, "UserTask_AdoptPlan"), Map.of("adopted", true));
        desk.runDueJobs();

        var receipts = desk.tasks(PLAN_269, "UserTask_ConfirmPlanReceipt");
        assertThat(receipts).as("12 named units and 13 agencies").hasSize(25);
        for (var receipt : receipts) {
            var unit = (String) engine.getTaskService().getVariable(receipt.getId(), "unit");
            desk.as(unit + ".head").complete(receipt, Map.of("contact", unit + ".head"));
        }
        desk.runDueJobs();
        assertThat(plans.plan(PLAN_269).status()).isEqualTo(PlanStatus.ADOPTED);
        assertThat(endsOf(PLAN_269, "plan-adoption")).containsExactly("Đã triển khai kế hoạch");
        assertThat(count("select count(*) from plan_delivery"))
                .as("seven lines of recipients")
                .isEqualTo(7);
    }

    private String opensTheProgrammeOfTheQuarter() {
        var answer = new HashMap<String, Object>();
        answer.put("plan", PLAN_269);
        answer.put("kind", "QUARTER");
        answer.put("from", "01/07/2021");
        answer.put("to", "30/09/2021");
        answer.put("topic", "ND-3");
        answer.put("duties", List.of("VHTT-3a", "KT-2a", "TTVH-3", "XP-2"));
        var programme =
                desk.as("phong-vhtt.head").start("work-programme", answer).getBusinessKey();
        desk.runDueJobs();
        var wanted = new ArrayList<String>(List.of("VHTT-3a phong-vhtt", "TTVH-3 tt-vhtt"));
        VISUAL.forEach(unit -> wanted.add("KT-2a " + unit));
        COMMUNES.forEach(unit -> wanted.add("XP-2 " + unit));
        var items = new ArrayList<Map<String, Object>>();
        for (var duty : List.of("VHTT-3a", "KT-2a", "TTVH-3", "XP-2")) {
            for (var unit : plans.ownersOf(PLAN_269, duty)) {
                var included = wanted.contains(duty + " " + unit.id());
                items.add(Map.of(
                        "duty", duty, "unit", unit.id(), "included", included, "due", included ? "24/09/2021" : ""));
            }
        }
        desk.as("phong-vhtt.officer")
                .complete(desk.task(programme, "UserTask_PrepareProgramme"), Map.of("items", items));
        desk.as("ubnd.head").complete(desk.task(programme, "UserTask_ApproveProgramme"), Map.of("decision", "APPROVE"));
        desk.runDueJobs();

        assertThat(opened(programme)).hasSize(14);
        clock.moveTo(LocalDate.of(2021, 7, 5));
        return programme;
    }

    /** The draft comes back once. @return the content's id */
    private String theEconomicOfficeDraftsForAllUnits(String programme) {
        var key = received(programme, "phong-kinh-te", "phong-kinh-te.officer");
        var officer = desk.as("phong-kinh-te.officer");
        officer.complete(desk.task(key, "UserTask_ChooseContent"), Map.of("act", "WRITE"));
        officer.complete(
                desk.task(key, "UserTask_DraftContent"), draft("ND-3", "KENH-07", "ALL_UNITS", "Nuôi cá lồng bè"));
        desk.as("phong-kinh-te.head")
                .complete(
                        desk.task(key, "UserTask_CheckContent"),
                        Map.of("passed", false, "remark", "Nêu tên mô hình ở Hàm Ninh"));
        officer.complete(
                desk.task(key, "UserTask_DraftContent"),
                draft("ND-3", "KENH-07", "ALL_UNITS", "Nuôi cá lồng bè ở Hàm Ninh"));
        desk.as("phong-kinh-te.head").complete(desk.task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(desk.task(key, "UserTask_CheckForm"), Map.of("passed", true));
        desk.as("ubnd.head").complete(desk.task(key, "UserTask_ApproveContent"), Map.of("passed", true));

        assertThat(count("select count(*) from content_version")).isEqualTo(2);
        return jdbc.sql("select id from content").query(UUID.class).single().toString();
    }

    private void theEconomicOfficeShowsItOnSixChannels(String programme) {
        var key = keyOf(programme, "phong-kinh-te");
        var officer = "phong-kinh-te.officer";
        choose(key, officer, "KENH-06", "KENH-07", "KENH-08", "KENH-11", "KENH-17", "KENH-18");
        assertThat(desk.tasks(key, "UserTask_DisseminateOnChannel"))
                .as("all at once")
                .hasSize(6);

        disseminate(key, officer, "KENH-06", Map.of("BOARDS", 2), photo(officer));
        disseminate(key, officer, "KENH-07", Map.of("BANNERS", 3), photo(officer));
        disseminate(key, officer, "KENH-08", Map.of("BANNERS", 1), photo(officer));
        disseminate(
                key,
                officer,
                "KENH-11",
                Map.of("LEAFLETS", 500, "REACHED", 350),
                Map.of("audiences", List.of("DT-04")));
        disseminate(key, officer, "KENH-17", Map.of("POSTERS", 10), photo(officer));
        disseminate(key, officer, "KENH-18", Map.of("BOARDS", 4), photo(officer));
        handInAndAccept(key, officer, "phong-vhtt.officer");
    }

    private void theAgenciesShowItToo(String programme, String shared) {
        for (var unit : List.of("noi-vu", "y-te")) {
            var officer = unit + ".officer";
            var key = received(programme, unit, officer);
            desk.as(officer)
                    .complete(desk.task(key, "UserTask_ChooseContent"), Map.of("act", "USE", "content", shared));
            choose(key, officer, "KENH-07");
            disseminate(key, officer, "KENH-07", Map.of("BANNERS", 1), photo(officer));
            handInAndAccept(key, officer, "phong-vhtt.officer");
        }
    }

    /** Thổ Châu has no loudspeakers and puts up a public board instead. */
    private void theCommunesBroadcastIt(String programme, String shared) {
        for (var unit : COMMUNES) {
            var officer = unit + ".broadcasting-officer";
            var key = received(programme, unit, officer);
            desk.as(officer)
                    .complete(desk.task(key, "UserTask_ChooseContent"), Map.of("act", "USE", "content", shared));
            choose(key, officer, "KENH-04");
            if (unit.equals("tho-chau")) {
                desk.as(officer)
                        .complete(
                                runOn(key, "KENH-04"),
                                Map.of(
                                        "outcome",
                                        "SUBSTITUTE",
                                        "substitute",
                                        "KENH-05",
                                        "reason",
                                        "Xã đảo chưa có đài"));
                disseminate(key, officer, "KENH-05", Map.of("BOARDS", 1), photo(officer));
            } else {
                disseminate(key, officer, "KENH-04", Map.of("BROADCASTS", 10, "MINUTES", 50), Map.of());
            }
            handInAndAccept(key, officer, "phong-vhtt.officer");
        }
    }

    private void theCentrePublishesOnThePortal(String programme) {
        var officer = "tt-vhtt.officer";
        var key = received(programme, "tt-vhtt", officer);
        desk.as(officer).complete(desk.task(key, "UserTask_ChooseContent"), Map.of("act", "WRITE"));
        desk.as(officer)
                .complete(desk.task(key, "UserTask_DraftContent"), draft("ND-2", "KENH-01", "UNIT", "Mua sắm xanh"));
        desk.as("tt-vhtt.head").complete(desk.task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(desk.task(key, "UserTask_CheckForm"), Map.of("passed", true));
        desk.as("ban-bien-tap.head").complete(desk.task(key, "UserTask_ApproveContent"), Map.of("passed", true));
        choose(key, officer, "KENH-01");
        disseminate(
                key, officer, "KENH-01", Map.of("ITEMS", 5), Map.of("link", "https://phuquoc.example.vn/mua-sam-xanh"));
        handInAndAccept(key, officer, "phong-vhtt.officer");
    }

    /** The lead agency's own work is reviewed by the leaders. */
    private void theLeadAgencyMonitors(String programme) {
        var key = received(programme, LEAD, "phong-vhtt.officer");
        handInAndAccept(key, "phong-vhtt.officer", "ubnd.deputy");
    }

    private void anInspectionEndsWithARecommendationThatIsVerified() {
        clock.moveTo(LocalDate.of(2021, 8, 2));
        desk.as("phong-vhtt.head")
                .start(
                        "inspection-programme",
                        Map.of(
                                "plan", PLAN_269,
                                "name", "Kiểm tra quý III/2021",
                                "periodFrom", "01/07/2021",
                                "periodTo", "02/08/2021",
                                "content", "Công tác thông tin, tuyên truyền",
                                "visits",
                                        List.of(Map.of(
                                                "unit", "duong-dong",
                                                "visitDate", "10/08/2021",
                                                "inspectors", List.of("phong-vhtt.officer")))));
        desk.as("ubnd.head").complete(anyTask("UserTask_ApproveInspectionProgramme"), Map.of("approved", true));
        desk.runDueJobs();
        desk.as("phong-vhtt.officer")
                .complete(
                        anyTask("UserTask_SendNotice"),
                        Map.of(
                                "visitDate", "10/08/2021",
                                "content", "Kiểm tra công tác tuyên truyền",
                                "selfReportDue", "08/08/2021"));
        desk.as("duong-dong.head")
                .complete(anyTask("UserTask_SubmitSelfReport"), Map.of("report", "Đã phát thanh 10 lượt"));
        clock.moveTo(LocalDate.of(2021, 8, 10));
        desk.as("phong-vhtt.officer")
                .complete(
                        anyTask("UserTask_ConductVisit"),
                        Map.of(
                                "act",
                                "CONDUCTED",
                                "visitedOn",
                                "10/08/2021",
                                "findings",
                                List.of(
                                        Map.of("dutyCode", "XP-1", "result", "MET"),
                                        Map.of(
                                                "dutyCode", "XP-2",
                                                "result", "NOT_MET",
                                                "note", "Loa khu phố 3 hỏng"),
                                        Map.of("dutyCode", "XP-3", "result", "NOT_APPLICABLE")),
                                "recommendations",
                                List.of(Map.of("text", "Sửa loa khu phố 3", "due", "31/08/2021", "duty", "XP-2"))));
        desk.as("duong-dong.head").complete(anyTask("UserTask_ConfirmMinutes"), Map.of("agreed", true));
        desk.runDueJobs();
        var recommendation = assignments.ofUnit("duong-dong", PLAN_269).stream()
                .filter(assignment -> assignment.origin().kind().startsWith("inspection"))
                .findFirst()
                .orElseThrow();
        assertThat(recommendation.due()).contains(LocalDate.of(2021, 8, 31));
        var key = recommendation.id().toString();
        desk.as("duong-dong.head").complete(desk.task(key, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("duong-dong.head")
                .complete(
                        desk.task(key, "UserTask_HandOut"),
                        Map.of("officers", List.of("duong-dong.broadcasting-officer")));
        handInAndAccept(key, "duong-dong.broadcasting-officer", "phong-vhtt.officer");
        desk.as("phong-vhtt.officer").complete(anyTask("UserTask_CloseVisit"), Map.of("conclusion", "Đã khắc phục"));
        desk.runDueJobs();

        assertThat(historyEnds("inspection-visit")).containsExactly("Đã kết thúc kiểm tra");
        assertThat(historyEnds("inspection-programme")).containsExactly("Đã hoàn thành chương trình kiểm tra");
    }

    private void theReportCountsWhatWasRecordedAndNothingElse() {
        clock.moveTo(LocalDate.of(2021, 9, 15));
        var units = Stream.of(VISUAL, List.of("tt-vhtt"), COMMUNES)
                .flatMap(List::stream)
                .toList();
        var request = new HashMap<String, Object>();
        request.put("plan", PLAN_269);
        request.put("name", "Báo cáo tuyên truyền quý III/2021");
        request.put("kind", "TOPICAL");
        request.put("content", "Kết quả, khó khăn, kiến nghị");
        request.put("basisNumber", "1234/UBND-VX");
        request.put("basisDate", "14/09/2021");
        request.put("units", units);
        request.put("from", "15/06/2021");
        request.put("to", "14/09/2021");
        request.put("unitsDue", "20/09/2021");
        request.put("wholeDue", "24/09/2021");
        request.put("urgency", "ORDINARY");
        request.put("outline", List.of("I. Chỉ đạo", "II. Kết quả"));
        var key = desk.as("ubnd.head").start("report-on-request", request).getBusinessKey();
        desk.runDueJobs();
        var contributions = assignments.openedBy(new Origin("report-request", key));
        assertThat(contributions).hasSize(13);
        for (var contribution : contributions) {
            var head = contribution.unit() + ".head";
            var work = contribution.id().toString();
            desk.as(head).complete(desk.task(work, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
            desk.as(head).complete(desk.task(work, "UserTask_HandOut"), Map.of("officers", List.of(head)));
            desk.as(head)
                    .complete(
                            desk.task(work, "UserTask_WriteContribution"),
                            Map.of("bodies", List.of("", "Đã thực hiện")));
            handInAndAccept(work, head, "phong-vhtt.officer");
        }
        desk.as("phong-vhtt.officer")
                .complete(
                        desk.task(key, "UserTask_Consolidate"),
                        Map.of(
                                "paragraphs",
                                List.of(
                                        Map.of(
                                                "section", 0,
                                                "source", "CONSOLIDATOR",
                                                "body", "UBND thành phố đã chỉ đạo"),
                                        Map.of(
                                                "section", 1,
                                                "source", "CONSOLIDATOR",
                                                "body", "13 đơn vị đã thực hiện"))));
        desk.as("phong-vhtt.head").complete(desk.task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(desk.task(key, "UserTask_CheckForm"), Map.of("passed", true));
        desk.as("ubnd.head").complete(desk.task(key, "UserTask_Sign"), Map.of("passed", true));
        desk.as("van-phong.clerk")
                .complete(
                        desk.task(key, "UserTask_NumberAndIssue"),
                        Map.of("act", "HERE", "date", VietnamTime.format(LocalDate.now(clock))));
        assertThat(jdbc.sql("select number_text from document")
                        .query(String.class)
                        .single())
                .isEqualTo("01/BC-UBND");

        assertThat(endsOf(key, "report-on-request")).containsExactly("Đã ban hành báo cáo");
        assertThat(figures("CHANNEL"))
                .containsExactlyInAnyOrder(
                        "KENH-01 ITEMS 5",
                        "KENH-04 BROADCASTS 80",
                        "KENH-04 MINUTES 400",
                        "KENH-05 BOARDS 1",
                        "KENH-06 BOARDS 2",
                        "KENH-07 BANNERS 5",
                        "KENH-08 BANNERS 1",
                        "KENH-11 LEAFLETS 500",
                        "KENH-11 REACHED 350",
                        "KENH-17 POSTERS 10",
                        "KENH-18 BOARDS 4");
        assertThat(figures("TOPIC"))
                .containsExactlyInAnyOrder(
                        "ND-2 ITEMS 5",
                        "ND-3 BROADCASTS 80",
                        "ND-3 MINUTES 400",
                        "ND-3 BOARDS 7",
                        "ND-3 BANNERS 6",
                        "ND-3 LEAFLETS 500",
                        "ND-3 REACHED 350",
                        "ND-3 POSTERS 10");
        assertThat(figures("UNIT"))
                .contains(
                        "phong-kinh-te BANNERS 4", "noi-vu BANNERS 1", "tho-chau BOARDS 1", "duong-dong BROADCASTS 10");
    }

    private void theManagersSeeWhatTheReportCounts() {
        var leader = seenBy("ubnd.head", "2021-06-15", "2021-09-14", null);

        for (var dimension : List.of("UNIT", "CHANNEL", "TOPIC", "DUTY")) {
            assertThat(leader.figures(dimension)).containsExactlyInAnyOrderElementsOf(figures(dimension));
        }
        assertThat(leader.punctuality()).containsExactly("duong-dong 1/0/0");
        assertThat(leader.punctuality())
                .containsExactlyElementsOf(jdbc.sql("select unit, on_time, late, pending from report_unit"
                                + " where on_time + late + pending > 0")
                        .query((row, number) ->
                                "%s %d/%d/%d".formatted(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                        .list());
    }

    private void theManagersSeeTheQuarterAndAnyDayOfIt() {
        var now = seenBy("phong-vhtt.officer", "2021-07-01", "2021-09-30", null);
        var july = seenBy("van-phong.clerk", "2021-07-01", "2021-09-30", "2021-07-04");
        var beforeTheVisit = seenBy("ubnd.deputy", "2021-07-01", "2021-09-30", "2021-08-09");
        var afterTheVisit = seenBy("ubnd.deputy", "2021-07-01", "2021-09-30", "2021-08-10");

        assertThat(now.programmes()).singleElement().asString().endsWith(": Đã kết thúc 14/14");
        assertThat(july.programmes()).singleElement().asString().endsWith(": Đang thực hiện 0/14");
        assertThat(now.punctuality())
                .as(
                        "work of the programme, the contribution to the report (the centre is only asked for it), the recommendation")
                .containsExactlyInAnyOrder(
                        "phong-vhtt 1/0/0",
                        "phong-kinh-te 2/0/0",
                        "tt-vhtt 1/0/0",
                        "duong-dong 3/0/0",
                        "an-thoi 2/0/0",
                        "duong-to 2/0/0",
                        "ham-ninh 2/0/0",
                        "cua-duong 2/0/0",
                        "cua-can 2/0/0",
                        "ganh-dau 2/0/0",
                        "bai-thom 2/0/0",
                        "tho-chau 2/0/0",
                        "noi-vu 2/0/0",
                        "y-te 2/0/0");
        assertThat(july.punctuality())
                .as("only the programme was opened")
                .hasSize(14)
                .allSatisfy(line -> assertThat(line).endsWith(" 0/0/1"));
        assertThat(july.figures("CHANNEL")).isEmpty();
        assertThat(now.assignments("duong-dong"))
                .containsExactly("XP-2 DONE_ON_TIME", "XP-2 DONE_ON_TIME", "XP-3 DONE_ON_TIME");
        assertThat(now.idle()).as("13 agencies but Nội vụ and Y tế").hasSize(11).doesNotContain("noi-vu", "y-te");
        assertThat(july.idle()).as("nobody has begun").hasSize(25);
        assertThat(now.frequencies())
                .hasSize(8)
                .contains("duong-dong KENH-04 10/0 50/0 [XP-2]")
                .noneMatch(line -> line.startsWith("tho-chau"));
        assertThat(now.channels())
                .contains("KENH-04 0/8/1", "KENH-05 0/1/0", "KENH-07 0/3/0")
                .doesNotContain("KENH-09 0/0/0");
        assertThat(now.calendar())
                .contains("2021-07-05 KENH-04 duong-dong DONE", "2021-07-05 KENH-05 tho-chau DONE")
                .filteredOn(line -> line.startsWith("2021-07-05"))
                .as("6 of the economic office, 2 of agencies, 9 of communes, 1 of the centre")
                .hasSize(18);
        assertThat(now.inspections()).containsExactly("duong-dong 2021-08-10 CLOSED 1/1 0/1");
        assertThat(beforeTheVisit.inspections()).containsExactly("duong-dong 2021-08-10 AWAITING_VISIT 0/0 0/0");
        assertThat(afterTheVisit.inspections()).containsExactly("duong-dong 2021-08-10 CLOSED 1/1 0/1");
        assertThat(july.inspections()).isEmpty();
        assertThat(now.reports()).isEmpty();
        assertThat(now.timeline()).containsExactly("Quý III/2021: 1 27 27 18 1 1");
        assertThat(beforeTheVisit.timeline()).containsExactly("Quý III/2021: 1 14 14 18 0 0");
        for (var table : ManagersSee.tables()) {
            assertThat(now.file(table).get(0)).as(table).isNotEmpty();
        }
    }

    private ManagersSee seenBy(String userId, String from, String to, String asOf) {
        return new ManagersSee(program, userId, PLAN_269, from, to, asOf);
    }

    private void theProgrammeIsClosed(String programme) {
        assertThat(opened(programme)).allSatisfy(assignment -> {
            assertThat(assignment.progress()).isEqualTo(Progress.FULFILLED);
            assertThat(assignment.isLateAt(clock.instant())).isFalse();
        });
        desk.as("phong-vhtt.head")
                .complete(
                        desk.task(programme, "UserTask_CloseProgramme"),
                        Map.of("conclusion", "14 việc hoàn thành đúng hạn"));
        assertThat(endsOf(programme, "work-programme")).containsExactly("Đã kết thúc chương trình");
    }

    private static Map<String, Object> draft(String topic, String channel, String scope, String text) {
        var draft = new HashMap<String, Object>();
        draft.put("act", "HAND_IN");
        draft.put("title", "Sản xuất và tiêu dùng bền vững");
        draft.put("topic", topic);
        draft.put("subTopics", List.of(topic + "d"));
        draft.put("formOfWork", "HT-2");
        draft.put("audiences", List.of("DT-04"));
        draft.put("channels", List.of(channel));
        draft.put("scope", scope);
        draft.put("text", text);
        return draft;
    }

    /** Received by the head and handed to one officer. @return the assignment's key */
    private String received(String programme, String unit, String officer) {
        var key = keyOf(programme, unit);
        desk.as(unit + ".head").complete(desk.task(key, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head").complete(desk.task(key, "UserTask_HandOut"), Map.of("officers", List.of(officer)));
        return key;
    }

    private void choose(String key, String officer, String... channels) {
        desk.as(officer)
                .complete(
                        desk.task(key, "UserTask_ChooseChannels"),
                        Map.of(
                                "runs",
                                Stream.of(channels)
                                        .map(code -> Map.of("channel", code))
                                        .toList()));
    }

    private void disseminate(
            String key, String officer, String channel, Map<String, Integer> measures, Map<String, Object> proof) {
        var answer = new HashMap<String, Object>(proof);
        answer.put("outcome", "DONE");
        answer.put("from", "05/07/2021");
        answer.put("place", "Phú Quốc");
        answer.put("measures", measures);
        desk.as(officer).complete(runOn(key, channel), answer);
    }

    private Task runOn(String key, String channel) {
        var name = plans.definition(PLAN_269).channel(channel).name();
        return desk.tasks(key, "UserTask_DisseminateOnChannel").stream()
                .filter(task -> task.getName().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task on %s: %s"
                        .formatted(
                                name,
                                desk.openTasks(key).stream().map(Task::getName).toList())));
    }

    private void handInAndAccept(String key, String officer, String reviewer) {
        desk.as(officer).complete(desk.task(key, "UserTask_SubmitResult"), Map.of("result", "Đã thực hiện"));
        desk.as(reviewer).complete(desk.task(key, "UserTask_ReviewResult"), Map.of("accepted", true));
    }

    private Map<String, Object> photo(String by) {
        return Map.of(
                "attachments", List.of(attachments.store("anh.png", PNG, by).id()));
    }

    private List<Assignment> opened(String programme) {
        return assignments.openedBy(new Origin("programme", programme));
    }

    private String keyOf(String programme, String unit) {
        return opened(programme).stream()
                .filter(assignment -> assignment.unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private Task anyTask(String id) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(id).singleResult();
    }

    private List<String> endsOf(String businessKey, String process) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .processDefinitionKey(process)
                .list()
                .stream()
                .flatMap(instance -> endsOfInstance(instance.getId()))
                .toList();
    }

    private List<String> historyEnds(String process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process).list().stream()
                .flatMap(instance -> endsOfInstance(instance.getId()))
                .toList();
    }

    private Stream<String> endsOfInstance(String instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(end -> end.getActivityName());
    }

    private List<String> figures(String dimension) {
        return jdbc.sql("select item, measure, amount from report_figure where dimension = ?")
                .param(dimension)
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3))
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
