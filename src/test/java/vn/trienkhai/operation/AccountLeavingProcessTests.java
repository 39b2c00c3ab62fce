package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.access.AccountLocks;
import vn.trienkhai.form.FormRefused;

/** Somebody leaves a commune, and comes back. Each test uses a commune of its own. */
class AccountLeavingProcessTests extends OperationTest {

    private static final String PASSWORD = "trienkhai";

    @Autowired
    AccountLocks locks;

    @Autowired
    IdentityService identityService;

    @Autowired
    HandOver handOver;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void everybodyIsBack() {
        asNobody();
        locks.locked().forEach(account -> locks.unlock(account, "hết kiểm thử", "admin"));
    }

    private ProcessInstance leaves(String person) {
        return desk.as("admin").start("account-leaving", Map.of("person", person, "reason", "Nghỉ hưu từ 01/07/2021"));
    }

    private Task handOverTaskOf(ProcessInstance leaving) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(leaving.getId())
                .singleResult();
    }

    private boolean isOver(ProcessInstance instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    @Test
    void locksAtOnceAndEndsWhereNothingIsOpen() {
        assertThat(identityService.checkPassword("ham-ninh.officer", PASSWORD)).isTrue();

        var leaving = leaves("ham-ninh.officer");

        assertThat(isOver(leaving)).isTrue();
        assertThat(locks.isLocked("ham-ninh.officer")).isTrue();
        assertThat(identityService.checkPassword("ham-ninh.officer", PASSWORD)).isFalse();
        assertThat(locks.lockOf("ham-ninh.officer"))
                .hasValueSatisfying(lock -> assertThat(lock.by()).isEqualTo("admin"));
        assertThat(jdbc.queryForObject(
                        "select actor || ' ' || value_before || ' ' || value_after from audit_entry"
                                + " where act = 'ACCOUNT_LOCKED' and subject = 'ham-ninh.officer'",
                        String.class))
                .startsWith("admin {\"locked\":false} {\"locked\":true,\"why\":\"sha256:");
    }

    @Test
    void handsTheOpenWorkOverToWhomTheHeadNames() {
        var work = handedOut("bai-thom", "Việc một", "bai-thom.culture-officer");
        engine.getTaskService()
                .claim(desk.task(work.toString(), "UserTask_SubmitResult").getId(), "bai-thom.culture-officer");
        var leaving = leaves("bai-thom.culture-officer");
        var task = handOverTaskOf(leaving);

        var head = desk.as("bai-thom.head");
        assertThat(head.sees()).extracting(Task::getId).contains(task.getId());
        assertThat(head.refusedWhenCompleting(task, Map.of())).hasMessageContaining("Chưa chọn cách bàn giao.");
        assertThat(head.refusedWhenCompleting(task, Map.of("way", "PERSON")))
                .hasMessageContaining("Chưa chọn người nhận.");
        assertThat(head.refusedWhenCompleting(task, Map.of("way", "POST"))).hasMessageContaining("giao đích danh");
        head.complete(task, Map.of("way", "PERSON", "to", "bai-thom.officer"));

        assertThat(isOver(leaving)).isTrue();
        assertThat(assignments.get(work).officers()).containsExactly("bai-thom.officer");
        assertThat(desk.task(work.toString(), "UserTask_SubmitResult").getAssignee())
                .isEqualTo("bai-thom.officer");
        assertThat(assignments.historyOf(work)).isNotEmpty();
        assertThat(jdbc.queryForList(
                        "select act from audit_entry where actor = 'bai-thom.head' and act in"
                                + " ('HANDED_OVER', 'TASK_COMPLETED') order by sequence",
                        String.class))
                .contains("HANDED_OVER", "TASK_COMPLETED");
    }

    @Test
    void returnsWhatWasHeldToThePost() {
        var work = open("cua-can", "Việc một");
        var receipt = desk.task(work.toString(), "UserTask_ConfirmReceipt");
        engine.getTaskService().claim(receipt.getId(), "cua-can.deputy");
        var leaving = leaves("cua-can.deputy");

        desk.as("admin").complete(handOverTaskOf(leaving), Map.of("way", "POST"));

        assertThat(isOver(leaving)).isTrue();
        assertThat(desk.task(work.toString(), "UserTask_ConfirmReceipt").getAssignee())
                .isNull();
        assertThat(desk.as("cua-can.head").sees()).extracting(Task::getId).contains(receipt.getId());
    }

    @Test
    void givesNothingToAnAccountThatIsLocked() {
        handedOut("cua-duong", "Việc một", "cua-duong.culture-officer");
        leaves("cua-duong.officer");

        var refused = catchThrowableOfType(
                FormRefused.class,
                () -> handOver.preview("cua-duong.culture-officer", "cua-duong.officer", as("cua-duong.head")));

        assertThat(refused).hasMessageContaining("đã khóa");
    }

    @Test
    void letsNobodyLockThemselvesOrWhoIsNotThere() {
        assertThat(desk.as("admin").refusedWhenStarting("account-leaving", Map.of("person", "admin", "reason", "thử")))
                .hasMessageContaining("Không tự khóa");
        assertThat(desk.as("admin").refusedWhenStarting("account-leaving", Map.of("person", "nobody", "reason", "thử")))
                .hasMessageContaining("Không có tài khoản “nobody”.");
        assertThat(desk.as("admin").refusedWhenStarting("account-leaving", Map.of()))
                .hasMessageContaining("Chưa chọn tài khoản.");
        assertThat(desk.as("admin")
                        .refusedWhenStarting("account-return", Map.of("person", "ham-ninh.head", "reason", "thử")))
                .hasMessageContaining("không bị khóa");
    }

    @Test
    void isStartedByAdministratorsOnly() {
        assertThatThrownBy(() -> desk.as("phong-vhtt.head")
                        .start("account-leaving", Map.of("person", "ham-ninh.officer", "reason", "thử")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(locks.isLocked("ham-ninh.officer")).isFalse();
    }

    @Test
    void letsWhoReturnsInAgain() {
        leaves("ham-ninh.deputy");
        assertThat(identityService.checkPassword("ham-ninh.deputy", PASSWORD)).isFalse();

        var back = desk.as("admin")
                .start("account-return", Map.of("person", "ham-ninh.deputy", "reason", "Trở lại công tác"));

        assertThat(isOver(back)).isTrue();
        assertThat(identityService.checkPassword("ham-ninh.deputy", PASSWORD)).isTrue();
        assertThat(jdbc.queryForList(
                        "select act from audit_entry where subject = 'ham-ninh.deputy' and act like 'ACCOUNT%'"
                                + " order by sequence",
                        String.class))
                .isEqualTo(List.of("ACCOUNT_LOCKED", "ACCOUNT_UNLOCKED"));
    }
}
