package vn.trienkhai.assignment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;

/** Every bean that deadline-extension.bpmn names, and the answers of its forms. */
@Configuration
class DeadlineExtensionDelegates {

    private final Assignments assignments;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Answers answers;
    private final Clock clock;

    DeadlineExtensionDelegates(
            Assignments assignments,
            Organisation organisation,
            WorkingCalendar calendar,
            Answers answers,
            Clock clock) {
        this.assignments = assignments;
        this.organisation = organisation;
        this.calendar = calendar;
        this.answers = answers;
        this.clock = clock;
    }

    record ExtensionAnswer(
            @NotNull(message = "Chưa chọn việc cần gia hạn.") UUID assignment,
            @NotNull(message = "Chưa điền hạn mới.") DeadlineTerm deadline,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 4000) String reason) {}

    /** StartEvent_ExtensionNeeded. The answer is due on the next working day (Nghị định 30/2020/NĐ-CP, Điều 23). */
    @Bean
    ExecutionListener extensionAsked() {
        return execution -> {
            var answer = answers.of(execution, ExtensionAnswer.class);
            var by = (String) execution.getVariable("initiator");
            var assignment = assignments.get(answer.assignment());
            var request = assignments.askExtension(assignment.id(), answer.deadline(), answer.reason(), by);
            execution.setProcessBusinessKey(request.toString());
            execution.setVariable(DeadlineExtensionProcess.REQUEST, request.toString());
            execution.setVariable(DeadlineExtensionProcess.SUBJECT, assignment.subject());
            execution.setVariable(
                    DeadlineExtensionProcess.DECIDERS,
                    String.join(",", organisation.leadGroupsOf(assignment.assigner())));
            execution.setVariable(
                    DeadlineExtensionProcess.DUE,
                    Date.from(calendar.endOf(calendar.plusWorkingDays(LocalDate.now(clock), 1))));
        };
    }

    record DecisionAnswer(
            @NotNull(message = "Chưa chọn quyết định.") Boolean granted,
            DeadlineTerm deadline,
            @Size(max = 4000) String reason) {}

    /** UserTask_DecideExtension. */
    @Bean
    TaskListener extensionDecided() {
        return task -> {
            var answer = answers.of(task, DecisionAnswer.class);
            var request = UUID.fromString((String) task.getVariable(DeadlineExtensionProcess.REQUEST));
            if (answer.granted()) {
                if (answer.deadline() == null) {
                    throw FormRefused.at("deadline", "Chưa điền hạn mới.");
                }
                assignments.grantExtension(request, answer.deadline(), answer.reason(), task.getAssignee());
            } else {
                if (answer.reason() == null) {
                    throw FormRefused.at("reason", "Chưa điền lý do.");
                }
                assignments.refuseExtension(request, answer.reason(), task.getAssignee());
            }
            task.setVariable(DeadlineExtensionProcess.GRANTED, answer.granted());
        };
    }
}
