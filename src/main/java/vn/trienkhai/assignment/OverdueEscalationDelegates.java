package vn.trienkhai.assignment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.assignment.AssignmentRung.Handling;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;

/** Every bean that overdue-escalation.bpmn and overdue-handling.bpmn name, and the answer of the one user task. */
@Configuration
class OverdueEscalationDelegates {

    private final Escalations escalations;
    private final Assignments assignments;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Answers answers;

    OverdueEscalationDelegates(
            Escalations escalations,
            Assignments assignments,
            Organisation organisation,
            WorkingCalendar calendar,
            Answers answers) {
        this.escalations = escalations;
        this.assignments = assignments;
        this.organisation = organisation;
        this.calendar = calendar;
        this.answers = answers;
    }

    /** ServiceTask_FindNextRung. */
    @Bean
    JavaDelegate findNextRung() {
        return execution -> {
            var next = escalations.nextMoment(idIn(execution), ladderIn(execution), sinceIn(execution), calendar);
            execution.setVariable(OverdueEscalationProcess.ANY_RUNG, next.isPresent());
            execution.setVariable(
                    OverdueEscalationProcess.NEXT_RUNG_AT, next.map(Date::from).orElse(null));
        };
    }

    /** ServiceTask_ReachRung. */
    @Bean
    JavaDelegate reachRung() {
        return execution -> escalations.reach(idIn(execution), ladderIn(execution), sinceIn(execution));
    }

    record HandlingAnswer(
            @NotNull(message = "Chưa chọn cách xử lý.") Handling handling,
            DeadlineTerm deadline,
            List<String> officers,
            String unit,
            @NotNull(message = "Chưa điền ý kiến.") @Size(max = 4000) String note) {}

    /** UserTask_HandleOverdue. */
    @Bean
    TaskListener overdueHandled() {
        return task -> {
            var answer = answers.of(task, HandlingAnswer.class);
            var rung = escalations.rung(UUID.fromString((String) task.getVariable(OverdueEscalationProcess.RUNG)));
            var by = task.getAssignee();
            escalations.handle(rung.id(), answer.handling(), answer.note(), by);
            var ofTheUnit = rung.audience() == Audience.UNIT_HEAD;
            var id = rung.assignmentId();
            switch (answer.handling()) {
                case URGE -> {}
                case EXTEND -> {
                    if (ofTheUnit) {
                        throw FormRefused.at("handling", "Đơn vị xin gia hạn bằng quy trình Xin gia hạn.");
                    }
                    assignments.extend(id, required("deadline", answer.deadline(), "hạn mới"), answer.note(), by);
                }
                case REASSIGN -> {
                    if (ofTheUnit) {
                        var officers = answer.officers() == null ? List.<String>of() : answer.officers();
                        assignments.handOutAnew(
                                id,
                                required("officers", officers.isEmpty() ? null : officers, "người nhận việc"),
                                answer.note(),
                                by);
                    } else {
                        assignments.reassign(
                                id,
                                required("unit", answer.unit(), "đơn vị nhận việc"),
                                answer.deadline(),
                                answer.note(),
                                by);
                    }
                }
                case TAKE_OVER -> {
                    if (ofTheUnit) {
                        assignments.handOutAnew(id, List.of(by), answer.note(), by);
                    } else {
                        assignments.reassign(
                                id, organisation.person(by).orElseThrow().unit(), answer.deadline(), answer.note(), by);
                    }
                }
            }
        };
    }

    private static <T> T required(String field, T value, String what) {
        if (value == null) {
            throw FormRefused.at(field, "Chưa điền %s.".formatted(what));
        }
        return value;
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(OverdueEscalationProcess.ASSIGNMENT));
    }

    private static List<Rung> ladderIn(VariableScope scope) {
        return OverdueEscalationProcess.ladderIn(scope.getVariable(OverdueEscalationProcess.LADDER));
    }

    private static Instant sinceIn(VariableScope scope) {
        return ((Date) scope.getVariable(OverdueEscalationProcess.SINCE)).toInstant();
    }
}
