package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.acceptance.FiftyTwoUnits;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.document.Documents;
import vn.trienkhai.monitoring.ManagersSee;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportParagraph.Source;

/**
 * The third quarter of 2021 asked of 12 units and 40 agencies. Three are late, of which one never sends; two are returned once;
 * one is abolished in between, and one goes into another that was asked too: it answers for both. The figures in the issued Word file are compared with a table written by hand, and are the
 * same nine years later although entries were added, corrected and withdrawn.
 *
 * <pre>
 * recorded from 15/06 to 14/09/2021      banners  broadcasts  minutes  leaflets  reached
 * each of the 40 agencies                      1
 * each of the 9 communes                                   2       10
 * phong-kinh-te                                                             500      350
 * y-te: adjusted                              +2
 * hai-quan: adjusted +5, after return         +1
 * together                                    43          18       90      500      350
 * </pre>
 */
@TestPropertySource(properties = "spring.application.name=fifty-two")
@DirtiesContext
class ReportOfFiftyTwoUnitsTests extends ProcessTest {

    private static final List<String> COMMUNES = FiftyTwoUnits.TWELVE_UNITS.subList(3, 12);
    private static final List<String> LATE = List.of("kho-bac", "thong-ke", "kiem-lam");
    private static final List<String> RETURNED = List.of("thue", "hai-quan");
    private static final String ABOLISHED = "cang-vu";
    private static final String MERGED = "tram-thu-y";
    private static final String SUCCESSOR = "tram-khuyen-nong";
    private static final LocalDate SEPTEMBER_10 = LocalDate.of(2021, 9, 10);

    @Autowired
    Plans plans;

    @Autowired
    Reports reports;

    @Autowired
    ReportRecounts recounts;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    Assignments assignments;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext program;

    @Test
    void isCountedOnceAndForEver() throws IOException {
        isInForceWithItsEvidence();
        var request = isAskedOfFiftyTwo();
        oneIsAbolishedAndOneMerged(request);
        theOthersAnswerAndTwoAreReturned(request);
        threeAreLateAndTwoOfThemSend(request);
        isConsolidatedCheckedAndSigned(request);

        theIssuedFileHasTheFiguresOfTheTable(request);
        theManagersSeeTheFiguresOfTheReport(null);
        var issued = recounts.storedFor(request, "ubnd.head").figures().text();
        muchIsRecordedLater(request);
        isTheSameNineYearsLater(request, issued);
        theManagersSeeTheFiguresOfTheReport("2021-09-23");
    }

    private void isInForceWithItsEvidence() {
        plans.load(FiftyTwoUnits.files());
        plans.adopt(FiftyTwoUnits.PLAN, "ubnd.head");
        clock.moveTo(LocalDate.of(2021, 9, 14));
        FiftyTwoUnits.FORTY_AGENCIES.forEach(unit -> record(unit, "KENH-07", Map.of(Measure.BANNERS, 1L)));
        COMMUNES.forEach(unit -> record(unit, "KENH-04", Map.of(Measure.BROADCASTS, 2L, Measure.MINUTES, 10L)));
        record("phong-kinh-te", "KENH-11", Map.of(Measure.LEAFLETS, 500L, Measure.REACHED, 350L));
    }

    private UUID isAskedOfFiftyTwo() {
        var form = new HashMap<>(ReportScenario.form(
                Stream.concat(FiftyTwoUnits.TWELVE_UNITS.stream(), FiftyTwoUnits.FORTY_AGENCIES.stream())
                        .toList()));
        form.put("plan", FiftyTwoUnits.PLAN);
        var request = desk.as("ubnd.head").start("report-on-request", form).getBusinessKey();
        desk.runDueJobs();
        assertThat(opened(request)).hasSize(52);
        return UUID.fromString(request);
    }

    private void oneIsAbolishedAndOneMerged(UUID request) {
        clock.moveTo(LocalDate.of(2021, 9, 15));
        reorganise(Map.of("kind", "ABOLISH", "units", List.of(ABOLISHED)));
        reorganise(Map.of("kind", "MERGE", "units", List.of(MERGED), "successor", SUCCESSOR));
        assertThat(of(request, ABOLISHED).progress()).isEqualTo(Progress.WITHDRAWN);
        assertThat(opened(request.toString()))
                .filteredOn(work -> work.unit().equals(SUCCESSOR))
                .hasSize(2);
    }

    private void reorganise(Map<String, Object> units) {
        var form = new HashMap<>(units);
        form.put("basisNumber", "15/QĐ-UBND");
        form.put("basisDate", "10/09/2021");
        form.put("basisAgency", "UBND tỉnh Kiên Giang");
        form.put("effectiveOn", "15/09/2021");
        var key =
                UUID.fromString(desk.as("admin").start("unit-succession", form).getBusinessKey());
        desk.as("admin").complete(task(key, "UserTask_ReviewDryRun"), Map.of("submitted", true));
        desk.as("ubnd.head").complete(task(key, "UserTask_ConfirmReorganisation"), Map.of("confirmed", true));
    }

    private void theOthersAnswerAndTwoAreReturned(UUID request) {
        for (var work : opened(request.toString())) {
            if (!LATE.contains(work.unit()) && !work.unit().equals(ABOLISHED)) {
                hand(work);
                write(work, "Đã thực hiện", adjustmentOf(work.unit(), false));
                submit(work);
                review(work, !RETURNED.contains(work.unit()));
            }
        }
        for (var unit : RETURNED) {
            var work = of(request, unit);
            write(work, "Đã bổ sung số liệu", adjustmentOf(unit, true));
            submit(work);
            review(work, true);
        }
    }

    private static long adjustmentOf(String unit, boolean again) {
        return switch (unit) {
            case "y-te" -> 2;
            case "hai-quan" -> again ? 1 : 5;
            default -> 0;
        };
    }

    private void threeAreLateAndTwoOfThemSend(UUID request) {
        clock.moveTo(LocalDate.of(2021, 9, 21));
        desk.runDueJobs();
        desk.as("phong-vhtt.officer")
                .complete(
                        task(request, "UserTask_CloseCollection"),
                        Map.of("decision", "WAIT", "newDue", "22/09/2021", "urge", true));
        for (var unit : LATE.subList(0, 2)) {
            var work = of(request, unit);
            assertThat(assignments.historyOf(work.id()))
                    .anyMatch(event -> event.what().equals("Đôn đốc"));
            hand(work);
            write(work, "Gửi muộn", 0);
            submit(work);
            review(work, true);
        }
        clock.moveTo(LocalDate.of(2021, 9, 23));
        desk.runDueJobs();
        assertThat(new ManagersSee(program, "ubnd.head", FiftyTwoUnits.PLAN, null, null, null).reports())
                .as("52 without the abolished one")
                .containsExactly("Báo cáo tuyên truyền quý III/2021 50/51 missing [kiem-lam]");
        desk.as("phong-vhtt.officer").complete(task(request, "UserTask_CloseCollection"), Map.of("decision", "CLOSE"));
    }

    private void isConsolidatedCheckedAndSigned(UUID request) {
        var draft = reports.draftOf(request);
        assertThat(draft)
                .filteredOn(paragraph -> paragraph.source() == Source.UNIT)
                .as("52 without the abolished and the one that never sent")
                .hasSize(50);
        assertThat(draft)
                .filteredOn(paragraph -> paragraph.source() == Source.FIGURES)
                .extracting(ReportParagraph::body)
                .startsWith(
                        "Đến khi chốt số liệu, 1 đơn vị chưa báo cáo: "
                                + jdbc.sql("select name from unit where id = 'kiem-lam'")
                                        .query(String.class)
                                        .single() + ".",
                        "Từ ngày 15/06/2021 đến ngày 14/09/2021, các đơn vị đã thực hiện: 18 lượt phát; 90 phút phát;"
                                + " 43 băng rôn; 500 tờ rơi, tờ gấp; 350 người, hộ, tổ chức được tiếp cận.");
        var paragraphs = new ArrayList<Map<String, Object>>();
        for (var paragraph : draft) {
            var given = new HashMap<String, Object>();
            given.put("section", paragraph.section());
            given.put("source", paragraph.source().name());
            paragraph.unit().ifPresent(unit -> given.put("unit", unit));
            given.put("body", paragraph.body());
            paragraphs.add(given);
        }
        desk.as("phong-vhtt.officer").complete(task(request, "UserTask_Consolidate"), Map.of("paragraphs", paragraphs));
        assertThat(reports.reportOf(request).orElseThrow().paragraphs()).noneMatch(ReportParagraph::isEdited);
        desk.as("phong-vhtt.head").complete(task(request, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(task(request, "UserTask_CheckForm"), Map.of("passed", true));
        desk.as("ubnd.deputy").complete(task(request, "UserTask_Sign"), Map.of("passed", true));
        desk.as("van-phong.clerk")
                .complete(task(request, "UserTask_NumberAndIssue"), Map.of("act", "HERE", "date", "23/09/2021"));
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.ISSUED);
    }

    private void theIssuedFileHasTheFiguresOfTheTable(UUID request) throws IOException {
        var document = reports.reportOf(request).orElseThrow().documentId().orElseThrow();
        assertThat(documents.get(document).number()).contains("01/BC-UBND");
        var bytes = jdbc.sql("select bytes from document_content c join document_version v on v.id = c.version_id"
                        + " where v.document_id = ? order by v.number desc")
                .param(document)
                .query((row, number) -> row.getBytes(1))
                .list()
                .get(0);
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var byUnit = rowsOf(word, "Đơn vị", "Số lượt phát");
            assertThat(byUnit.get(0))
                    .containsExactly(
                            "Đơn vị",
                            "Số lượt phát",
                            "Số phút phát",
                            "Số băng rôn",
                            "Số tờ rơi, tờ gấp",
                            "Số người, hộ, tổ chức được tiếp cận");
            assertThat(byUnit)
                    .as("40 agencies, 9 communes, one office, heading and total")
                    .hasSize(52);
            assertThat(byUnit.get(51)).containsExactly("Cộng", "18", "90", "43", "500", "350");
            assertThat(byUnit)
                    .contains(
                            List.of("Phòng Y tế", "0", "0", "3", "0", "0"),
                            List.of("Đại diện Cảng vụ hàng hải (kết thúc ngày 15/09/2021)", "0", "0", "1", "0", "0"),
                            List.of(
                                    "Trạm Chăn nuôi và Thú y thành phố (nay là Trạm Khuyến nông)",
                                    "0",
                                    "0",
                                    "1",
                                    "0",
                                    "0"),
                            List.of("Trạm Khuyến nông thành phố", "0", "0", "1", "0", "0"),
                            List.of("Phòng Kinh tế", "0", "0", "0", "500", "350"),
                            List.of("Ủy ban nhân dân xã Thổ Châu", "2", "10", "0", "0", "0"));
            assertThat(rowsOf(word, "Kênh", "Số lượt phát"))
                    .extracting(row -> row.subList(1, 6))
                    .containsExactlyInAnyOrder(
                            List.of(
                                    "Số lượt phát",
                                    "Số phút phát",
                                    "Số băng rôn",
                                    "Số tờ rơi, tờ gấp",
                                    "Số người, hộ, tổ chức được tiếp cận"),
                            List.of("18", "90", "0", "0", "0"),
                            List.of("0", "0", "43", "0", "0"),
                            List.of("0", "0", "0", "500", "350"),
                            List.of("18", "90", "43", "500", "350"));
            assertThat(rowsOf(word, "TT", "Đơn vị"))
                    .hasSize(54)
                    .extracting(row -> row.get(2))
                    .containsOnly(
                            "Báo cáo",
                            "Đã báo cáo",
                            "Đã báo cáo, trễ hạn",
                            "Chưa báo cáo",
                            "Được rút, không phải báo cáo",
                            "Đơn vị tổng hợp");
        }
        assertThat(reports.reportOf(request).orElseThrow().units())
                .filteredOn(unit -> unit.standing() != Standing.REPORTED)
                .extracting(ReportUnit::unit, ReportUnit::standing)
                .containsExactlyInAnyOrder(
                        tuple("kho-bac", Standing.REPORTED_LATE),
                        tuple("thong-ke", Standing.REPORTED_LATE),
                        tuple("kiem-lam", Standing.NOT_REPORTED),
                        tuple(ABOLISHED, Standing.RELEASED),
                        tuple("phong-vhtt", Standing.CONSOLIDATES));
    }

    /** What was counted; adjustments belong to the report for which a unit gave them. */
    private void theManagersSeeTheFiguresOfTheReport(String asOf) {
        var leader = new ManagersSee(program, "ubnd.head", FiftyTwoUnits.PLAN, "2021-06-15", "2021-09-14", asOf);

        assertThat(leader.figures("CHANNEL"))
                .as("43 banners of which 3 adjusted")
                .containsExactlyInAnyOrder(
                        "KENH-04 BROADCASTS 18",
                        "KENH-04 MINUTES 90",
                        "KENH-07 BANNERS 40",
                        "KENH-11 LEAFLETS 500",
                        "KENH-11 REACHED 350");
        for (var dimension : List.of("UNIT", "CHANNEL", "TOPIC", "DUTY")) {
            assertThat(leader.figures(dimension))
                    .containsExactlyInAnyOrderElementsOf(
                            jdbc.sql("select item, measure, amount - adjusted from report_figure"
                                            + " where dimension = ? and amount <> adjusted")
                                    .param(dimension)
                                    .query((row, number) ->
                                            "%s %s %d".formatted(row.getString(1), row.getString(2), row.getLong(3)))
                                    .list());
        }
        assertThat(leader.reports()).as("issued").isEmpty();
    }

    private void muchIsRecordedLater(UUID request) {
        clock.moveTo(LocalDate.of(2021, 10, 5));
        record("thue", "KENH-07", Map.of(Measure.BANNERS, 7L));
        var entries = evidence.between(FiftyTwoUnits.PLAN, SEPTEMBER_10, SEPTEMBER_10);
        var wrong = entries.stream()
                .filter(entry -> entry.unit().equals("y-te"))
                .findFirst()
                .orElseThrow();
        evidence.correct(
                wrong.id(), entry("y-te", "KENH-07", Map.of(Measure.BANNERS, 4L)), "Đếm thiếu", "y-te.officer");
        var taken = entries.stream()
                .filter(entry -> entry.unit().equals("dien-luc"))
                .findFirst()
                .orElseThrow();
        evidence.withdraw(taken.id(), "Ghi nhầm đơn vị");
        var work = of(request, "kiem-lam");
        hand(work);
        write(work, "Gửi sau khi đã tổng hợp", 9);
        submit(work);
        review(work, true);
    }

    private void isTheSameNineYearsLater(UUID request, String issued) {
        clock.moveTo(LocalDate.of(2030, 9, 23));

        var recount = recounts.recount(request);

        assertThat(recount.differences()).isEmpty();
        assertThat(recount.same()).as("byte for byte").isTrue();
        assertThat(recounts.storedFor(request, "ubnd.head").figures().text()).isEqualTo(issued);
        assertThat(recount.later())
                .extracting(ReportRecounts.Later::what)
                .containsExactlyInAnyOrder(
                        "Ghi sau khi chốt",
                        "Sửa sau khi chốt, số cũ",
                        "Sửa sau khi chốt, số mới",
                        "Hủy sau khi chốt",
                        "Báo cáo của đơn vị gửi sau khi chốt");
        assertThat(recount.changes())
                .extracting(
                        ReportRecounts.Change::measure,
                        ReportRecounts.Change::reported,
                        ReportRecounts.Change::now,
                        ReportRecounts.Change::difference)
                .as("7 more, 3 more, 1 less, and 9 that kiem-lam adjusted")
                .containsExactly(tuple("Số băng rôn", 43L, 61L, 18L));
    }

    private List<List<String>> rowsOf(XWPFDocument word, String first, String second) {
        return word.getTables().stream()
                .map(ReportOfFiftyTwoUnitsTests::rowsOf)
                .filter(rows -> rows.get(0).size() > 1
                        && rows.get(0).get(0).equals(first)
                        && rows.get(0).get(1).equals(second))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> rowsOf(XWPFTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(XWPFTableCell::getText).toList())
                .toList();
    }

    private void hand(Assignment work) {
        var head = work.unit() + ".head";
        desk.as(head).complete(task(work.id(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(head).complete(task(work.id(), "UserTask_HandOut"), Map.of("officers", List.of(head)));
    }

    private void write(Assignment work, String text, long banners) {
        var answer = new HashMap<String, Object>();
        answer.put("bodies", List.of("", text, "", "", ""));
        if (banners != 0) {
            answer.put(
                    "adjustments",
                    List.of(Map.of(
                            "channel", "KENH-07",
                            "measure", "BANNERS",
                            "delta", banners,
                            "reason", "Treo ngày 12/9, chưa ghi kịp")));
        }
        desk.as(work.unit() + ".head").complete(task(work.id(), "UserTask_WriteContribution"), answer);
    }

    private void submit(Assignment work) {
        desk.as(work.unit() + ".head").complete(task(work.id(), "UserTask_SubmitResult"), Map.of("result", "Đã gửi"));
    }

    private void review(Assignment work, boolean accepted) {
        desk.as("phong-vhtt.officer")
                .complete(
                        task(work.id(), "UserTask_ReviewResult"),
                        accepted
                                ? Map.of("accepted", true)
                                : Map.of("accepted", false, "reason", "Bổ sung số liệu quý III"));
    }

    private void record(String unit, String channel, Map<Measure, Long> measures) {
        evidence.record(entry(unit, channel, measures), unit + ".head");
    }

    private static EvidenceEntry entry(String unit, String channel, Map<Measure, Long> measures) {
        return new EvidenceEntry(
                FiftyTwoUnits.PLAN,
                unit,
                null,
                null,
                null,
                channel,
                null,
                "ND-3",
                null,
                SEPTEMBER_10,
                SEPTEMBER_10,
                null,
                null,
                null,
                measures,
                null);
    }

    private Task task(UUID key, String id) {
        return desk.task(key.toString(), id);
    }

    private List<Assignment> opened(String request) {
        return assignments.openedBy(new Origin("report-request", request));
    }

    private Assignment of(UUID request, String unit) {
        return opened(request.toString()).stream()
                .filter(assignment -> assignment.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
