package vn.trienkhai.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** Every bean that inspection-visit.bpmn names, and the answer of each of its user tasks. */
@Configuration
class InspectionVisitDelegates {

    private final Inspections inspections;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Answers answers;

    InspectionVisitDelegates(
            Inspections inspections, Organisation organisation, WorkingCalendar calendar, Answers answers) {
        this.inspections = inspections;
        this.organisation = organisation;
        this.calendar = calendar;
        this.answers = answers;
    }

    /** StartEvent_VisitPlanned: whom the tasks are for, and by when. */
    @Bean
    ExecutionListener inspectionVisitOpened() {
        return execution -> {
            var visit = inspections.visit(idIn(execution));
            var programme = inspections.programme(visit.programmeId());
            execution.setVariable(InspectionVisitProcess.UNIT, visit.unit());
            execution.setVariable(
                    InspectionVisitProcess.LEADS, String.join(",", organisation.leadGroupsOf(visit.unit())));
            execution.setVariable(InspectionVisitProcess.ASSIGNER, programme.leadAgency());
            execution.setVariable(InspectionVisitProcess.SUBJECT, inspections.subjectOf(visit));
            rememberDates(execution, visit);
        };
    }

    record NoticeAnswer(
            LocalDate visitDate,
            @Size(max = 4000) String content,
            LocalDate selfReportDue,
            @Size(max = 4000) String reason) {}

    /** UserTask_SendNotice. */
    @Bean
    TaskListener inspectionNoticeSent() {
        return task -> {
            var answer = answers.of(task, NoticeAnswer.class);
            var notice = new VisitNotice(answer.visitDate(), answer.content(), answer.selfReportDue(), answer.reason());
            rememberDates(task, inspections.sendNotice(idIn(task), notice, task.getAssignee()));
        };
    }

    record SelfReportAnswer(
            @NotNull(message = "Chưa điền nội dung báo cáo.") @Size(max = 20000) String report,
            Set<UUID> attachments) {}

    /** UserTask_SubmitSelfReport. */
    @Bean
    TaskListener selfReportSubmitted() {
        return task -> {
            var answer = answers.of(task, SelfReportAnswer.class);
            var files = answer.attachments() == null ? Set.<UUID>of() : answer.attachments();
            inspections.submitSelfReport(idIn(task), answer.report(), files, task.getAssignee());
        };
    }

    enum VisitAct {
        CONDUCTED,
        POSTPONE
    }

    record FindingAnswer(@NotNull String dutyCode, FindingResult result, @Size(max = 2000) String note) {}

    record RecommendationAnswer(@Size(max = 2000) String text, DeadlineTerm due, String duty) {

        VisitRecord.Demand asDemand(WorkingCalendar calendar) {
            return new VisitRecord.Demand(text, due == null ? null : calendar.dayOf(due), duty);
        }
    }

    record VisitAnswer(
            @NotNull VisitAct act,
            LocalDate newDate,
            @Size(max = 4000) String reason,
            LocalDate visitedOn,
            List<@Valid FindingAnswer> findings,
            @Size(max = 20) List<@Valid RecommendationAnswer> recommendations,
            Set<UUID> attachments) {

        VisitRecord asRecord(WorkingCalendar calendar) {
            return new VisitRecord(
                    visitedOn,
                    findings == null
                            ? null
                            : findings.stream()
                                    .map(line -> new Finding(line.dutyCode(), line.result(), line.note()))
                                    .toList(),
                    recommendations == null
                            ? null
                            : recommendations.stream()
                                    .map(line -> line.asDemand(calendar))
                                    .toList(),
                    attachments);
        }
    }

    /** UserTask_ConductVisit. */
    @Bean
    TaskListener visitConducted() {
        return task -> {
            var answer = answers.of(task, VisitAnswer.class);
            var postponed = answer.act() == VisitAct.POSTPONE;
            if (postponed) {
                if (answer.newDate() == null) {
                    throw FormRefused.at("newDate", "Chưa điền ngày kiểm tra mới.");
                }
                if (answer.reason() == null) {
                    throw FormRefused.at("reason", "Chưa điền lý do.");
                }
                rememberDates(
                        task, inspections.postpone(idIn(task), answer.newDate(), answer.reason(), task.getAssignee()));
            } else {
                inspections.conduct(idIn(task), answer.asRecord(calendar), task.getAssignee());
            }
            task.setVariable(InspectionVisitProcess.POSTPONED, postponed);
        };
    }

    record MinutesAnswer(@NotNull Boolean agreed, @Size(max = 4000) String reservation) {}

    /** UserTask_ConfirmMinutes. */
    @Bean
    TaskListener minutesConfirmed() {
        return task -> {
            var answer = answers.of(task, MinutesAnswer.class);
            if (!answer.agreed() && answer.reservation() == null) {
                throw FormRefused.at("reservation", "Chưa điền ý kiến bảo lưu.");
            }
            var recommended = inspections.confirmMinutes(
                    idIn(task), answer.agreed() ? null : answer.reservation(), task.getAssignee());
            task.setVariable(InspectionVisitProcess.HAS_RECOMMENDATIONS, recommended);
        };
    }

    /** ServiceTask_OpenRecommendations. */
    @Bean
    JavaDelegate openRecommendations() {
        return execution -> inspections.openRecommendations(idIn(execution));
    }

    record ConclusionAnswer(@NotNull(message = "Chưa điền kết luận.") @Size(max = 4000) String conclusion) {}

    /** UserTask_CloseVisit. */
    @Bean
    TaskListener inspectionVisitClosed() {
        return task -> inspections.close(
                idIn(task), answers.of(task, ConclusionAnswer.class).conclusion(), task.getAssignee());
    }

    private static void rememberDates(VariableScope scope, InspectionVisit visit) {
        scope.setVariable(
                InspectionVisitProcess.VISIT_AT,
                Date.from(visit.visitDate().atStartOfDay(VietnamTime.ZONE).toInstant()));
        scope.setVariable(InspectionVisitProcess.VISIT_DAY, VietnamTime.dueDateOf(visit.visitDate()));
        scope.setVariable(
                InspectionVisitProcess.SELF_REPORT_DUE,
                VietnamTime.dueDateOf(visit.selfReportDue().orElse(null)));
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(InspectionVisitProcess.VISIT));
    }
}
