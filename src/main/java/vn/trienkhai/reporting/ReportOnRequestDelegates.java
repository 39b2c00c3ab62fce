package vn.trienkhai.reporting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Date;
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
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportParagraph.Source;
import vn.trienkhai.reporting.Reports.Written;

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
            @Size(max = 300) String receiver,
            @Size(max = 300) String sendBy,
            List<Dimension> figuresWanted,
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
                    receiver,
                    sendBy,
                    figuresWanted,
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

    /** @param urge whether to remind those who have not sent theirs */
    record CollectionAnswer(@NotNull CollectionDecision decision, DeadlineTerm newDue, Boolean urge) {}

    /** UserTask_CloseCollection. Waiting ends at once where everybody has answered meanwhile. */
    @Bean
    TaskListener collectionClosed() {
        return task -> {
            var answer = answers.of(task, CollectionAnswer.class);
            var waits = false;
            if (Boolean.TRUE.equals(answer.urge())) {
                reports.urge(idIn(task), "Đề nghị gửi báo cáo", task.getAssignee());
            }
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

    record ParagraphAnswer(
            @NotNull Integer section, @NotNull Source source, String unit, @Size(max = 1_000_000) String body) {}

    record ConsolidationAnswer(
            @NotEmpty(message = "Chưa viết mục nào của báo cáo.") List<@Valid ParagraphAnswer> paragraphs) {}

    /** UserTask_Consolidate. */
    @Bean
    TaskListener reportConsolidated() {
        return task -> {
            var text = answers.of(task, ConsolidationAnswer.class).paragraphs().stream()
                    .map(given -> new Written(given.section(), given.source(), given.unit(), given.body()))
                    .toList();
            var document = reports.consolidate(idIn(task), text, task.getAssignee());
            task.setVariable(ReportOnRequestProcess.DOCUMENT, document.toString());
            task.setVariable(ReportOnRequestProcess.REDRAFTED_BY_CALLER, true);
            task.setVariable(ReportOnRequestProcess.DOCUMENT_RETURNED, false);
        };
    }

    /** CallActivity_IssueReport, at its end. */
    @Bean
    ExecutionListener reportIssueEnded() {
        return execution -> {
            if (Boolean.TRUE.equals(execution.getVariable(ReportOnRequestProcess.DOCUMENT_RETURNED))) {
                reports.comesBack(idIn(execution));
            }
        };
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(ReportOnRequestProcess.REQUEST));
    }
}
