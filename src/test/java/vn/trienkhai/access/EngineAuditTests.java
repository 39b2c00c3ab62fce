package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachment;
import vn.trienkhai.audit.Audited;

/** What ends up in the audit by itself, without anybody calling it. */
class EngineAuditTests extends ProcessTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Assignments assignments;

    @Autowired
    EntityManagerFactory entities;

    private List<String> actsOn(String subject) {
        return jdbc.queryForList(
                "select coalesce(actor, '-') || ' ' || act || ' ' || subject_type || ' '"
                        + " || coalesce(value_before, '-') || ' ' || coalesce(value_after, '-')"
                        + " from audit_entry where subject = ? order by sequence",
                String.class,
                subject);
    }

    /** A new table must be audited, or named here with the reason why not. */
    @Test
    void everyEntityIsAuditedButFilesThatTheirHashesProve() {
        assertThat(entities.getMetamodel().getEntities())
                .extracting(entity -> entity.getJavaType())
                .filteredOn(type -> !type.isAnnotationPresent(Audited.class))
                .isEqualTo(List.of(Attachment.class));
    }

    @Test
    void recordsADecisionWithWhoAndWhatChanged() {
        var id = open("phong-kinh-te");

        desk.as("phong-kinh-te.head")
                .complete(desk.task(id.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));

        var acts = actsOn(id.toString());
        assertThat(acts).anySatisfy(act -> assertThat(act)
                .startsWith("phong-kinh-te.head TASK_COMPLETED duty-assignment/UserTask_ConfirmReceipt ")
                .contains("\"answer\":{\"accepted\":true"));
        assertThat(acts).anySatisfy(act -> assertThat(act)
                .startsWith("phong-kinh-te.head RECORD_CHANGED Assignment ")
                .contains("\"progress\":"));
        assertThat(acts).noneMatch(act -> act.contains("Việc cho nhật ký"));
        assertThat(jdbc.queryForList(
                        "select act from audit_entry where subject_type = 'AssignmentEvent' and value_after like ?",
                        String.class,
                        "%" + id + "%"))
                .isNotEmpty()
                .containsOnly("RECORD_ADDED");
    }

    @Test
    void recordsForWhomASubstituteActed() {
        var id = open("ganh-dau");
        var head = desk.as("ganh-dau.head");
        var absence = head.start(
                "absence",
                Map.of(
                        "person", "ganh-dau.head",
                        "substitute", "ganh-dau.officer",
                        "kind", "LEAVE",
                        "firstDay", "01/07/2021",
                        "lastDay", "02/07/2021",
                        "reason", "Nghỉ phép"));
        desk.runDueJobs();

        desk.as("ganh-dau.officer")
                .complete(desk.task(id.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));

        assertThat(jdbc.queryForObject(
                        "select actor || ' for ' || on_behalf_of from audit_entry where subject = ?"
                                + " and act = 'TASK_COMPLETED'",
                        String.class,
                        id.toString()))
                .isEqualTo("ganh-dau.officer for ganh-dau.head");
        assertThat(actsOn(absence.getBusinessKey())).anySatisfy(act -> assertThat(act)
                .startsWith("ganh-dau.head ABSENCE_ENTERED Absence - ")
                .contains("\"person\":\"ganh-dau.head\"", "\"substitute\":\"ganh-dau.officer\""));
        head.start("absence-return", Map.of("absence", absence.getBusinessKey(), "reason", "Đã trở lại"));
        desk.runDueJobs();
    }

    @Test
    void recordsAnExtensionAReturnAndAnApproval() {
        var id = open("phong-kinh-te");
        var duty = id.toString();
        var head = desk.as("phong-kinh-te.head");
        head.complete(desk.task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        head.complete(desk.task(duty, "UserTask_HandOut"), Map.of("officers", List.of("phong-kinh-te.officer")));

        var request = desk.as("phong-kinh-te.officer")
                .start("deadline-extension", Map.of("assignment", duty, "deadline", "10/08/2021", "reason", "Mưa bão"))
                .getBusinessKey();
        desk.as("phong-vhtt.head")
                .complete(
                        desk.task(request, "UserTask_DecideExtension"),
                        Map.of("granted", true, "deadline", "10/08/2021"));
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(duty, "UserTask_SubmitResult"), Map.of("result", "Đã xong"));
        desk.as("phong-vhtt.head")
                .complete(desk.task(duty, "UserTask_ReviewResult"), Map.of("accepted", false, "reason", "Thiếu ảnh"));
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(duty, "UserTask_SubmitResult"), Map.of("result", "Đã thêm ảnh"));
        desk.as("phong-vhtt.head").complete(desk.task(duty, "UserTask_ReviewResult"), Map.of("accepted", true));

        assertThat(actsOn(request)).anySatisfy(act -> assertThat(act)
                .startsWith("phong-vhtt.head TASK_COMPLETED deadline-extension/UserTask_DecideExtension ")
                .contains("\"granted\":true"));
        var acts = actsOn(duty);
        assertThat(acts).anySatisfy(act -> assertThat(act)
                .startsWith("phong-vhtt.head RECORD_CHANGED Assignment ")
                .containsSubsequence("2021-07-30", "2021-08-10")); // before, after
        assertThat(acts)
                .filteredOn(
                        act -> act.startsWith("phong-vhtt.head TASK_COMPLETED duty-assignment/UserTask_ReviewResult "))
                .satisfiesExactly(
                        returned -> assertThat(returned)
                                .contains("\"accepted\":false")
                                .doesNotContain("Thiếu ảnh"),
                        accepted -> assertThat(accepted).contains("\"accepted\":true"));
    }

    @Test
    void recordsEachRungOfTheLadderThoughNoPersonClimbsIt() {
        var id = open("cua-can");
        desk.as("cua-can.head").complete(desk.task(id.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));

        for (var day : List.of("2021-08-02", "2021-08-04", "2021-08-06")) { // 1, 3 and 5 working days late
            clock.moveTo(LocalDate.parse(day));
            desk.runDueJobs();
        }

        assertThat(jdbc.queryForList(
                        "select coalesce(actor, '-') || ' ' || act || ' ' || subject_type from audit_entry"
                                + " where subject_type = 'AssignmentRung' and value_after like ? order by sequence",
                        String.class,
                        "%" + id + "%"))
                .contains("- RECORD_ADDED AssignmentRung")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private UUID open(String unit) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        "Việc cho nhật ký kiểm toán",
                        "Cung cấp thông tin",
                        LocalDate.of(2021, 7, 30),
                        null),
                "phong-vhtt.head");
    }

    @Test
    void recordsEveryChangeOfRightsWithBeforeAndAfter() {
        var authorizations = engine.getAuthorizationService();
        var identities = engine.getIdentityService();
        identities.setAuthentication("admin", List.of("camunda-admin"));
        var name = "u" + UUID.randomUUID().toString().substring(0, 8);

        var user = identities.newUser(name);
        user.setPassword("thuyen-go-nang-sao-1");
        identities.saveUser(user);
        var stored = identities.createUserQuery().userId(name).singleResult();
        stored.setPassword("bien-chieu-lang-song-2");
        identities.saveUser(stored);
        identities.createMembership(name, "phong-vhtt");
        identities.deleteMembership(name, "phong-vhtt");
        identities.deleteUser(name);

        assertThat(actsOn(name))
                .containsExactly(
                        "admin USER_CREATE User {\"exists\":false} {\"exists\":true}",
                        "admin USER_UPDATE User {\"password\":\"former\"} {\"password\":\"new\"}",
                        "admin USER_DELETE User {\"exists\":true} {\"exists\":false}");
        assertThat(actsOn(name + "|phong-vhtt"))
                .containsExactly(
                        "admin MEMBERSHIP_CREATE Membership {\"member\":false} {\"member\":true}",
                        "admin MEMBERSHIP_DELETE Membership {\"member\":true} {\"member\":false}");

        identities.clearAuthentication(); // rights are the program's: nobody else may give them
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId("phong-vhtt");
        right.setResource(Resources.DASHBOARD);
        right.setResourceId(name);
        right.addPermission(Permissions.READ);
        var saved = authorizations.saveAuthorization(right);
        saved.addPermission(Permissions.UPDATE);
        authorizations.saveAuthorization(saved);
        authorizations.deleteAuthorization(saved.getId());

        var acts = actsOn(saved.getId());
        assertThat(acts).hasSize(3);
        assertThat(acts.get(0))
                .startsWith("- RIGHT_GIVEN Authorization - ")
                .contains("\"group\":\"phong-vhtt\"", "\"permissions\":[\"READ\"]");
        assertThat(acts.get(1)).startsWith("- RIGHT_CHANGED ").contains("\"permissions\":[\"READ\"]", "UPDATE");
        assertThat(acts.get(2)).startsWith("- RIGHT_TAKEN ").endsWith(" -");
    }

    @Test
    void recordsWhatTheProgramItselfGrants() {
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where act = 'RIGHT_GIVEN'", Long.class))
                .isPositive();
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where act = 'REORGANISED'", Long.class))
                .isPositive();
    }
}
