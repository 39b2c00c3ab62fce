package vn.trienkhai.operation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that account-leaving.bpmn and account-return.bpmn name, and the answers of their forms. */
@Configuration
class AccountLeavingDelegates {

    private final Leavers leavers;
    private final Answers answers;

    AccountLeavingDelegates(Leavers leavers, Answers answers) {
        this.leavers = leavers;
        this.answers = answers;
    }

    record AccountAnswer(
            @NotNull(message = "Chưa chọn tài khoản.") String person,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 500) String reason) {}

    /** StartEvent_LeavingReported. */
    @Bean
    ExecutionListener leavingReported() {
        return execution -> {
            var answer = answers.of(execution, AccountAnswer.class);
            leavers.requireLockable(answer.person(), (String) execution.getVariable(AccountLeavingProcess.INITIATOR));
            execution.setVariable(AccountLeavingProcess.PERSON, answer.person());
            execution.setVariable(AccountLeavingProcess.REASON, answer.reason());
            execution.setVariable(AccountLeavingProcess.SUBJECT, "thôi việc – " + leavers.nameOf(answer.person()));
        };
    }

    /** ServiceTask_LockAccount. */
    @Bean
    JavaDelegate lockAccount() {
        return execution -> {
            var person = (String) execution.getVariable(AccountLeavingProcess.PERSON);
            leavers.lock(person, (String) execution.getVariable(AccountLeavingProcess.REASON), (String)
                    execution.getVariable(AccountLeavingProcess.INITIATOR));
            execution.setVariable(
                    AccountLeavingProcess.OPEN_WORK, !leavers.workOf(person).isEmpty());
            execution.setVariable(AccountLeavingProcess.DECIDERS, String.join(",", leavers.decidersFor(person)));
        };
    }

    enum Way {
        PERSON,
        POST
    }

    /** @param to user id; null if the work returns to the post */
    record WorkAnswer(@NotNull(message = "Chưa chọn cách bàn giao.") Way way, String to) {}

    /** UserTask_HandOverWork. */
    @Bean
    TaskListener leaversWorkHandedOver() {
        return task -> {
            var answer = answers.of(task, WorkAnswer.class);
            if (answer.way() == Way.PERSON && answer.to() == null) {
                throw FormRefused.at("to", "Chưa chọn người nhận.");
            }
            var person = (String) task.getVariable(AccountLeavingProcess.PERSON);
            var reason = (String) task.getVariable(AccountLeavingProcess.REASON);
            inItsOwnContext(() -> leavers.handOver(
                    person, answer.way() == Way.POST ? null : answer.to(), reason, task.getAssignee()));
        };
    }

    /** In the same transaction; but a hand-over asks the engine for what it has just changed, and within one command sees it not. */
    private static void inItsOwnContext(Runnable act) {
        try {
            ProcessEngineContext.withNewProcessEngineContext(Executors.callable(act));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** StartEvent_ReturnOfPerson. */
    @Bean
    ExecutionListener accountReturnReported() {
        return execution -> {
            var answer = answers.of(execution, AccountAnswer.class);
            leavers.requireLocked(answer.person());
            execution.setVariable(AccountLeavingProcess.PERSON, answer.person());
            execution.setVariable(AccountLeavingProcess.REASON, answer.reason());
            execution.setVariable(
                    AccountLeavingProcess.SUBJECT, "mở lại tài khoản – " + leavers.nameOf(answer.person()));
        };
    }

    /** ServiceTask_UnlockAccount. */
    @Bean
    JavaDelegate unlockAccount() {
        return execution -> leavers.unlock(
                (String) execution.getVariable(AccountLeavingProcess.PERSON),
                (String) execution.getVariable(AccountLeavingProcess.REASON),
                (String) execution.getVariable(AccountLeavingProcess.INITIATOR));
    }
}
