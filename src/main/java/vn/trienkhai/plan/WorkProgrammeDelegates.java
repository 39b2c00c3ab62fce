package vn.trienkhai.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;

/** Every bean that work-programme.bpmn names, and the answer of its start form and of each of its user tasks. */
@Configuration
class WorkProgrammeDelegates {

    private final WorkProgrammes programmes;
    private final Plans plans;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Answers answers;

    WorkProgrammeDelegates(
            WorkProgrammes programmes,
            Plans plans,
            Organisation organisation,
            WorkingCalendar calendar,
            Answers answers) {
        this.programmes = programmes;
        this.plans = plans;
        this.organisation = organisation;
        this.calendar = calendar;
        this.answers = answers;
    }

    record ProposalAnswer(
            @NotNull String plan,
            @NotNull ProgrammeKind kind,
            @Size(max = 120) String name,
            LocalDate from,
            LocalDate to,
            String topic,
            @NotEmpty(message = "Chưa chọn nhiệm vụ nào.") List<String> duties,
            @Size(max = 4000) String note) {

        ProgrammeProposal proposal() {
            var period = new ProgrammePeriod(kind, from, to);
            if (name == null && kind == ProgrammeKind.CAMPAIGN) {
                throw FormRefused.at("name", "Chưa đặt tên cho đợt này.");
            }
            var title = name == null ? ProgrammeProposal.nameFor(period) : name;
            return new ProgrammeProposal(plan, period, title, topic, duties, note);
        }
    }

    /** StartEvent_ProgrammeProposed: by hand with the start form, or called ahead of a quarter without one. */
    @Bean
    ExecutionListener programmeProposed() {
        return execution -> {
            var programme =
                    programmes.get(isCalled(execution) ? proposedByTimer(execution) : proposedByHand(execution));
            var plan = plans.definition(programme.planId());
            execution.setProcessBusinessKey(programme.id().toString());
            execution.setVariable(WorkProgrammeProcess.PROGRAMME, programme.id().toString());
            execution.setVariable(WorkProgrammeProcess.LEAD_AGENCY, plan.leadAgency());
            execution.setVariable(
                    WorkProgrammeProcess.ISSUER_LEADS, String.join(",", organisation.leadGroupsOf(plan.issuer())));
            execution.setVariable(
                    WorkProgrammeProcess.PERIOD_END,
                    VietnamTime.dueDateOf(programme.period().to()));
            execution.setVariable(
                    WorkProgrammeProcess.SUBJECT, "%s – Kế hoạch %s".formatted(programme.label(), plan.number()));
        };
    }

    private static boolean isCalled(DelegateExecution execution) {
        return execution.getSuperExecution() != null;
    }

    private UUID proposedByTimer(DelegateExecution execution) {
        var firstDay = LocalDate.parse((String) execution.getVariable(ProgrammePeriodProcess.QUARTER));
        return programmes.proposeFor(
                (String) execution.getVariable(ProgrammePeriodProcess.PLAN), ProgrammePeriod.quarterOf(firstDay));
    }

    private UUID proposedByHand(DelegateExecution execution) {
        return programmes.proposeByHand(
                answers.of(execution, ProposalAnswer.class).proposal(),
                (String) execution.getVariable(WorkProgrammeProcess.INITIATOR));
    }

    /** ServiceTask_ProposeAssignments. */
    @Bean
    JavaDelegate proposeAssignments() {
        return execution -> programmes.proposeAssignments(idIn(execution));
    }

    record ItemAnswer(
            @NotNull String duty,
            @NotNull String unit,
            @NotNull Boolean included,
            DeadlineTerm due,
            @Size(max = 4000) String instruction) {

        WorkProgrammes.ItemDecision decision(WorkingCalendar calendar) {
            return new WorkProgrammes.ItemDecision(
                    duty, unit, included, due == null ? null : calendar.dayOf(due), instruction);
        }
    }

    record PreparedAnswer(@NotEmpty List<@Valid ItemAnswer> items) {}

    /** UserTask_PrepareProgramme. */
    @Bean
    TaskListener programmePrepared() {
        return task -> programmes.prepare(
                idIn(task),
                answers.of(task, PreparedAnswer.class).items().stream()
                        .map(line -> line.decision(calendar))
                        .toList(),
                task.getAssignee());
    }

    enum Decision {
        APPROVE,
        RETURN,
        REJECT
    }

    record DecisionAnswer(@NotNull Decision decision, @Size(max = 4000) String reason) {}

    /** UserTask_ApproveProgramme. */
    @Bean
    TaskListener programmeDecided() {
        return task -> {
            var answer = answers.of(task, DecisionAnswer.class);
            if (answer.decision() != Decision.APPROVE && answer.reason() == null) {
                throw FormRefused.at("reason", "Chưa điền lý do.");
            }
            switch (answer.decision()) {
                case APPROVE -> programmes.approve(idIn(task), answer.reason(), task.getAssignee());
                case RETURN -> programmes.requestChange(idIn(task), answer.reason(), task.getAssignee());
                case REJECT -> programmes.reject(idIn(task), answer.reason(), task.getAssignee());
            }
            task.setVariable(
                    WorkProgrammeProcess.PROGRAMME_DECISION, answer.decision().name());
        };
    }

    /** ServiceTask_OpenAssignments: a part of them at a time. */
    @Bean
    JavaDelegate openAssignments() {
        return execution ->
                execution.setVariable(WorkProgrammeProcess.ALL_OPENED, programmes.openNext(idIn(execution)));
    }

    record ConclusionAnswer(@NotNull(message = "Chưa viết kết luận.") @Size(max = 20000) String conclusion) {}

    /** UserTask_CloseProgramme. */
    @Bean
    TaskListener programmeClosed() {
        return task -> programmes.close(
                idIn(task), answers.of(task, ConclusionAnswer.class).conclusion(), task.getAssignee());
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(WorkProgrammeProcess.PROGRAMME));
    }
}
