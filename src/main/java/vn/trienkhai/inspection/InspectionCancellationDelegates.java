package vn.trienkhai.inspection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;

/** Every bean that inspection-cancellation.bpmn names, and the answer of its start form. */
@Configuration
class InspectionCancellationDelegates {

    private static final String REASON = "reason";
    private static final String INITIATOR = "initiator";

    private final Inspections inspections;
    private final Answers answers;

    InspectionCancellationDelegates(Inspections inspections, Answers answers) {
        this.inspections = inspections;
        this.answers = answers;
    }

    record CancellationAnswer(
            @NotNull(message = "Chưa chọn cuộc kiểm tra.") UUID visit,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 4000) String reason) {}

    /** StartEvent_CancellationRequested. */
    @Bean
    ExecutionListener visitCancellationRequested() {
        return execution -> {
            var answer = answers.of(execution, CancellationAnswer.class);
            var visit = inspections.visit(answer.visit());
            execution.setVariable(InspectionVisitProcess.VISIT, visit.id().toString());
            execution.setVariable(InspectionVisitProcess.SUBJECT, inspections.subjectOf(visit));
            execution.setVariable(REASON, answer.reason());
        };
    }

    /** ServiceTask_CancelVisit. */
    @Bean
    JavaDelegate cancelVisit() {
        return execution -> inspections.cancel(
                UUID.fromString((String) execution.getVariable(InspectionVisitProcess.VISIT)),
                (String) execution.getVariable(REASON),
                (String) execution.getVariable(INITIATOR));
    }
}
