package vn.trienkhai.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;

/** Every bean that plan-adoption.bpmn names, and the answer of each of its user tasks. */
@Configuration
class PlanAdoptionDelegates {

    private final PlanAdoptions adoptions;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Answers answers;
    private final Clock clock;

    PlanAdoptionDelegates(
            PlanAdoptions adoptions,
            Organisation organisation,
            WorkingCalendar calendar,
            Answers answers,
            Clock clock) {
        this.adoptions = adoptions;
        this.organisation = organisation;
        this.calendar = calendar;
        this.answers = answers;
        this.clock = clock;
    }

    record CheckAnswer(
            @NotNull String code,
            @NotNull(message = "Chưa xác nhận nhiệm vụ này.") DutyCheck.Verdict verdict,
            @Size(max = 1000) String reason) {

        DutyCheck found() {
            return new DutyCheck(code, verdict, reason);
        }
    }

    record DutiesAnswer(@NotEmpty List<@Valid CheckAnswer> duties) {}

    /** UserTask_ConfirmDuties. */
    @Bean
    TaskListener planDutiesConfirmed() {
        return task -> {
            var answer = answers.of(task, DutiesAnswer.class);
            var found = answer.duties().stream().map(CheckAnswer::found).toList();
            task.setVariable(PlanAdoptionProcess.DUTIES_TRUE, adoptions.check(idIn(task), found, task.getAssignee()));
        };
    }

    /** ServiceTask_ReturnPlan. */
    @Bean
    JavaDelegate planReturned() {
        return execution -> adoptions.sendBack(idIn(execution));
    }

    record AdoptionAnswer(@NotNull Boolean adopted, @Size(max = 4000) String reason) {}

    /** UserTask_AdoptPlan. */
    @Bean
    TaskListener planAdoptionDecided() {
        return task -> {
            var answer = answers.of(task, AdoptionAnswer.class);
            if (answer.adopted()) {
                adoptions.adopt(idIn(task), answer.reason(), task.getAssignee());
            } else if (answer.reason() == null) {
                throw FormRefused.at("reason", "Chưa điền lý do.");
            } else {
                adoptions.requestCheck(idIn(task), answer.reason(), task.getAssignee());
            }
            task.setVariable(PlanAdoptionProcess.PLAN_ADOPTED, answer.adopted());
        };
    }

    /** ServiceTask_SendToRecipients. The receipt is due on the same working day (Nghị định 30/2020/NĐ-CP, Điều 21). */
    @Bean
    JavaDelegate planSentToRecipients() {
        return execution -> {
            var units = adoptions.send(idIn(execution));
            execution.setVariable(
                    PlanAdoptionProcess.UNITS,
                    units.stream().map(Unit::id).collect(Collectors.toCollection(ArrayList::new)));
            execution.setVariable(
                    PlanAdoptionProcess.DUE, Date.from(calendar.endOf(calendar.onOrAfter(LocalDate.now(clock)))));
        };
    }

    /** Before each UserTask_ConfirmPlanReceipt: whose it is, and what it is called. */
    @Bean
    ExecutionListener planReceiptAsked() {
        return execution -> {
            var unit = organisation.unit((String) execution.getVariable(PlanAdoptionProcess.UNIT));
            execution.setVariableLocal(
                    PlanAdoptionProcess.LEADS, String.join(",", organisation.leadGroupsOf(unit.id())));
            execution.setVariableLocal(
                    PlanAdoptionProcess.SUBJECT,
                    execution.getVariable(PlanAdoptionProcess.SUBJECT) + " – " + unit.shortName());
        };
    }

    record ReceiptAnswer(
            @NotNull(message = "Chưa chọn đầu mối của đơn vị.") String contact, @Size(max = 4000) String note) {}

    /** UserTask_ConfirmPlanReceipt. */
    @Bean
    TaskListener planReceiptConfirmed() {
        return task -> {
            var answer = answers.of(task, ReceiptAnswer.class);
            adoptions.confirmReceipt(
                    idIn(task),
                    (String) task.getVariable(PlanAdoptionProcess.UNIT),
                    answer.contact(),
                    answer.note(),
                    task.getAssignee());
        };
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(PlanAdoptionProcess.ADOPTION));
    }
}
