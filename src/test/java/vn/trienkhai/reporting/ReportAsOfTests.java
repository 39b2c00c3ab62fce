package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.assignment.AssignmentFacts.EvidenceShown;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportRecounts.Change;
import vn.trienkhai.reporting.ReportRecounts.Difference;
import vn.trienkhai.reporting.ReportRecounts.Later;

/** Whatever is recorded after a report does not change what it is counted to again. Counts what happened in May 2021. */
class ReportAsOfTests extends ReportScenario {

    private static final LocalDate IN_MAY = LocalDate.of(2021, 5, 10);

    @Autowired
    ReportRecounts recounts;

    @Autowired
    ReportFiguresController controller;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesTheSameFiguresInLaterYearsAndSaysWhatWasRecordedLater() {
        clock.moveTo(LocalDate.of(2021, 9, 14));
        var banners = entry("an-thoi", "KENH-07", "ND-3", Measure.BANNERS, 3);
        entry("an-thoi", "KENH-04", "ND-1", Measure.BROADCASTS, 12);
        var leaflets = entry("duong-dong", "KENH-11", "ND-3", Measure.LEAFLETS, 200);
        var owed = owed("an-thoi", LocalDate.of(2021, 5, 20));
        var request = requestInMay("an-thoi", "duong-dong", "ham-ninh", "y-te");
        handIn(request, "an-thoi", 2); // waits for the review
        answer(request, "duong-dong", "Đã phát tờ rơi");
        closeCollectionAndConsolidate(request);
        var reported =
                """
                CHANNEL,KENH-04,BROADCASTS,12,0
                CHANNEL,KENH-07,BANNERS,5,2
                CHANNEL,KENH-11,LEAFLETS,200,0
                DUTY,-,BANNERS,5,2
                DUTY,-,BROADCASTS,12,0
                DUTY,-,LEAFLETS,200,0
                FORM_OF_WORK,-,BANNERS,5,2
                FORM_OF_WORK,-,BROADCASTS,12,0
                FORM_OF_WORK,-,LEAFLETS,200,0
                TOPIC,-,BANNERS,2,2
                TOPIC,ND-1,BROADCASTS,12,0
                TOPIC,ND-3,BANNERS,3,0
                TOPIC,ND-3,LEAFLETS,200,0
                UNIT,an-thoi,BANNERS,5,2
                UNIT,an-thoi,BROADCASTS,12,0
                UNIT,duong-dong,LEAFLETS,200,0
                an-thoi,HANDED_IN,0,1,0
                duong-dong,REPORTED,0,0,0
                ham-ninh,NOT_REPORTED,0,0,0
                phong-vhtt,CONSOLIDATES,0,0,0
                y-te,NOT_REPORTED,0,0,0
                """;
        assertThat(text(request)).isEqualTo(reported);
        assertThat(recounts.recount(request).later()).isEmpty();
        assertThat(recounts.recount(request).changes()).isEmpty();

        clock.moveTo(LocalDate.of(2021, 9, 22)); // the report awaits approval, and everything moves
        entry("an-thoi", "KENH-07", "ND-3", Measure.BANNERS, 50);
        evidence.correct(banners, of("an-thoi", "KENH-07", "ND-3", Measure.BANNERS, 4), "Đếm sót một", "an-thoi.head");
        evidence.withdraw(leaflets, "Trùng với đợt tháng 4");
        returnAndRewrite(request, "an-thoi");
        assignments.extend(
                of(request, "ham-ninh").id(), DeadlineTerm.on(LocalDate.of(2021, 9, 24)), "Mưa bão", "phong-vhtt.head");
        assignments.reassign(of(request, "y-te").id(), "tu-phap", null, "Đổi đầu mối", "phong-vhtt.head");
        answer(request, "ham-ninh", "Gửi muộn");
        issue(request, "ubnd.head");
        assignments.withdraw(owed, "Không cần nữa", "phong-vhtt.head");
        clock.moveTo(LocalDate.of(2030, 3, 1));

        var recount = recounts.recount(request);
        assertThat(text(request)).isEqualTo(reported);
        assertThat(recount.same()).isTrue();
        assertThat(recount.differences()).isEmpty();
        assertThat(recount.asOf()).isEqualTo("21/09/2021 08:00");
        assertThat(recount.changes())
                .containsExactlyInAnyOrder(
                        new Change(Measure.BANNERS.label(), 5, 54, 49),
                        new Change(Measure.LEAFLETS.label(), 200, 0, -200));
        assertThat(recount.later())
                .extracting(Later::what, Later::unit, Later::amounts, Later::recordedAt)
                .containsExactlyInAnyOrder(
                        later("Sửa sau khi chốt, số cũ", "phường An Thới", "Số băng rôn: 3"),
                        later("Sửa sau khi chốt, số mới", "phường An Thới", "Số băng rôn: 4"),
                        later("Ghi sau khi chốt", "phường An Thới", "Số băng rôn: 50"),
                        later("Hủy sau khi chốt", "phường Dương Đông", "Số tờ rơi, tờ gấp: 200"),
                        later("Báo cáo của đơn vị viết lại sau khi chốt", "phường An Thới", ""),
                        later("Báo cáo của đơn vị gửi sau khi chốt", "xã Hàm Ninh", ""));
        assertThat(recount.later())
                .filteredOn(entry -> entry.what().equals("Hủy sau khi chốt"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.why()).isEqualTo("Trùng với đợt tháng 4"));
    }

    @Test
    void isReadByWhoItConcernsAsDataAsATableAndInAList() {
        entry("ganh-dau", "KENH-07", "ND-3", Measure.BANNERS, 3);
        var request = requestInMay("ganh-dau");
        answer(request, "ganh-dau", "Đã treo");
        consolidate(request);

        assertThatThrownBy(() -> recounts.storedFor(request, "ganh-dau.head"))
                .as("a draft is not for the units")
                .isInstanceOf(FormRefused.class);
        assertThat(controller.figures(request, "phong-vhtt.officer").rules()).isEqualTo(1);
        issue(request, "ubnd.head");

        var stored = controller.figures(request, "ganh-dau.head");
        assertThat(stored.asOf()).isEqualTo(clock.instant());
        assertThat(stored.figures().text()).contains("UNIT,ganh-dau,BANNERS,3,0\n");
        assertThat(new String(controller.table(request, "ganh-dau.head").getBody(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFChiều;Mã;Tên;Số liệu;Cộng;Trong đó điều chỉnh\r\n")
                .contains("Theo đơn vị;ganh-dau;Ủy ban nhân dân xã Gành Dầu;Số băng rôn;3;0\r\n");
        assertThat(controller.recount(request, "ganh-dau.head").same()).isTrue();
        assertThat(controller.issued("ganh-dau.head")).extracting("request").contains(request);
        assertThat(controller.issued("tu-phap.head")).extracting("request").doesNotContain(request);
        assertThatThrownBy(() -> controller.recount(request, "tu-phap.head"))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Báo cáo này chỉ nơi yêu cầu, đơn vị tổng hợp và các đơn vị được hỏi được xem.");
    }

    @Test
    void saysWhichLinesDoNotComeOutAgain() {
        entry("cua-duong", "KENH-07", "ND-3", Measure.BANNERS, 3);
        var request = requestInMay("cua-duong");
        answer(request, "cua-duong", "Đã treo");
        consolidate(request);
        assertThat(recounts.recount(request).same()).isTrue();
        jdbc.sql(
                        "update report_figure set amount = 4 where dimension = 'UNIT' and item = 'cua-duong' and report_id = ?")
                .param(reports.reportOf(request).orElseThrow().id())
                .update();
        jdbc.sql("update report_unit set late = 1 where unit = 'cua-duong' and report_id = ?")
                .param(reports.reportOf(request).orElseThrow().id())
                .update();

        var recount = recounts.recount(request);

        assertThat(recount.same()).isFalse();
        assertThat(recount.differences())
                .containsExactly(
                        new Difference("Theo đơn vị: cua-duong, Số băng rôn", "4", "3"),
                        new Difference(
                                "Ủy ban nhân dân xã Cửa Dương",
                                "Đã báo cáo; việc đúng hạn 0, trễ hạn 1, chưa đến hạn 0",
                                "Đã báo cáo; việc đúng hạn 0, trễ hạn 0, chưa đến hạn 0"));
    }

    @Test
    void marksWhatWasRecordedAfterThePeriodClosed() {
        var unit = "cua-can";
        var inTime = LocalDate.of(2021, 9, 13);
        clock.moveTo(LocalDate.of(2021, 9, 14));
        record(unit, "KENH-07", "ND-3", inTime, Measure.BANNERS, 1); // on the last day of the period
        clock.moveTo(LocalDate.of(2021, 9, 16));
        record(unit, "KENH-07", "ND-3", inTime.minusDays(1), Measure.BANNERS, 2);
        var request = request(unit);
        var work = of(request, unit);
        hand(work);

        assertThat((List<?>) formOf(openTask(work, "UserTask_WriteContribution"), unit + ".head")
                        .choices()
                        .get("evidence"))
                .asInstanceOf(InstanceOfAssertFactories.list(EvidenceShown.class))
                .extracting(EvidenceShown::when, EvidenceShown::late)
                .containsExactly(tuple("12/09/2021", "ghi muộn (ngày 16/09/2021)"), tuple("13/09/2021", null));
        write(work, "Đã treo");
        submitAndAccept(work);
        assertThat((List<?>) formOf(task(request, "UserTask_Consolidate"), "phong-vhtt.officer")
                        .choices()
                        .get("lateEntries"))
                .asInstanceOf(InstanceOfAssertFactories.list(LateEntries.LateEntry.class))
                .extracting(late -> late.unit() + ": " + late.entry().measures())
                .containsExactly("Ủy ban nhân dân xã Cửa Cạn: Số băng rôn: 2");
    }

    @Test
    void countsWorkAsItStoodAtTheMoment() {
        clock.moveTo(LocalDate.of(2021, 5, 3));
        var unit = "bai-thom";
        var doneLater = owed(unit, LocalDate.of(2021, 5, 20));
        var moved = owed(unit, LocalDate.of(2021, 5, 21));
        var held = owed(unit, LocalDate.of(2021, 5, 24));
        var moment = clock.instant();
        clock.moveTo(LocalDate.of(2021, 5, 25));
        var late = clock.instant();
        hand(assignments.get(doneLater));
        submitAndAccept(assignments.get(doneLater));
        assignments.extend(moved, DeadlineTerm.on(LocalDate.of(2021, 6, 30)), "Mưa bão", "phong-vhtt.head");
        assignments.hold(held, "Chờ tỉnh", "phong-vhtt.head");

        assertThat(progressAt(moment, doneLater, moved, held)).containsOnly(Progress.AWAITING_RECEIPT);
        assertThat(assignments.ofPlanAt(PLAN_269, moment.minusSeconds(1)))
                .extracting("assignment")
                .doesNotContain(doneLater, moved, held);
        assertThat(assignments.ofPlanAt(PLAN_269, moment))
                .filteredOn(state -> state.unit().equals(unit) && state.isLateAt(late))
                .extracting("assignment")
                .containsExactlyInAnyOrder(doneLater, moved, held);
        assertThat(progressAt(late, doneLater, moved, held))
                .containsExactlyInAnyOrder(Progress.FULFILLED, Progress.AWAITING_RECEIPT, Progress.ON_HOLD);
        assertThat(assignments.ofPlanAt(PLAN_269, late))
                .filteredOn(state -> state.assignment().equals(moved))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.due()).isEqualTo(LocalDate.of(2021, 6, 30));
                    assertThat(state).isEqualTo(assignments.get(moved).state());
                });
    }

    private List<Progress> progressAt(Instant moment, UUID... wanted) {
        return assignments.ofPlanAt(PLAN_269, moment).stream()
                .filter(state -> Set.of(wanted).contains(state.assignment()))
                .map(state -> state.progress())
                .toList();
    }

    private String text(UUID request) {
        var report = reports.reportOf(request).orElseThrow();
        return FigureLines.of(report.figures(), report.units()).text();
    }

    private static Tuple later(String what, String unit, String amounts) {
        return tuple(what, "Ủy ban nhân dân " + unit, amounts, "22/09/2021 08:00");
    }

    private UUID requestInMay(String... units) {
        var form = with(with(form(List.of(units)), "from", "01/05/2021"), "to", "31/05/2021");
        return requestOf("ubnd.head", form);
    }

    private UUID owed(String unit, LocalDate due) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        null,
                        new Origin("programme", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        "Việc tháng 5/2021",
                        null,
                        due,
                        null),
                "phong-vhtt.head");
    }

    private UUID entry(String unit, String channel, String topic, Measure measure, long amount) {
        return evidence.record(of(unit, channel, topic, measure, amount), unit + ".head");
    }

    private static EvidenceEntry of(String unit, String channel, String topic, Measure measure, long amount) {
        return new EvidenceEntry(
                PLAN_269,
                unit,
                null,
                null,
                null,
                channel,
                null,
                topic,
                null,
                IN_MAY,
                IN_MAY,
                null,
                null,
                null,
                Map.of(measure, amount),
                Set.of());
    }

    private void handIn(UUID request, String unit, int more) {
        var work = of(request, unit);
        hand(work);
        desk.as(unit + ".head")
                .complete(
                        openTask(work, "UserTask_WriteContribution"),
                        Map.of(
                                "bodies",
                                List.of("", "Đã làm", "", "", ""),
                                "adjustments",
                                List.of(Map.of(
                                        "channel",
                                        "KENH-07",
                                        "measure",
                                        "BANNERS",
                                        "delta",
                                        more,
                                        "reason",
                                        "Chưa ghi kịp"))));
        desk.as(unit + ".head").complete(openTask(work, "UserTask_SubmitResult"), Map.of("result", "Đã gửi"));
    }

    private void returnAndRewrite(UUID request, String unit) {
        var work = of(request, unit);
        desk.as("phong-vhtt.officer")
                .complete(
                        openTask(work, "UserTask_ReviewResult"), Map.of("accepted", false, "reason", "Bỏ điều chỉnh"));
        write(work, "Đã bỏ điều chỉnh");
        submitAndAccept(work);
    }

    private void closeCollectionAndConsolidate(UUID request) {
        clock.moveTo(UNITS_DUE.plusDays(1));
        desk.runDueJobs();
        desk.as("phong-vhtt.officer").complete(task(request, "UserTask_CloseCollection"), Map.of("decision", "CLOSE"));
        consolidate(request);
    }
}
