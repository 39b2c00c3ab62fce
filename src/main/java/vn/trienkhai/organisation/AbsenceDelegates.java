package vn.trienkhai.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;

/** Every bean that absence.bpmn and absence-return.bpmn name, and the answers of their start forms. */
@Configuration
class AbsenceDelegates {

    private static final String REASON = "reason";
    private static final String INITIATOR = "initiator";

    private final Absences absences;
    private final Answers answers;

    AbsenceDelegates(Absences absences, Answers answers) {
        this.absences = absences;
        this.answers = answers;
    }

    record AbsenceAnswer(
            @NotNull(message = "Chưa chọn người vắng mặt.") String person,
            @NotNull(message = "Chưa chọn người thay.") String substitute,
            @NotNull(message = "Chưa chọn nghỉ phép hay bàn giao.") AbsenceKind kind,
            @NotNull(message = "Chưa điền ngày đầu tiên.") LocalDate firstDay,
            LocalDate lastDay,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 500) String reason) {}

    /** StartEvent_AbsenceReported. */
    @Bean
    ExecutionListener absenceReported() {
        return execution -> {
            var answer = answers.of(execution, AbsenceAnswer.class);
            var absence = absences.report(
                    new AbsenceOrder(
                            answer.person(),
                            answer.substitute(),
                            answer.kind(),
                            answer.firstDay(),
                            answer.lastDay(),
                            answer.reason()),
                    (String) execution.getVariable(INITIATOR));
            execution.setProcessBusinessKey(absence.id().toString());
            execution.setVariable(AbsenceProcess.ABSENCE, absence.id().toString());
            execution.setVariable(AbsenceProcess.SUBJECT, absences.subjectOf(absence));
            execution.setVariable(AbsenceProcess.BEGINS_AT, AbsenceProcess.beginOf(absence));
            execution.setVariable(AbsenceProcess.ENDS_AT, AbsenceProcess.endOf(absence));
        };
    }

    /** ServiceTask_BeginSubstitution. */
    @Bean
    JavaDelegate beginSubstitution() {
        return execution -> absences.begin(idIn(execution));
    }

    /** ServiceTask_EndSubstitution and ServiceTask_EndSubstitutionEarly. */
    @Bean
    JavaDelegate endSubstitution() {
        return execution -> absences.settle(idIn(execution));
    }

    record ReturnAnswer(
            @NotNull(message = "Chưa chọn kỳ vắng mặt.") UUID absence,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 500) String reason) {}

    /** StartEvent_ReturnReported. */
    @Bean
    ExecutionListener returnReported() {
        return execution -> {
            var answer = answers.of(execution, ReturnAnswer.class);
            var absence = absences.get(answer.absence());
            execution.setVariable(AbsenceProcess.ABSENCE, absence.id().toString());
            execution.setVariable(AbsenceProcess.SUBJECT, absences.subjectOf(absence));
            execution.setVariable(REASON, answer.reason());
        };
    }

    /** ServiceTask_EndAbsence. */
    @Bean
    JavaDelegate endAbsence() {
        return execution -> absences.end(
                idIn(execution), (String) execution.getVariable(REASON), (String) execution.getVariable(INITIATOR));
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(AbsenceProcess.ABSENCE));
    }
}
