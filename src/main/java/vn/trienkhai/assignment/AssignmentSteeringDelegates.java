package vn.trienkhai.assignment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that assignment-steering.bpmn names, and the answer of its start form. */
@Configuration
class AssignmentSteeringDelegates {

    private static final String ACT = "act";
    private static final String REASON = "reason";
    private static final String OFFICERS = "newOfficers";
    private static final String INITIATOR = "initiator";

    private final Assignments assignments;
    private final Answers answers;

    AssignmentSteeringDelegates(Assignments assignments, Answers answers) {
        this.assignments = assignments;
        this.answers = answers;
    }

    enum Steering {
        HAND_OUT,
        WITHDRAW
    }

    record SteeringAnswer(
            @NotNull UUID assignment,
            @NotNull Steering act,
            List<String> officers,
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
                UUID.fromString((String) execution.getVariable(DutyAssignmentProcess.ASSIGNMENT)),
                List.of(((String) execution.getVariable(OFFICERS)).split(",")),
                (String) execution.getVariable(REASON),
                (String) execution.getVariable(INITIATOR));
    }

    /** ServiceTask_WithdrawAssignment. */
    @Bean
    JavaDelegate withdrawAssignment() {
        return execution -> assignments.withdraw(
                UUID.fromString((String) execution.getVariable(DutyAssignmentProcess.ASSIGNMENT)),
                (String) execution.getVariable(REASON),
                (String) execution.getVariable(INITIATOR));
    }
}
