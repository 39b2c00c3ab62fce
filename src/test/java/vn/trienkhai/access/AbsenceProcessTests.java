package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Happened;
import vn.trienkhai.form.SubstituteCandidates;
import vn.trienkhai.form.Substitutes;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.OrganisationChart;

class AbsenceProcessTests extends ProcessTest {

    private static final String HEAD = "quan-su.head";
    private static final String DEPUTY = "quan-su.deputy";
    private static final String OFFICER = "quan-su.officer";
    private static final String CULTURE = "bai-thom.culture-officer";
    private static final String BROADCASTING = "bai-thom.broadcasting-officer";

    @Autowired
    Substitutions substitutions;

    @Autowired
    Substitutes substitutes;

    @Autowired
    SubstituteCandidates substituteCandidates;

    @Autowired
    Organisation organisation;

    @Autowired
    Assignments assignments;

    @Autowired
    AssignmentFacts facts;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyIsBack() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("absence")
                .list()
                .forEach(absence -> engine.getRuntimeService().deleteProcessInstance(absence.getId(), "test is over"));
        jdbc.sql("update absence set ended_at = entered_at, ended_by = 'test'").update();
        substitutions.started();
        jdbc.sql("delete from absence").update();
    }

    @Test
    void lendsThePostForAWeekAndTakesItBackByItself() {
        var duty = open("quan-su");
        var absence = away(HEAD, OFFICER, 5, 9);
        at(4, 23, 59);
        assertThat(absence).isWaitingAt("CatchEvent_FirstDay");
        assertThat(sees(OFFICER, duty)).isEmpty();

        at(5, 0, 0);
        assertThat(absence).isWaitingAt("CatchEvent_LastDayOver");
        assertThat(sees(OFFICER, duty)).containsExactly("UserTask_ConfirmReceipt");
        assertThat(sees(HEAD, duty)).containsExactly("UserTask_ConfirmReceipt");
        assertThat(substitutes.standsInFor(OFFICER))
                .containsExactly("Chỉ huy trưởng Ban CHQS thành phố (đến hết 09/07/2021)");
        desk.as(OFFICER).complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        var handOut = task(duty, "UserTask_HandOut");
        engine.getTaskService().claim(handOut.getId(), OFFICER);
        at(9, 23, 59);
        assertThat(sees(OFFICER, duty)).containsExactly("UserTask_HandOut");

        at(10, 0, 0);
        assertThat(absence).isEnded().hasPassed("EndEvent_SubstitutionOver");
        assertThat(sees(OFFICER, duty)).isEmpty();
        assertThat(grantsOf(OFFICER, handOut)).isZero();
        assertThat(groupsOf(OFFICER)).containsExactly("quan-su", OFFICER);
        assertThat(sees(HEAD, duty)).containsExactly("UserTask_HandOut");
        assertThat(task(duty, "UserTask_HandOut").getAssignee()).isNull();
        assertThat(facts.of(duty).history())
                .extracting(Happened::what, Happened::by)
                .contains(tuple("Nhận việc", "Trợ lý Ban CHQS thành phố (thay Chỉ huy trưởng Ban CHQS thành phố)"));
    }

    @Test
    void letsTheSubstituteDecideWhatOnlyLeadersMay() {
        away(HEAD, OFFICER, 1, 9);
        at(1, 8, 0);
        var duty = open("quan-su");

        assertThat(sees(OFFICER, duty)).containsExactly("UserTask_ConfirmReceipt");
        desk.as(OFFICER).complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(OFFICER).complete(task(duty, "UserTask_HandOut"), Map.of("officers", List.of(DEPUTY)));
        desk.as(OFFICER)
                .start(
                        "assignment-steering",
                        Map.of(
                                "assignment",
                                duty.toString(),
                                "act",
                                "HAND_OUT",
                                "officers",
                                List.of(OFFICER),
                                "reason",
                                "Phó Chỉ huy trưởng bận"));

        assertThat(assignments.get(duty).officers()).containsExactly(OFFICER);
    }

    @Test
    void givesTheSubstituteWhatNamesTheAbsentPerson() {
        var duty = handedOut("bai-thom", List.of(CULTURE));
        var work = task(duty, "UserTask_SubmitResult");
        engine.getTaskService().claim(work.getId(), CULTURE);
        away(CULTURE, BROADCASTING, 5, 6);

        at(5, 0, 0);
        assertThat(sees(BROADCASTING, duty)).containsExactly("UserTask_SubmitResult");
        assertThat(sees(CULTURE, duty)).containsExactly("UserTask_SubmitResult");
        var another = handedOut("bai-thom", List.of(CULTURE));
        assertThat(sees(BROADCASTING, another)).containsExactly("UserTask_SubmitResult");
        desk.as(BROADCASTING).complete(task(another, "UserTask_SubmitResult"), Map.of("result", "Đã phát thanh"));
        engine.getTaskService().claim(work.getId(), BROADCASTING);

        at(7, 0, 0);
        assertThat(sees(BROADCASTING, duty)).isEmpty();
        assertThat(grantsOf(BROADCASTING, work)).isZero();
        assertThat(sees(CULTURE, duty)).containsExactly("UserTask_SubmitResult");
        assertThat(task(duty, "UserTask_SubmitResult").getAssignee()).isNull();
        assertThat(facts.of(another).history())
                .filteredOn(line -> line.what().equals("Trình kết quả"))
                .extracting(Happened::by)
                .containsExactly("Cán bộ truyền thanh xã Bãi Thơm (thay Công chức văn hóa - xã hội xã Bãi Thơm)");
    }

    @Test
    void leavesTheSubstituteWhatNamesThemToo() {
        var duty = handedOut("bai-thom", List.of(CULTURE, BROADCASTING));
        away(CULTURE, BROADCASTING, 5, 6);
        at(5, 0, 0);
        engine.getTaskService().claim(task(duty, "UserTask_SubmitResult").getId(), BROADCASTING);

        at(7, 0, 0);

        assertThat(task(duty, "UserTask_SubmitResult").getAssignee()).isEqualTo(BROADCASTING);
        assertThat(sees(BROADCASTING, duty)).containsExactly("UserTask_SubmitResult");
    }

    @Test
    void followsCandidatesThatWereReplaced() {
        var duty = handedOut("bai-thom", List.of(CULTURE));
        away(CULTURE, BROADCASTING, 1, 6);
        at(1, 8, 0);
        var work = task(duty, "UserTask_SubmitResult").getId();
        assertThat(sees(BROADCASTING, duty)).containsExactly("UserTask_SubmitResult");

        engine.getTaskService().deleteCandidateUser(work, CULTURE);
        engine.getTaskService().deleteCandidateUser(work, BROADCASTING);
        engine.getTaskService().addCandidateUser(work, BROADCASTING);
        substituteCandidates.replaced(work);
        at(7, 0, 0);

        assertThat(sees(BROADCASTING, duty)).containsExactly("UserTask_SubmitResult");
        assertThat(sees(CULTURE, duty)).isEmpty();
    }

    @Test
    void endsAtOnceWhenThePersonIsBackEarly() {
        var duty = open("quan-su");
        var absence = away(HEAD, OFFICER, 5, 9);
        at(6, 9, 0);
        assertThat(sees(OFFICER, duty)).hasSize(1);

        desk.as(HEAD)
                .start("absence-return", Map.of("absence", absence.getBusinessKey(), "reason", "Đã trở lại làm việc"));

        assertThat(absence).isEnded().hasPassed("EndEvent_EndedEarly");
        assertThat(sees(OFFICER, duty)).isEmpty();
        assertThat(groupsOf(OFFICER)).containsExactly("quan-su", OFFICER);
        assertThat(organisation.leads(OFFICER, "quan-su")).isFalse();
        var again = desk.as(HEAD)
                .refusedWhenStarting(
                        "absence-return", Map.of("absence", absence.getBusinessKey(), "reason", "Lần nữa"));
        assertThat(again.reasons()).extracting("field").containsExactly("absence");
    }

    @Test
    void neverBeginsWhenThePlanWasDropped() {
        var absence = away(HEAD, OFFICER, 5, 9);

        var stranger = desk.as(OFFICER)
                .refusedWhenStarting(
                        "absence-return", Map.of("absence", absence.getBusinessKey(), "reason", "Không nghỉ nữa"));
        desk.as(DEPUTY)
                .start("absence-return", Map.of("absence", absence.getBusinessKey(), "reason", "Không nghỉ nữa"));
        at(5, 0, 0);

        assertThat(stranger.getMessage())
                .isEqualTo("Chỉ Chỉ huy trưởng Ban CHQS thành phố, lãnh đạo Ban Chỉ huy Quân sự thành phố"
                        + " hoặc người quản trị được ghi việc này.");
        assertThat(absence).isEnded();
        assertThat(groupsOf(OFFICER)).containsExactly("quan-su", OFFICER);
    }

    @Test
    void refusesASecondAbsenceInTheSameDays() {
        away(HEAD, OFFICER, 5, 9);

        var refused = desk.as(HEAD).refusedWhenStarting("absence", answer(HEAD, DEPUTY, 9, 12));
        var incomplete = desk.as(HEAD).refusedWhenStarting("absence", Map.of("person", HEAD));

        assertThat(refused.reasons()).extracting("field").containsExactly("firstDay");
        assertThat(incomplete.reasons())
                .extracting("field")
                .containsExactly("firstDay", "kind", "reason", "substitute");
    }

    @Test
    void isEnteredByAnAdministratorForAnybody() {
        desk.as("admin").start("absence", answer(HEAD, DEPUTY, 5, 9));
        at(5, 0, 0);

        assertThat(groupsOf(DEPUTY)).containsExactly("quan-su", DEPUTY, HEAD);
    }

    @Test
    void doesNotEndAPostHandedOverByItself() {
        var answer = new HashMap<String, Object>(answer(HEAD, DEPUTY, 5, 5));
        answer.put("kind", "HANDOVER");
        answer.remove("lastDay");
        var handover = desk.as(HEAD).start("absence", answer);

        moveTo(LocalDate.of(2024, 1, 2).atStartOfDay(VietnamTime.ZONE));

        assertThat(handover).isWaitingAt("CatchEvent_LastDayOver");
        assertThat(groupsOf(DEPUTY)).containsExactly("quan-su", DEPUTY, HEAD);
        assertThat(substitutes.standsInFor(DEPUTY))
                .containsExactly("Chỉ huy trưởng Ban CHQS thành phố (đến khi có quyết định khác)");
    }

    @Test
    void changesNothingWhenTheProgramStartsInTheMiddle() {
        var duty = handedOut("bai-thom", List.of(CULTURE));
        away(CULTURE, BROADCASTING, 5, 9);
        at(6, 9, 0);
        engine.getTaskService().claim(task(duty, "UserTask_SubmitResult").getId(), BROADCASTING);

        substitutions.started();
        substitutions.started();

        assertThat(groupsOf(BROADCASTING)).containsExactly("bai-thom", BROADCASTING, CULTURE);
        assertThat(engine.getTaskService()
                        .getIdentityLinksForTask(
                                task(duty, "UserTask_SubmitResult").getId()))
                .filteredOn(link -> link.getUserId() != null)
                .extracting(link -> link.getType() + " " + link.getUserId())
                .containsExactlyInAnyOrder(
                        "candidate " + CULTURE,
                        "candidate " + BROADCASTING,
                        "substitute " + BROADCASTING,
                        "assignee " + BROADCASTING);
        assertThat(task(duty, "UserTask_SubmitResult").getAssignee()).isEqualTo(BROADCASTING);
    }

    @Test
    void takesBackAtTheStartWhatEndedWhileTheProgramWasDown() {
        var duty = handedOut("bai-thom", List.of(CULTURE));
        away(CULTURE, BROADCASTING, 5, 9);
        at(5, 0, 0);
        assertThat(sees(BROADCASTING, duty)).hasSize(1);

        clock.moveTo(LocalDate.of(2021, 7, 19));
        substitutions.started();

        assertThat(groupsOf(BROADCASTING)).containsExactly("bai-thom", BROADCASTING);
        assertThat(sees(BROADCASTING, duty)).isEmpty();
        desk.runDueJobs();
        assertThat(groupsOf(BROADCASTING)).containsExactly("bai-thom", BROADCASTING);
    }

    @Test
    void beginsAtTheStartWhatShouldHaveBegunWhileTheProgramWasDown() {
        var duty = open("quan-su");
        away(HEAD, OFFICER, 5, 9);

        clock.moveTo(LocalDate.of(2021, 7, 7));
        substitutions.started();

        assertThat(sees(OFFICER, duty)).hasSize(1);
    }

    @Test
    void survivesAChartEstablishedAnew() {
        var duty = open("quan-su");
        away(HEAD, OFFICER, 5, 9);
        at(5, 0, 0);

        organisation.establish(new OrganisationChart(
                organisation.units(), organisation.posts(), organisation.people(), organisation.groups()));

        assertThat(sees(OFFICER, duty)).hasSize(1);
        at(10, 0, 0);
        assertThat(groupsOf(OFFICER)).containsExactly("quan-su", OFFICER);
    }

    private ProcessInstance away(String person, String substitute, int from, int to) {
        return desk.as(person).start("absence", answer(person, substitute, from, to));
    }

    private static Map<String, Object> answer(String person, String substitute, int from, int to) {
        return Map.of(
                "person",
                person,
                "substitute",
                substitute,
                "kind",
                "LEAVE",
                "firstDay",
                "%02d/07/2021".formatted(from),
                "lastDay",
                "%02d/07/2021".formatted(to),
                "reason",
                "Nghỉ phép năm");
    }

    /** A moment of July 2021, with what the engine does then. */
    private void at(int day, int hour, int minute) {
        moveTo(ZonedDateTime.of(2021, 7, day, hour, minute, 0, 0, VietnamTime.ZONE));
    }

    private void moveTo(ZonedDateTime moment) {
        clock.moveTo(moment);
        desk.runDueJobs();
    }

    private UUID open(String unit) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        "KT-1b – %s – quý III/2021".formatted(unit),
                        "Cung cấp thông tin về mô hình tốt",
                        LocalDate.of(2021, 9, 30),
                        null),
                "phong-vhtt.head");
    }

    private UUID handedOut(String unit, List<String> officers) {
        var duty = open(unit);
        desk.as(unit + ".head").complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head").complete(task(duty, "UserTask_HandOut"), Map.of("officers", officers));
        return duty;
    }

    private Task task(UUID duty, String id) {
        return desk.task(duty.toString(), id);
    }

    private List<String> sees(String userId, UUID duty) {
        var open = desk.openTasks(duty.toString()).stream().map(Task::getId).collect(Collectors.toSet());
        return desk.as(userId).sees().stream()
                .filter(task -> open.contains(task.getId()))
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private long grantsOf(String userId, Task task) {
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .userIdIn(userId)
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .count();
    }

    private TreeSet<String> groupsOf(String userId) {
        return engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
