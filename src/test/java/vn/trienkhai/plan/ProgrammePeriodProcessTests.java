package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.VietnamTime;

class ProgrammePeriodProcessTests extends ProcessTest {

    @Autowired
    Plans plans;

    @Autowired
    WorkProgrammes programmes;

    @Autowired
    JdbcClient jdbc;

    private final CopyOfPlan269 copy = CopyOfPlan269.fresh();
    private final String plan = copy.id();
    private Job waiting;

    @BeforeEach
    void bringIntoForce() {
        plans.load(copy.files());
        plans.adopt(plan, "ubnd.head");
        waiting = timer();
    }

    /** The timer waits where it waited before: other tests move the clock, too. */
    @AfterEach
    void putTheTimerBack() {
        jdbc.sql("update plan set status = 'RETURNED' where id = ?").param(plan).update();
        engine.getManagementService().setJobDuedate(timer().getId(), waiting.getDuedate());
    }

    @Test
    void asksTheLeadAgencyForTheProgrammeOfTheNextQuarterOfEachPlanInForce() {
        fireAt(LocalDateTime.of(2021, 9, 20, 7, 0));

        assertThat(programmes.ofPlan(plan)).singleElement().satisfies(programme -> {
            assertThat(programme.name()).isEqualTo("Chương trình quý IV/2021");
            assertThat(programme.proposedBy()).isEmpty();
            assertThat(programme.status()).isEqualTo(ProgrammeStatus.PREPARING);
            // 13 duties without the reports: VHTT 4, TTVH 3, KT 4 x 14 owners, XP 2 x 9 communes
            assertThat(programme.duties()).hasSize(13);
            assertThat(programme.items()).hasSize(4 + 3 + 4 * 14 + 2 * 9);
            assertThat(programme.items()).allMatch(item -> item.due().equals(LocalDate.of(2021, 12, 31)));
            assertThat(desk.task(programme.id().toString(), "UserTask_PrepareProgramme")
                            .getName())
                    .isEqualTo("Lập chương trình: quý IV/2021 – Kế hoạch 269/KH-UBND");
        });
    }

    @Test
    void firesAtSevenOnTheTwentiethBeforeEachQuarter() {
        fireAt(LocalDateTime.of(2021, 9, 20, 7, 0));

        assertThat(VietnamTime.format(timer().getDuedate().toInstant())).isEqualTo("20/12/2021 07:00");
    }

    @Test
    void leavesAloneAPlanThatHasItsProgrammeForTheQuarter() {
        clock.moveTo(LocalDate.of(2021, 9, 1));
        desk.as("phong-vhtt.head")
                .start(
                        "work-programme",
                        Map.of(
                                "plan",
                                plan,
                                "kind",
                                "QUARTER",
                                "from",
                                "01/10/2021",
                                "to",
                                "31/12/2021",
                                "duties",
                                List.of("TTVH-3")));

        fireAt(LocalDateTime.of(2021, 9, 20, 7, 0));

        assertThat(programmes.ofPlan(plan)).hasSize(1);
    }

    @Test
    void endsWhereNoPlanIsInForceInTheNextQuarter() {
        var instance = fireAt(LocalDateTime.of(2030, 12, 20, 7, 0));

        assertThat(programmes.ofPlan(plan)).isEmpty();
        assertThat(endOf(instance)).isEqualTo("Không có kế hoạch");
    }

    @Test
    void endsWhenEveryProgrammeOfThePeriodIsOver() {
        var instance = fireAt(LocalDateTime.of(2021, 9, 20, 7, 0));
        var called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .list();

        called.forEach(this::reject);
        desk.runDueJobs();

        assertThat(endOf(instance)).isEqualTo("Đã qua kỳ");
    }

    private void reject(ProcessInstance programme) {
        var key = programme.getBusinessKey();
        var lines = programmes.get(UUID.fromString(key)).items().stream()
                .map(item ->
                        Map.of("duty", item.dutyCode(), "unit", item.unit(), "included", true, "due", "31/12/2021"))
                .toList();
        desk.as("phong-vhtt.head").complete(desk.task(key, "UserTask_PrepareProgramme"), Map.of("items", lines));
        desk.as("ubnd.head")
                .complete(
                        desk.task(key, "UserTask_ApproveProgramme"),
                        Map.of("decision", "REJECT", "reason", "Dừng vì dịch bệnh"));
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
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProgrammePeriodProcess.KEY)
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }

    private Job timer() {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(ProgrammePeriodProcess.KEY)
                .activityId("StartEvent_QuarterAhead")
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
