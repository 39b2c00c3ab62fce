package vn.trienkhai.reporting;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/** Every bean that report-on-request.bpmn names, and the answer of each of its forms. */
@Configuration
class ReportOnRequestDelegates {

    private static final String INITIATOR = "initiator";

    private final Reports reports;
    private final YearlyReports yearly;
    private final Plans plans;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Answers answers;

    ReportOnRequestDelegates(
            Reports reports,
            YearlyReports yearly,
            Plans plans,
            Organisation organisation,
            WorkingCalendar calendar,
            Answers answers) {
        this.reports = reports;
        this.yearly = yearly;
        this.plans = plans;
        this.organisation = organisation;
        this.calendar = calendar;
        this.answers = answers;
    }

    record RequestAnswer(
            @NotNull String plan,
            @NotNull @Size(max = 150) String name,
            @NotNull ReportKind kind,
            @NotNull @Size(max = 4000) String content,
            @NotNull @Size(max = 100) String basisNumber,
            @NotNull LocalDate basisDate,
            @NotEmpty List<String> units,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull DeadlineTerm unitsDue,
            @NotNull DeadlineTerm wholeDue,
            @NotNull Urgency urgency,
            @Size(max = 300) String sendBy,
            @NotEmpty @Size(max = 20) List<@NotNull @Size(max = 300) String> outline) {

        ReportRequestOrder asOrder(WorkingCalendar calendar) {
            return new ReportRequestOrder(
                    plan,
                    name,
                    kind,
                    content,
                    basisNumber,
                    basisDate,
                    units,
                    from,
                    to,
                    unitsDue,
                    calendar.deadlineOf(unitsDue).lastDay(),
                    wholeDue,
                    calendar.deadlineOf(wholeDue).lastDay(),
                    urgency,
                    sendBy,
                    outline);
        }
    }

    /** StartEvent_ReportRequested. */
    @Bean
    ExecutionListener reportRequested() {
        return execution -> {
            var request = requestFrom(execution);
            var plan = plans.definition(request.planId());
            execution.setProcessBusinessKey(request.id().toString());
            execution.setVariable(ReportOnRequestProcess.REQUEST, request.id().toString());
            execution.setVariable(
                    ReportOnRequestProcess.SUBJECT,
                    "%s – %s – %s"
                            .formatted(
                                    request.name(),
                                    VietnamTime.format(request.from()),
                                    VietnamTime.format(request.to())));
            execution.setVariable(ReportOnRequestProcess.CONSOLIDATOR, plan.leadAgency());
            execution.setVariable(
                    ReportOnRequestProcess.APPROVERS,
                    Stream.of(request.requester(), plan.issuer())
                            .distinct()
                            .flatMap(unit -> organisation.leadGroupsOf(unit).stream())
                            .collect(Collectors.joining(",")));
            execution.setVariable(ReportOnRequestProcess.UNITS_DUE, Date.from(calendar.endOf(request.waitingUntil())));
            execution.setVariable(ReportOnRequestProcess.DUE, Date.from(calendar.endOf(request.wholeDue())));
        };
    }

    private ReportRequest requestFrom(DelegateExecution execution) {
        var yearlyOf = (String) execution.getVariable(ReportOnRequestProcess.YEARLY_OF);
        return yearlyOf == null
                ? reports.request(answers.of(execution, RequestAnswer.class).asOrder(calendar), (String)
                        execution.getVariable(INITIATOR))
                : reports.requestOfThePlan(yearly.orderFor(yearlyOf));
    }

    /** ServiceTask_OpenContributions. */
    @Bean
    JavaDelegate openContributions() {
        return execution -> reports.openContributions(idIn(execution));
    }

    enum CollectionDecision {
        WAIT,
        CLOSE
    }

    record CollectionAnswer(@NotNull CollectionDecision decision, DeadlineTerm newDue) {}

    /** UserTask_CloseCollection. Waiting ends at once where everybody has answered meanwhile. */
    @Bean
    TaskListener collectionClosed() {
        return task -> {
            var answer = answers.of(task, CollectionAnswer.class);
            var waits = false;
            if (answer.decision() == CollectionDecision.WAIT) {
                if (answer.newDue() == null) {
                    throw FormRefused.at("newDue", "Chưa điền hạn mới.");
                }
                var until = calendar.deadlineOf(answer.newDue()).lastDay();
                waits = reports.waitUntil(idIn(task), until);
                task.setVariable(ReportOnRequestProcess.UNITS_DUE, Date.from(calendar.endOf(until)));
            } else {
                reports.closeCollection(idIn(task));
            }
            task.setVariable(ReportOnRequestProcess.WAIT_LONGER, waits);
        };
    }

    record ConsolidationAnswer(@NotEmpty List<@Size(max = 1_000_000) String> bodies) {}

    /** UserTask_Consolidate. */
    @Bean
    TaskListener reportConsolidated() {
        return task -> reports.consolidate(
                idIn(task), answers.of(task, ConsolidationAnswer.class).bodies(), task.getAssignee());
    }

    record ReviewAnswer(@NotNull Boolean approved, @Size(max = 4000) String reason) {}

    /** UserTask_ApproveReport. */
    @Bean
    TaskListener reportReviewed() {
        return task -> {
            var answer = answers.of(task, ReviewAnswer.class);
            if (!answer.approved() && answer.reason() == null) {
                throw FormRefused.at("reason", "Chưa điền lý do trả lại.");
            }
            reports.review(idIn(task), answer.approved(), answer.reason(), task.getAssignee());
            task.setVariable(ReportOnRequestProcess.REPORT_APPROVED, answer.approved());
        };
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(ReportOnRequestProcess.REQUEST));
    }
}
