package vn.trienkhai.reporting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;

/** Every bean that report-withdrawal.bpmn names, and the answer of its start form. */
@Configuration
class ReportWithdrawalDelegates {

    private static final String REASON = "reason";
    private static final String INITIATOR = "initiator";

    private final Reports reports;
    private final Answers answers;

    ReportWithdrawalDelegates(Reports reports, Answers answers) {
        this.reports = reports;
        this.answers = answers;
    }

    record WithdrawalAnswer(
            @NotNull UUID request, @NotNull(message = "Chưa điền lý do.") @Size(max = 4000) String reason) {}

    /** StartEvent_WithdrawalRequested. */
    @Bean
    ExecutionListener reportWithdrawalRequested() {
        return execution -> {
            var answer = answers.of(execution, WithdrawalAnswer.class);
            execution.setVariable(
                    ReportOnRequestProcess.REQUEST, answer.request().toString());
            execution.setVariable(
                    ReportOnRequestProcess.SUBJECT,
                    reports.get(answer.request()).name());
            execution.setVariable(REASON, answer.reason());
        };
    }

    /** ServiceTask_WithdrawReportRequest. */
    @Bean
    JavaDelegate withdrawReportRequest() {
        return execution -> reports.withdraw(
                UUID.fromString((String) execution.getVariable(ReportOnRequestProcess.REQUEST)),
                (String) execution.getVariable(REASON),
                (String) execution.getVariable(INITIATOR));
    }
}
