package vn.trienkhai.assignment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that assignment-steering.bpmn names, and the answer of its start form. */
@Configuration
class AssignmentSteeringDelegates {

    private static final String ACT = "act";
    private static final String REASON = "reason";
    private static final String OFFICERS = "newOfficers";
    private static final String DEADLINE = "newDeadline";
    private static final String INITIATOR = "initiator";

    private final Assignments assignments;
    private final Answers answers;
    private final Clock clock;

    AssignmentSteeringDelegates(Assignments assignments, Answers answers, Clock clock) {
        this.assignments = assignments;
        this.answers = answers;
        this.clock = clock;
    }

    enum Steering {
        HAND_OUT,
        MOVE_DEADLINE,
        HOLD,
        RESUME,
        WITHDRAW
    }

    record SteeringAnswer(
            @NotNull UUID assignment,
            @NotNull Steering act,
            List<String> officers,
            DeadlineTerm deadline,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 4000) String reason) {}

    /** StartEvent_SteeringRequested. */
    @Bean
    ExecutionListener steeringRequested() {
        return execution -> {
            var answer = answers.of(execution, SteeringAnswer.class);
            var assignment = assignments.get(answer.assignment());
            if (answer.act() == Steering.HAND_OUT
                    && (answer.officers() == null || answer.officers().isEmpty())) {
                throw FormRefused.at("officers", "Chưa chọn người nhận việc.");
            }
            if (answer.act() == Steering.MOVE_DEADLINE && answer.deadline() == null) {
                throw FormRefused.at("deadline", "Chưa điền hạn mới.");
            }
            execution.setVariable(
                    DEADLINE,
                    answer.deadline() == null ? null : answer.deadline().text());
            execution.setVariable(
                    DutyAssignmentProcess.ASSIGNMENT, assignment.id().toString());
            execution.setVariable(DutyAssignmentProcess.SUBJECT, assignment.subject());
            execution.setVariable(ACT, answer.act().name());
            execution.setVariable(REASON, answer.reason());
            execution.setVariable(OFFICERS, answer.officers() == null ? "" : String.join(",", answer.officers()));
        };
    }

    /** ServiceTask_HandOutAnew. */
    @Bean
    JavaDelegate handOutAnew() {
        return execution -> assignments.handOutAnew(
                assignmentIn(execution),
                List.of(textIn(execution, OFFICERS).split(",")),
                textIn(execution, REASON),
                textIn(execution, INITIATOR));
    }

    /** ServiceTask_MoveDeadline. */
    @Bean
    JavaDelegate moveDeadline() {
        return execution -> assignments.extend(
                assignmentIn(execution),
                DeadlineTerm.parse(textIn(execution, DEADLINE), LocalDate.now(clock)),
                textIn(execution, REASON),
                textIn(execution, INITIATOR));
    }

    /** ServiceTask_HoldAssignment. */
    @Bean
    JavaDelegate holdAssignment() {
        return execution ->
                assignments.hold(assignmentIn(execution), textIn(execution, REASON), textIn(execution, INITIATOR));
    }

    /** ServiceTask_ResumeAssignment. */
    @Bean
    JavaDelegate resumeAssignment() {
        return execution ->
                assignments.resume(assignmentIn(execution), textIn(execution, REASON), textIn(execution, INITIATOR));
    }

    /** ServiceTask_WithdrawAssignment. */
    @Bean
    JavaDelegate withdrawAssignment() {
        return execution ->
                assignments.withdraw(assignmentIn(execution), textIn(execution, REASON), textIn(execution, INITIATOR));
    }

    private static UUID assignmentIn(DelegateExecution execution) {
        return UUID.fromString(textIn(execution, DutyAssignmentProcess.ASSIGNMENT));
    }

    private static String textIn(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
