package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.consistency.Broken;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.document.DocumentStatus;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.Documents;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportFigures.Figure;
import vn.trienkhai.reporting.ReportFigures.Punctuality;
import vn.trienkhai.reporting.ReportParagraph.Source;

class ReportOnRequestProcessTests extends ReportScenario {

    private static final String BAI_THOM = "Ủy ban nhân dân xã Bãi Thơm";

    @Autowired
    DataSource dataSource;

    @Autowired
    List<ConsistencyCheck> checks;

    @Autowired
    ReportDocument documentText;

    @Autowired
    Documents documents;

    @Autowired
    ReportRecounts recounts;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Test
    void collectsConsolidatesAndIsApproved() {
        var request = request("phong-kinh-te", "duong-dong");
        answer(request, "phong-kinh-te", "Đã treo 3 băng rôn");
        assertThat(instance(request)).isWaitingAt("Gateway_Collecting");
        answer(request, "duong-dong", "Đã phát 12 lượt");

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.draftOf(request))
                .filteredOn(paragraph -> paragraph.source() == Source.UNIT)
                .extracting(ReportParagraph::section, ReportParagraph::unit, ReportParagraph::body)
                .containsExactly(
                        tuple(1, Optional.of("phong-kinh-te"), "Phòng Kinh tế: Đã treo 3 băng rôn"),
                        tuple(1, Optional.of("duong-dong"), "Ủy ban nhân dân phường Dương Đông: Đã phát 12 lượt"));
        consolidate(request);
        issue(request, "ubnd.head");

        assertThat(instance(request)).isNull();
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.ISSUED);
        assertThat(endsOf(request)).containsExactly("Đã ban hành báo cáo");
        assertThat(reports.reportOf(request)).hasValueSatisfying(report -> {
            assertThat(report.figuresAsOf()).isEqualTo(clock.instant());
            assertThat(report.consolidatedBy()).isEqualTo("phong-vhtt.officer");
            assertThat(report.approvedBy()).contains("ubnd.head");
            assertThat(report.approvedAt()).contains(clock.instant());
        });
    }

    @Test
    void isMissedWhenItsProcessIsLostOrNobodyApprovedIt() throws SQLException {
        var request = request("phong-kinh-te");
        var broken = new Broken(dataSource, checks);

        assertThat(broken.contradictions()).noneMatch(line -> line.contains(request.toString()));
        assertThat(broken.by("update report_request set status = 'ISSUED' where id = '%s'", request))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains(request.toString(), "(Đã ban hành)", "mong đợi 0 quy trình đang chạy, gặp 1"),
                        line -> assertThat(line)
                                .contains(request.toString(), "ghi đã ban hành mà không có báo cáo đã được phê duyệt"));
    }

    @Test
    void opensOneAssignmentForEachUnitUnderTheClauseThatBindsIt() {
        var request = request("phong-kinh-te", "y-te", "duong-dong", "tt-vhtt", "mttq");

        assertThat(opened(request)).hasSize(5).allSatisfy(assignment -> {
            assertThat(assignment.due()).contains(UNITS_DUE);
            assertThat(assignment.assigner()).isEqualTo("phong-vhtt");
        });
        assertThat(of(request, "phong-kinh-te").dutyCode()).contains("KT-1c");
        assertThat(of(request, "y-te").dutyCode()).contains("KT-1c");
        assertThat(of(request, "duong-dong").dutyCode()).contains("XP-3");
        assertThat(of(request, "tt-vhtt").dutyCode())
                .as("plan 269 gives the centre no duty to report")
                .isEmpty();
        assertThat(of(request, "tt-vhtt").isBinding()).as("so it is only asked").isFalse();
        assertThat(of(request, "tt-vhtt").subject())
                .isEqualTo("Đề nghị cung cấp – Trung tâm VH-TT-TT – Báo cáo tuyên truyền quý III/2021");
        assertThat(of(request, "duong-dong").subject())
                .isEqualTo("XP-3 – UBND phường Dương Đông – Báo cáo tuyên truyền quý III/2021");
        assertThat(of(request, "duong-dong").isBinding()).isTrue();
        assertThat(of(request, "mttq").isBinding())
                .as("mass organisations are only asked")
                .isFalse();
    }

    @Test
    void takesFiguresFromEvidenceAndKeepsThemAsOfTheirMoment() {
        var unit = "ham-ninh";
        record(unit, "KENH-07", "ND-3", LocalDate.of(2021, 3, 10), Measure.BANNERS, 3);
        record(unit, "KENH-04", "ND-1", LocalDate.of(2021, 3, 12), Measure.BROADCASTS, 12);
        record(unit, "KENH-04", "ND-1", LocalDate.of(2021, 2, 10), Measure.BROADCASTS, 99); // before the period
        record("phong-vhtt", "KENH-14", "ND-3", LocalDate.of(2021, 3, 31), Measure.MEETINGS, 1); // who consolidates
        record("y-te", "KENH-07", "ND-3", LocalDate.of(2021, 3, 31), Measure.BANNERS, 77); // is not asked
        var request = requestInMarch(unit);
        var work = of(request, unit);
        hand(work);
        desk.as(unit + ".head")
                .complete(
                        openTask(work, "UserTask_WriteContribution"),
                        Map.of(
                                "bodies", List.of("", "Đã làm", "", "", ""),
                                "adjustments",
                                        List.of(Map.of(
                                                "channel", "KENH-07",
                                                "measure", "BANNERS",
                                                "delta", 2,
                                                "reason", "Treo ngày 12/9, chưa ghi kịp"))));
        submitAndAccept(work);

        consolidate(request);
        record(unit, "KENH-07", "ND-3", LocalDate.of(2021, 3, 11), Measure.BANNERS, 50); // recorded later

        var figures = reports.reportOf(request).orElseThrow().figures();
        assertThat(figures.by(Dimension.UNIT).get(unit))
                .isEqualTo(Map.of(Measure.BANNERS, new Figure(3, 2), Measure.BROADCASTS, new Figure(12, 0)));
        assertThat(figures.by(Dimension.UNIT)).doesNotContainKey("y-te");
        assertThat(figures.of(Dimension.CHANNEL, "KENH-07", Measure.BANNERS)).isEqualTo(new Figure(3, 2));
        assertThat(figures.of(Dimension.CHANNEL, "KENH-14", Measure.MEETINGS).total())
                .isGreaterThanOrEqualTo(1);
        assertThat(figures.of(Dimension.TOPIC, "ND-3", Measure.BANNERS)).isEqualTo(new Figure(3, 0));
        assertThat(figures.of(Dimension.TOPIC, null, Measure.BANNERS)).isEqualTo(new Figure(0, 2));
        assertThat(reports.figuresOf(request).of(Dimension.UNIT, unit, Measure.BANNERS))
                .as("counted anew, it is what is known now")
                .isEqualTo(new Figure(53, 2));
    }

    @Test
    void putsTheFiguresThatWereKeptIntoItsDocument() {
        record("bai-thom", "KENH-07", "ND-3", LocalDate.of(2021, 3, 10), Measure.BANNERS, 3);
        var request = requestInMarch("bai-thom");
        answer(request, "bai-thom", "Đã treo băng rôn");
        consolidate(request);
        record("bai-thom", "KENH-07", "ND-3", LocalDate.of(2021, 3, 11), Measure.BANNERS, 50);

        var text = documentText.textOf(
                reports.get(request), reports.reportOf(request).orElseThrow());

        assertThat(text.title()).isEqualTo("Tuyên truyền quý III/2021");
        assertThat(text.body())
                .startsWith(
                        new Paragraph(
                                "Thực hiện văn bản số 1234/UBND-VX ngày 01 tháng 3 năm 2021 và Kế hoạch số"
                                        + " 269/KH-UBND ngày 10 tháng 6 năm 2021 của Ủy ban nhân dân thành phố Phú Quốc về thông"
                                        + " tin, tuyên truyền về Chương trình hành động quốc gia sản xuất và tiêu dùng bền vững giai"
                                        + " đoạn 2021 - 2030 trên địa bàn thành phố Phú Quốc, Ủy ban nhân dân thành phố Phú Quốc báo cáo như sau:"),
                        new Heading(1, "I. Công tác chỉ đạo, triển khai"),
                        new Paragraph("Mục 1"),
                        new Heading(1, "II. Kết quả thực hiện"),
                        new Paragraph("Mục 2"))
                .endsWith(
                        new Paragraph(
                                "Số liệu tại Phụ lục I, tình hình báo cáo của các đơn vị tại Phụ lục II kèm theo."),
                        new Paragraph(
                                "Trên đây là báo cáo tuyên truyền quý III/2021 của Ủy ban nhân dân thành phố Phú Quốc."));
        assertThat(text.annexes())
                .extracting(Annex::title)
                .containsExactly("Số liệu", "Tình hình báo cáo và thực hiện thời hạn của các đơn vị");
        assertThat(tablesIn(text.annexes().get(0)))
                .filteredOn(table -> table.title().equals("Theo đơn vị"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .filteredOn(row -> row.get(0).equals(BAI_THOM))
                        .singleElement()
                        .satisfies(row -> assertThat(row.get(indexOf(table, "Số băng rôn")))
                                .isEqualTo("3")));
        assertThat(tablesIn(text.annexes().get(1)).get(0).rows())
                .containsExactly(
                        List.of("1", BAI_THOM, "Đã báo cáo", "0", "0", "0"),
                        List.of("2", "Phòng Văn hóa và Thông tin", "Đơn vị tổng hợp", "0", "0", "0"));
    }

    /** As the organisation chart and the plan list them, not by code. */
    @Test
    void listsItsFiguresInTheOrderOfThePlanWithWhatNamesNothingLast() {
        record("bai-thom", "KENH-07", null, LocalDate.of(2021, 4, 10), Measure.BANNERS, 1);
        record("duong-dong", "KENH-04", "ND-3", LocalDate.of(2021, 4, 10), Measure.BANNERS, 2);
        record("an-thoi", "KENH-07", "ND-1", LocalDate.of(2021, 4, 10), Measure.BANNERS, 3);
        record("phong-vhtt", "KENH-07", "ND-1", LocalDate.of(2021, 4, 10), Measure.BANNERS, 4);
        var april = with(
                with(form(List.of("bai-thom", "duong-dong", "an-thoi")), "from", "01/04/2021"), "to", "30/04/2021");
        var request = requestOf("ubnd.head", april);
        for (var unit : List.of("bai-thom", "duong-dong", "an-thoi")) {
            answer(request, unit, "Đã treo băng rôn");
        }
        consolidate(request);

        var tables = tablesIn(documentText
                .textOf(reports.get(request), reports.reportOf(request).orElseThrow())
                .annexes()
                .get(0));
        assertThat(firstColumnOf(tables, "Theo đơn vị"))
                .containsExactly(
                        "Phòng Văn hóa và Thông tin",
                        "Ủy ban nhân dân phường Dương Đông",
                        "Ủy ban nhân dân phường An Thới",
                        BAI_THOM,
                        "Cộng");
        assertThat(firstColumnOf(tables, "Theo nội dung")).endsWith("Không nêu", "Cộng");
    }

    private static List<String> firstColumnOf(List<Table> tables, String title) {
        return tables.stream().filter(table -> table.title().equals(title)).findFirst().orElseThrow().rows().stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void countsHowTheUnitsKeptTheDeadlinesOfThePeriod() {
        var unit = "duong-to";
        owed(unit, LocalDate.of(2021, 3, 20), LocalDate.of(2021, 3, 18)); // done two days before
        owed(unit, LocalDate.of(2021, 3, 20), LocalDate.of(2021, 3, 23)); // a Saturday: due on Monday, done on Tuesday
        owed(unit, LocalDate.of(2021, 3, 20), null); // not done yet, and late
        owed(unit, LocalDate.of(2021, 2, 26), null); // due before the period
        owed(unit, LocalDate.of(2021, 3, 31), null); // its last day
        clock.moveTo(LocalDate.of(2021, 3, 31));

        var request = requestInMarch(unit);

        assertThat(reports.figuresOf(request).punctualityOf(unit)).isEqualTo(new Punctuality(1, 2, 1));
    }

    @Test
    void consolidatesWithoutTheLateAndNamesThem() {
        var request = request("phong-kinh-te", "bai-thom");
        answer(request, "phong-kinh-te", "Đã làm");

        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();
        assertThat(instance(request)).isWaitingAt("UserTask_CloseCollection");
        desk.as("phong-vhtt.officer").complete(task(request, "UserTask_CloseCollection"), Map.of("decision", "CLOSE"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.draftOf(request).get(0).body())
                .isEqualTo("Đến khi chốt số liệu, 1 đơn vị chưa báo cáo: Ủy ban nhân dân xã Bãi Thơm.");
        consolidate(request);
        assertThat(standingsIn(request))
                .containsExactly(
                        tuple("phong-kinh-te", Standing.REPORTED),
                        tuple("bai-thom", Standing.NOT_REPORTED),
                        tuple("phong-vhtt", Standing.CONSOLIDATES));
        assertThat(of(request, "bai-thom").progress())
                .as("it still owes the report")
                .isEqualTo(Progress.AWAITING_RECEIPT);
    }

    @Test
    void waitsLongerUntilTheLastHasAnswered() {
        var request = request("ganh-dau");
        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();

        var tooLate = desk.as("phong-vhtt.officer")
                .refusedWhenCompleting(
                        task(request, "UserTask_CloseCollection"), Map.of("decision", "WAIT", "newDue", "30/09/2021"));
        assertThat(tooLate.reasons()).extracting("field").containsExactly("newDue");
        desk.as("phong-vhtt.officer")
                .complete(
                        task(request, "UserTask_CloseCollection"), Map.of("decision", "WAIT", "newDue", "24/09/2021"));
        assertThat(instance(request)).isWaitingAt("Gateway_Collecting");
        answer(request, "ganh-dau", "Đã làm");

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
    }

    @Test
    void doesNotWaitForNobody() {
        var request = request("cua-duong");
        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();
        answer(request, "cua-duong", "Gửi muộn");

        desk.as("phong-vhtt.officer")
                .complete(
                        task(request, "UserTask_CloseCollection"), Map.of("decision", "WAIT", "newDue", "24/09/2021"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
    }

    @Test
    void returnsAContributionAndKeepsWhatWasWritten() {
        var request = request("duong-to");
        var work = of(request, "duong-to");
        hand(work);
        write(work, "Sơ sài");
        desk.as("duong-to.head").complete(openTask(work, "UserTask_SubmitResult"), Map.of("result", "Sơ sài"));
        desk.as("phong-vhtt.officer")
                .complete(
                        openTask(work, "UserTask_ReviewResult"),
                        Map.of("accepted", false, "reason", "Bổ sung số người dự"));

        assertThat(contributions.of(work.id()).orElseThrow().sections().get(1).body())
                .isEqualTo("Sơ sài");
        write(work, "Đã bổ sung");
        submitAndAccept(work);

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.draftOf(request))
                .extracting(ReportParagraph::body)
                .contains("Ủy ban nhân dân xã Dương Tơ: Đã bổ sung")
                .doesNotContain("Ủy ban nhân dân xã Dương Tơ: Sơ sài");
    }

    @Test
    void comesBackFromTheLeaderWithTheReason() {
        var request = request("an-thoi");
        answer(request, "an-thoi", "Đã làm");
        consolidate(request);

        check(request);
        desk.as("ubnd.head")
                .complete(task(request, "UserTask_Sign"), Map.of("passed", false, "remark", "Thêm kiến nghị"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.CONSOLIDATING);
        assertThat(reports.reportOf(request).orElseThrow().paragraphs().get(1).body())
                .isEqualTo("Mục 2");
    }

    @Test
    void letsAMassOrganisationDecline() {
        var request = request("mttq", "cua-can");
        answer(request, "cua-can", "Đã làm");
        var asked = of(request, "mttq");
        desk.as("mttq.head")
                .complete(
                        openTask(asked, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Không có số liệu"));
        desk.as("phong-vhtt.head")
                .complete(
                        openTask(asked, "UserTask_DecideRefusal"),
                        Map.of("decision", "WITHDRAW", "reason", "Chấp nhận"));

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.missingIn(request)).isEmpty();
        consolidate(request);
        assertThat(standingsIn(request)).contains(tuple("mttq", Standing.NOT_PROVIDED));
    }

    @Test
    void isWithdrawnTogetherWithItsOpenWork() {
        var request = request("phong-kinh-te", "cua-can");
        answer(request, "cua-can", "Đã làm");

        var stranger = desk.as("phong-vhtt.head")
                .refusedWhenStarting("report-withdrawal", Map.of("request", request.toString(), "reason", "Không cần"));
        assertThat(stranger.getMessage()).startsWith("Chỉ Ủy ban nhân dân thành phố Phú Quốc được rút");
        desk.as("ubnd.head").start("report-withdrawal", Map.of("request", request.toString(), "reason", "Tỉnh hoãn"));

        assertThat(instance(request)).isNull();
        assertThat(endsOf(request)).containsExactly("Đã rút yêu cầu");
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(reports.get(request).withdrawnWhy()).contains("Tỉnh hoãn");
        assertThat(of(request, "phong-kinh-te").progress()).isEqualTo(Progress.WITHDRAWN);
        assertThat(of(request, "cua-can").progress()).isEqualTo(Progress.FULFILLED);
    }

    @Test
    void isAskedOnlyByWhoMayAskAndWithDatesThatFit() {
        var form = form(List.of("y-te"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "wholeDue", "20/09/2021")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("wholeDue"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "to", "01/06/2021")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("to"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "unitsDue", "01/09/2021")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("unitsDue"));
        assertThat(desk.as("ubnd.head").refusedWhenStarting("report-on-request", with(form, "basisNumber", "")))
                .satisfies(refused ->
                        assertThat(refused.reasons()).extracting("field").containsExactly("basisNumber"));
    }

    @Test
    void isAskedByTheOfficeAndTheLeadAgencyButByNobodyElse() {
        var form = form(List.of("y-te"));

        assertThatThrownBy(() -> desk.as("y-te.head").start("report-on-request", form))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> reports.request(order(), "y-te.head"))
                .hasMessage("Chỉ Ủy ban nhân dân thành phố Phú Quốc, văn phòng và Phòng Văn hóa và Thông tin"
                        + " được yêu cầu báo cáo theo kế hoạch này.");
        assertThat(reports.get(requestOf("van-phong.clerk", form)).requester()).isEqualTo("van-phong");
        assertThat(reports.get(requestOf("phong-vhtt.officer", form)).requester())
                .isEqualTo("phong-vhtt");
    }

    @Test
    void asksNobodyTwiceAndNeitherWhoConsolidatesNorWhoCannotBeAsked() {
        for (var wrong : List.of("phong-vhtt", "ubnd", "ban-bien-tap", "khong-co")) {
            assertThat(desk.as("ubnd.head")
                            .refusedWhenStarting("report-on-request", form(List.of("y-te", wrong)))
                            .reasons())
                    .as(wrong)
                    .extracting("field")
                    .containsExactly("units");
        }
        assertThat(opened(request("y-te", "y-te"))).hasSize(1);
    }

    @Test
    void offersThoseWhoOweAReportAndThoseWhoCanOnlyBeAsked() {
        var form = startFormOf("report-on-request", "ubnd.head");

        assertThat((List<?>) form.choices().get("plans"))
                .asInstanceOf(InstanceOfAssertFactories.list(ReportOnRequestForms.PlanOffered.class))
                .filteredOn(plan -> plan.value().equals(PLAN_269))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.mustReport())
                            .contains("phong-kinh-te", "y-te", "duong-dong", "tho-chau")
                            .doesNotContain("tt-vhtt", "mttq", "phong-vhtt", "ubnd");
                    assertThat(plan.units())
                            .extracting(ReportOnRequestForms.UnitAsked::value)
                            .contains("tt-vhtt", "mttq")
                            .doesNotContain("phong-vhtt", "ubnd", "ban-bien-tap");
                });
    }

    @Test
    void doesNotLetWhoConsolidatedCheckTheContent() {
        var request = requestOf("phong-vhtt.head", form(List.of("an-thoi")));
        answer(request, "an-thoi", "Đã làm");
        desk.as("phong-vhtt.head").complete(task(request, "UserTask_Consolidate"), TEXT);

        assertThat(desk.as("phong-vhtt.head")
                        .refusedWhenCompleting(task(request, "UserTask_CheckContent"), Map.of("passed", true)))
                .isNotNull();
        engine.getTaskService()
                .setAssignee(task(request, "UserTask_CheckContent").getId(), null);
        desk.as("phong-vhtt.deputy").complete(task(request, "UserTask_CheckContent"), Map.of("passed", true));

        assertThat(desk.tasks(request.toString(), "UserTask_CheckForm")).hasSize(1);
    }

    @Test
    void consolidatesAnewAfterAReturnAsTheNextVersionOfItsDocument() {
        var request = request("an-thoi");
        answer(request, "an-thoi", "Đã làm");
        consolidate(request);
        check(request);
        desk.as("ubnd.deputy")
                .complete(task(request, "UserTask_Sign"), Map.of("passed", false, "remark", "Thêm kiến nghị"));
        var form = formOf(task(request, "UserTask_Consolidate"), "phong-vhtt.officer");
        assertThat(form.known().returned()).singleElement().satisfies(returned -> {
            assertThat(returned.by()).startsWith("Phó Chủ tịch UBND thành phố – ");
            assertThat(returned.why()).isEqualTo("Thêm kiến nghị");
        });
        assertThat((List<?>) ((Map<?, ?>) form.answer()).get("paragraphs"))
                .asInstanceOf(InstanceOfAssertFactories.list(ReportOnRequestForms.ParagraphShown.class))
                .extracting(ReportOnRequestForms.ParagraphShown::body)
                .containsExactly("Mục 1", "Mục 2", "Mục 3", "Mục 4", "Mục 5");
        clock.moveTo(LocalDate.of(2021, 9, 15));
        consolidate(request);
        issue(request, "ubnd.deputy");

        var report = reports.reportOf(request).orElseThrow();
        assertThat(report.figuresAsOf()).isBeforeOrEqualTo(clock.instant());
        assertThat(VietnamTime.dateOf(report.figuresAsOf())).isEqualTo(LocalDate.of(2021, 9, 15));
        assertThat(documents.get(report.documentId().orElseThrow()).version())
                .as("drafted, drafted anew, issued")
                .isEqualTo(3);
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.ISSUED);
    }

    @Test
    void tracesEachParagraphToItsUnitAndTellsWhatWasEdited() {
        var request = request("an-thoi", "cua-can");
        answer(request, "an-thoi", "Đã làm");
        answer(request, "cua-can", "Đã phát");
        desk.as("phong-vhtt.officer")
                .complete(
                        task(request, "UserTask_Consolidate"),
                        Map.of(
                                "paragraphs",
                                List.of(
                                        paragraph(2, "Không có khó khăn"),
                                        ofUnit("an-thoi", "Ủy ban nhân dân phường An Thới: Đã làm"),
                                        ofUnit("cua-can", "Xã Cửa Cạn đã phát đủ"),
                                        paragraph(3, "  "))));

        assertThat(reports.reportOf(request).orElseThrow().paragraphs())
                .extracting(
                        ReportParagraph::section,
                        ReportParagraph::source,
                        ReportParagraph::unit,
                        ReportParagraph::isEdited,
                        ReportParagraph::body)
                .containsExactly(
                        tuple(1, Source.UNIT, Optional.of("an-thoi"), false, "Ủy ban nhân dân phường An Thới: Đã làm"),
                        tuple(1, Source.UNIT, Optional.of("cua-can"), true, "Xã Cửa Cạn đã phát đủ"),
                        tuple(2, Source.CONSOLIDATOR, Optional.empty(), false, "Không có khó khăn"));
    }

    @Test
    void refusesAnEmptyReportAndParagraphsThatBelongNowhere() {
        var request = request("an-thoi");
        answer(request, "an-thoi", "Đã làm");

        assertThat(refusedText(request)).containsExactly("paragraphs");
        assertThat(refusedText(request, paragraph(0, " "))).containsExactly("paragraphs");
        assertThat(refusedText(request, paragraph(0, "Mục 1"), paragraph(5, "Mục 6")))
                .containsExactly("paragraphs[1].body");
        assertThat(refusedText(request, ofUnit("y-te", "Không được hỏi"))).containsExactly("paragraphs[0].body");
        assertThat(reports.reportOf(request)).isEmpty();
        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
    }

    @Test
    void isWithdrawnWithTheDocumentThatIsOnItsWay() {
        var request = request("an-thoi");
        answer(request, "an-thoi", "Đã làm");
        consolidate(request);
        check(request);

        desk.as("ubnd.head").start("report-withdrawal", Map.of("request", request.toString(), "reason", "Tỉnh hoãn"));

        assertThat(instance(request)).isNull();
        assertThat(desk.openTasks(request.toString())).isEmpty();
        var document = reports.reportOf(request).orElseThrow().documentId().orElseThrow();
        assertThat(documents.get(document).status()).isEqualTo(DocumentStatus.ABANDONED);
    }

    @Test
    void urgesThoseWhoHaveNotSentOnceADay() {
        var request = request("an-thoi", "cua-can", "mttq");
        answer(request, "an-thoi", "Đã làm");
        var words = Map.<String, Object>of("request", request.toString(), "words", "Gửi trước 17 giờ");

        assertThat(((List<?>) startFormOf("report-urging", "phong-vhtt.officer")
                        .choices()
                        .get("requests")))
                .asInstanceOf(InstanceOfAssertFactories.list(ReportUrgingForms.RequestOffered.class))
                .filteredOn(offered -> offered.value().equals(request.toString()))
                .singleElement()
                .satisfies(offered -> assertThat(offered.label())
                        .isEqualTo("Báo cáo tuyên truyền quý III/2021 (1/3 đơn vị chưa gửi)"));
        desk.as("phong-vhtt.officer").start("report-urging", words);

        assertThat(assignments.historyOf(of(request, "cua-can").id())).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Đôn đốc");
            assertThat(event.why()).contains("Gửi trước 17 giờ");
        });
        assertThat(assignments.historyOf(of(request, "an-thoi").id()))
                .noneMatch(event -> event.what().equals("Đôn đốc"));
        assertThat(assignments.historyOf(of(request, "mttq").id()))
                .as("who was only asked is not urged")
                .noneMatch(event -> event.what().equals("Đôn đốc"));
        assertThat(desk.as("phong-vhtt.officer").refusedWhenStarting("report-urging", words))
                .hasMessage("Không còn đơn vị nào cần nhắc hôm nay: đã gửi đủ hoặc đã được nhắc.");
        clock.moveTo(LocalDate.of(2021, 9, 15));
        desk.as("phong-vhtt.officer").start("report-urging", words);
    }

    @Test
    void givesTheFiguresWantedAsTablesToWhoCollectsAndAfterwardsToWhoMayRead() {
        record("ham-ninh", "KENH-07", "ND-3", LocalDate.of(2021, 3, 10), Measure.BANNERS, 3);
        var form = with(form(List.of("ham-ninh")), "figuresWanted", List.of("CHANNEL"));
        var request = requestOf("ubnd.head", form);

        assertThat(recounts.tablesFor(request, "phong-vhtt.officer"))
                .extracting(ReportTables.Table::title)
                .containsExactly("Theo kênh");
        assertThatThrownBy(() -> recounts.tablesFor(request, "ham-ninh.head"))
                .as("not collected by the unit")
                .isInstanceOf(FormRefused.class);
        answer(request, "ham-ninh", "Đã làm");
        consolidate(request);
        assertThatThrownBy(() -> recounts.tablesFor(request, "ham-ninh.head"))
                .as("still a draft")
                .isInstanceOf(FormRefused.class);
        issue(request, "ubnd.head");
        assertThat(recounts.tablesFor(request, "ham-ninh.head")).hasSize(1);
        assertThatThrownBy(() -> recounts.tablesFor(request, "y-te.head"))
                .as("not asked")
                .isInstanceOf(FormRefused.class);
    }

    private List<String> refusedText(UUID request, Object... paragraphs) {
        return desk
                .as("phong-vhtt.officer")
                .refusedWhenCompleting(task(request, "UserTask_Consolidate"), Map.of("paragraphs", List.of(paragraphs)))
                .reasons()
                .stream()
                .map(FormRefused.Reason::field)
                .toList();
    }

    private static Map<String, Object> ofUnit(String unit, String body) {
        return Map.of("section", 1, "source", "UNIT", "unit", unit, "body", body);
    }

    private static List<Table> tablesIn(Annex annex) {
        return annex.body().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static int indexOf(Table table, String heading) {
        return table.columns().stream().map(Column::heading).toList().indexOf(heading);
    }

    @Test
    void takesWhatWasHandedInButNotReviewedYet() {
        var request = request("cua-can", "cua-duong");
        var work = of(request, "cua-can");
        hand(work);
        write(work, "Đã gửi, chưa ai duyệt");
        desk.as("cua-can.head").complete(openTask(work, "UserTask_SubmitResult"), Map.of("result", "Đã gửi"));
        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();
        assertThat((List<?>) formOf(task(request, "UserTask_CloseCollection"), "phong-vhtt.officer")
                        .choices()
                        .get("units"))
                .asInstanceOf(InstanceOfAssertFactories.list(ReportOnRequestForms.UnitShown.class))
                .extracting(ReportOnRequestForms.UnitShown::standing)
                .containsExactly("Chưa báo cáo", "Đã gửi, chờ duyệt", "Đơn vị tổng hợp");
        desk.as("phong-vhtt.officer").complete(task(request, "UserTask_CloseCollection"), Map.of("decision", "CLOSE"));

        assertThat(reports.draftOf(request))
                .extracting(ReportParagraph::body)
                .contains("Ủy ban nhân dân xã Cửa Cạn: Đã gửi, chưa ai duyệt");
    }

    @Test
    void marksWhoReportedLateAndTakesTheReportOfWhoTookOver() {
        var request = request("ganh-dau", "phong-kinh-te");
        var refused = of(request, "phong-kinh-te");
        desk.as("phong-kinh-te.head")
                .complete(
                        openTask(refused, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Phòng Y tế làm thay"));
        desk.as("phong-vhtt.head")
                .complete(
                        openTask(refused, "UserTask_DecideRefusal"),
                        Map.of("decision", "TRANSFER", "unit", "y-te", "reason", "Đồng ý"));
        answer(request, "y-te", "Đã làm thay");
        clock.moveTo(UNITS_DUE.plusDays(1));
        answer(request, "ganh-dau", "Gửi muộn một ngày");
        consolidate(request);

        assertThat(standingsIn(request))
                .containsExactlyInAnyOrder(
                        tuple("ganh-dau", Standing.REPORTED_LATE),
                        tuple("y-te", Standing.REPORTED),
                        tuple("phong-vhtt", Standing.CONSOLIDATES));
    }

    @Test
    void noticesThatAllHaveAnsweredWhenTheLastTwoEndAtTheSameMoment() {
        var request = request("an-thoi", "duong-to");
        var one = of(request, "an-thoi").id();
        var other = of(request, "duong-to").id();
        var otherBegins = new CountDownLatch(1);

        var second = new TransactionTemplate(transactionManager).execute(first -> {
            assignments.withdraw(one, "Đã báo cáo qua văn bản", "phong-vhtt.head");
            var running = CompletableFuture.runAsync(() -> {
                otherBegins.countDown();
                assignments.withdraw(other, "Đã báo cáo qua văn bản", "phong-vhtt.deputy");
            });
            awaited(otherBegins);
            return running;
        });
        second.orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(instance(request)).isWaitingAt("UserTask_Consolidate");
        assertThat(reports.get(request).status()).isEqualTo(RequestStatus.CONSOLIDATING);
    }

    @Test
    void isNotWithdrawnTwiceNorAfterItWasIssued() {
        var request = request("an-thoi");
        desk.as("ubnd.head").start("report-withdrawal", Map.of("request", request.toString(), "reason", "Tỉnh hoãn"));

        assertThat(desk.as("ubnd.head")
                        .refusedWhenStarting(
                                "report-withdrawal", Map.of("request", request.toString(), "reason", "Lần nữa")))
                .hasMessage("Yêu cầu “Báo cáo tuyên truyền quý III/2021” đã kết thúc ngày 14/09/2021: Đã rút.");
        assertThat((List<?>)
                        startFormOf("report-withdrawal", "ubnd.head").choices().get("requests"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .doesNotContain(request.toString());
    }

    @Test
    void keepsThePlanFromBeingReplacedWhileItIsOpen() {
        request("an-thoi");

        assertThat(reports.openWorkOf(PLAN_269))
                .hasValueSatisfying(open -> assertThat(open).matches("còn \\d+ yêu cầu báo cáo chưa xong"));
        assertThat(reports.openWorkOf("khong-co")).isEmpty();
    }

    private static ReportRequestOrder order() {
        return new ReportRequestOrder(
                PLAN_269,
                "Báo cáo tuyên truyền quý III/2021",
                ReportKind.AD_HOC,
                "Kết quả tuyên truyền",
                "1234/UBND-VX",
                LocalDate.of(2021, 9, 13),
                List.of("y-te"),
                LocalDate.of(2021, 6, 15),
                LocalDate.of(2021, 9, 14),
                DeadlineTerm.on(UNITS_DUE),
                UNITS_DUE,
                DeadlineTerm.on(LocalDate.of(2021, 9, 27)),
                LocalDate.of(2021, 9, 27),
                Urgency.URGENT,
                null,
                null,
                List.of(),
                Reports.OUTLINE);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
