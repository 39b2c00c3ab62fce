package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.CopyOfPlan269;

/** A copy of plan 269 alone in force; the year 2021 closed on Tuesday 14/12/2021. */
class YearlyReportProcessTests extends ReportScenario {

    private static final String KEY = "yearly-report";
    private static final LocalDateTime CLOSED = LocalDateTime.of(2021, 12, 15, 7, 0);

    @Autowired
    ReportRequestRepository requests;

    @Autowired
    YearlyReports yearly;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, String> others = new HashMap<>();
    private String plan;
    private Job waiting;

    @BeforeEach
    void onePlanIsInForce() {
        plans.all().forEach(other -> others.put(other.id(), other.status().name()));
        others.keySet().forEach(other -> setStatus(other, "RETURNED"));
        plan = CopyOfPlan269.inForce(plans);
        waiting = timer();
    }

    @AfterEach
    void putThePlansAndTheTimerBack() {
        setStatus(plan, "RETURNED");
        others.forEach(this::setStatus);
        engine.getManagementService().setJobDuedate(timer().getId(), waiting.getDuedate());
    }

    @Test
    void asksEveryUnitThatMustReportWithThePlanAsItsBasis() {
        var instance = fireAt(CLOSED);

        assertThat(endOf(instance)).isEqualTo("Đã yêu cầu báo cáo năm");
        var request = theRequest();
        assertThat(request.name()).isEqualTo("Báo cáo năm 2021 thực hiện Kế hoạch 269/KH-UBND");
        assertThat(request.kind()).isEqualTo(ReportKind.YEARLY);
        assertThat(request.requester()).as("the issuer of the plan").isEqualTo("ubnd");
        assertThat(request.requestedBy()).as("nobody in person").isNull();
        assertThat(request.basisNumber()).isEqualTo("269/KH-UBND");
        assertThat(request.basisDate()).isEqualTo(LocalDate.of(2021, 6, 10));
        assertThat(request.from()).isEqualTo(LocalDate.of(2020, 12, 15));
        assertThat(request.to()).isEqualTo(LocalDate.of(2021, 12, 14));
        assertThat(request.unitsDue())
                .as("two working days after the closing, a Tuesday")
                .isEqualTo(LocalDate.of(2021, 12, 16));
        assertThat(request.wholeDue())
                .as("five working days, a weekend between")
                .isEqualTo(LocalDate.of(2021, 12, 21));
        // III.2: 14 offices report (KT-1c); III.4: 9 communes (XP-3); the lead agency consolidates
        assertThat(request.units())
                .hasSize(14 + 9)
                .contains("phong-kinh-te", "duong-dong")
                .doesNotContain("phong-vhtt");
        assertThat(contributionsOf(request)).hasSize(14 + 9).allSatisfy(work -> {
            assertThat(work.isBinding()).isTrue();
            assertThat(work.due()).contains(LocalDate.of(2021, 12, 16));
        });
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(request.id().toString(), "report-on-request")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void goesOnLikeARequestByHand() {
        fireAt(CLOSED);
        var key = theRequest().id().toString();
        clock.moveTo(LocalDate.of(2021, 12, 17));
        desk.runDueJobs();

        desk.as("phong-vhtt.officer").complete(desk.task(key, "UserTask_CloseCollection"), Map.of("decision", "CLOSE"));
        desk.as("phong-vhtt.officer").complete(desk.task(key, "UserTask_Consolidate"), TEXT);
        assertThat(desk.task(key, "UserTask_CheckContent").getName())
                .contains("Báo cáo năm 2021 thực hiện Kế hoạch 269/KH-UBND – 15/12/2020 – 14/12/2021");
        issue(UUID.fromString(key), "ubnd.head");

        assertThat(theRequest().status()).isEqualTo(RequestStatus.ISSUED);
    }

    @Test
    void firesAtSevenOnTheDayAfterTheYearCloses() {
        fireAt(CLOSED);

        assertThat(VietnamTime.format(timer().getDuedate().toInstant())).isEqualTo("15/12/2022 07:00");
    }

    @Test
    void opensOneHoweverOftenItRuns() {
        fireAt(CLOSED);
        var again = fireAt(CLOSED.plusHours(1));

        assertThat(endOf(again)).isEqualTo("Không có kế hoạch");
        assertThat(ofThePlan()).hasSize(1);
        assertThatThrownBy(() -> reports.requestOfThePlan(yearly.orderFor(plan)))
                .as("even past the first look")
                .isInstanceOf(FormRefused.class)
                .hasMessage("Kế hoạch này đã có yêu cầu báo cáo định kỳ năm 2021.");
        fireAt(CLOSED.plusYears(1));
        assertThat(ofThePlan()).hasSize(2);
    }

    @Test
    void leavesAloneAYearThatPeopleAskedForOrWithdrew() {
        clock.moveTo(LocalDate.of(2021, 12, 15));
        var byHand = reports.request(byHand(LocalDate.of(2020, 12, 15), LocalDate.of(2021, 12, 14)), "ubnd.head");
        assertThat(endOf(fireAt(CLOSED))).isEqualTo("Không có kế hoạch");

        jdbc.sql(
                        "update report_request set status = 'WITHDRAWN', legal_year = null, closed_at = requested_at where id = ?")
                .param(byHand.id())
                .update();
        assertThat(endOf(fireAt(CLOSED.plusHours(1)))).isEqualTo("Không có kế hoạch");
        assertThat(reports.request(byHand(LocalDate.of(2020, 12, 15), LocalDate.of(2021, 12, 14)), "ubnd.head")
                        .status())
                .as("people may ask anew")
                .isEqualTo(RequestStatus.COLLECTING);
    }

    @Test
    void refusesAYearlyReportOfAnotherPeriod() {
        assertThatThrownBy(() -> byHand(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31)))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Báo cáo định kỳ năm lấy số liệu từ 15/12 năm trước đến hết 14/12 năm báo cáo.");
    }

    @Test
    void givesTheUnitsTheirDaysWhereItStartsLate() {
        fireAt(LocalDateTime.of(2022, 1, 10, 9, 0)); // a Monday; the server stood still

        var request = theRequest();
        assertThat(request.to()).isEqualTo(LocalDate.of(2021, 12, 14));
        assertThat(request.unitsDue()).isEqualTo(LocalDate.of(2022, 1, 11));
        assertThat(request.wholeDue()).isEqualTo(LocalDate.of(2022, 1, 14));
    }

    @Test
    void endsWhereNoPlanIsInForce() {
        var instance = fireAt(LocalDateTime.of(2031, 12, 15, 7, 0));

        assertThat(endOf(instance)).isEqualTo("Không có kế hoạch");
        assertThat(ofThePlan()).isEmpty();
    }

    @Test
    void asksNothingForAYearBeforeThePlanWasIssued() {
        fireAt(LocalDateTime.of(2021, 7, 1, 7, 0)); // the year 2020 closed last, the plan is of June 2021

        assertThat(ofThePlan()).isEmpty();
    }

    private ReportRequestOrder byHand(LocalDate from, LocalDate to) {
        return new ReportRequestOrder(
                plan,
                "Báo cáo năm 2021",
                ReportKind.YEARLY,
                "Kết quả năm 2021",
                "269/KH-UBND",
                LocalDate.of(2021, 6, 10),
                List.of("phong-kinh-te"),
                from,
                to,
                DeadlineTerm.on(LocalDate.of(2021, 12, 20)),
                LocalDate.of(2021, 12, 20),
                DeadlineTerm.on(LocalDate.of(2021, 12, 24)),
                LocalDate.of(2021, 12, 24),
                Urgency.ORDINARY,
                null,
                null,
                List.of(),
                Reports.OUTLINE);
    }

    private ReportRequest theRequest() {
        assertThat(ofThePlan()).hasSize(1);
        return reports.get(ofThePlan().get(0));
    }

    private List<UUID> ofThePlan() {
        return jdbc.sql("select id from report_request where plan_id = ?")
                .param(plan)
                .query(UUID.class)
                .list();
    }

    private List<Assignment> contributionsOf(ReportRequest request) {
        return assignments.openedBy(new Origin("report-request", request.id().toString()));
    }

    private void setStatus(String planId, String status) {
        jdbc.sql("update plan set status = ? where id = ?")
                .params(status, planId)
                .update();
    }

    /** @return id of the process instance that the timer started */
    private String fireAt(LocalDateTime moment) {
        clock.moveTo(moment.atZone(VietnamTime.ZONE));
        engine.getManagementService().setJobDuedate(timer().getId(), Date.from(clock.instant()));
        var before = instances();
        engine.getManagementService().executeJob(timer().getId());
        desk.runDueJobs();
        return instances().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> instances() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(KEY).list().stream()
                .map(instance -> instance.getId())
                .toList();
    }

    private Job timer() {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(KEY)
                .activityId("StartEvent_YearClosed")
                .singleResult();
    }

    private String endOf(String instance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityName();
    }
}
