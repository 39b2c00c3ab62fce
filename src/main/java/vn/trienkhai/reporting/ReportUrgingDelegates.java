package vn.trienkhai.reporting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;

/** Every bean that report-urging.bpmn names, and the answer of its start form. */
@Configuration
class ReportUrgingDelegates {

    private static final String WORDS = "words";
    private static final String INITIATOR = "initiator";

    private final Reports reports;
    private final Answers answers;

    ReportUrgingDelegates(Reports reports, Answers answers) {
        this.reports = reports;
        this.answers = answers;
    }

    record UrgingAnswer(
            @NotNull(message = "Chưa chọn yêu cầu báo cáo.") UUID request,
            @NotNull(message = "Chưa điền lời nhắc.") @Size(max = 2000) String words) {}

    /** StartEvent_UrgingWanted. */
    @Bean
    ExecutionListener reportUrgingWanted() {
        return execution -> {
            var answer = answers.of(execution, UrgingAnswer.class);
            execution.setVariable(
                    ReportOnRequestProcess.REQUEST, answer.request().toString());
            execution.setVariable(
                    ReportOnRequestProcess.SUBJECT,
                    reports.get(answer.request()).name());
            execution.setVariable(WORDS, answer.words());
        };
    }

    /** ServiceTask_UrgeUnits. */
    @Bean
    JavaDelegate urgeUnits() {
        return execution -> reports.urge(
                UUID.fromString((String) execution.getVariable(ReportOnRequestProcess.REQUEST)),
                (String) execution.getVariable(WORDS),
                (String) execution.getVariable(INITIATOR));
    }
}
