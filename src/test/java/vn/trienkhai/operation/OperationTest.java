package vn.trienkhai.operation;

import static vn.trienkhai.operation.TaskSearch.DueIn.ANY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.VietnamTime;

/** Work of units, and people who look at it. Each test finds its own work by a word that no other has. */
abstract class OperationTest extends ProcessTest {

    static final LocalDate DUE = LocalDate.of(2021, 7, 30);

    final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    Assignments assignments;

    @Autowired
    Overseers overseers;

    @Autowired
    TaskSearch tasks;

    @Autowired
    HistorySearch history;

    /** Signs the person in, as the web filter does for a request. */
    Overseer as(String userId) {
        engine.getIdentityService().clearAuthentication();
        var groups = groupsOf(userId);
        engine.getIdentityService().setAuthentication(userId, List.copyOf(groups));
        return overseers.overseer(userId, groups);
    }

    Set<String> groupsOf(String userId) {
        return engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    /** The program by itself, for whom nothing is hidden. */
    void asNobody() {
        engine.getIdentityService().clearAuthentication();
    }

    UUID open(String unit, String subject) {
        return open(unit, subject, DUE);
    }

    UUID open(String unit, String subject, LocalDate due) {
        asNobody();
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        subject + " " + word,
                        "Cung cấp thông tin",
                        due,
                        null),
                "phong-vhtt.head");
    }

    /** Received and handed out: the officer has the next step. */
    UUID handedOut(String unit, String subject, String... officers) {
        var duty = open(unit, subject);
        aMinuteLater();
        desk.as(unit + ".head")
                .complete(desk.task(duty.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        aMinuteLater();
        desk.as(unit + ".head")
                .complete(desk.task(duty.toString(), "UserTask_HandOut"), Map.of("officers", List.of(officers)));
        return duty;
    }

    void finish(UUID duty, String officer) {
        asNobody();
        desk.as(officer)
                .complete(desk.task(duty.toString(), "UserTask_SubmitResult"), Map.of("result", "Đã gửi tài liệu"));
        aMinuteLater();
        desk.as("phong-vhtt.officer")
                .complete(desk.task(duty.toString(), "UserTask_ReviewResult"), Map.of("accepted", true));
    }

    private void aMinuteLater() {
        clock.moveTo(clock.instant().plusSeconds(60).atZone(VietnamTime.ZONE));
    }

    /** 09:00 of a day. */
    void itIs(LocalDate day) {
        clock.moveTo(day.atTime(9, 0).atZone(VietnamTime.ZONE));
    }

    TaskSearch.Wanted words(String text, TaskSearch.State state) {
        return new TaskSearch.Wanted(text, null, null, null, state, ANY, null, null, 0);
    }

    String instanceOf(UUID duty) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(duty.toString())
                .processDefinitionKey("duty-assignment")
                .singleResult()
                .getId();
    }
}
