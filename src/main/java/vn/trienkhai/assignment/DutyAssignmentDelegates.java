package vn.trienkhai.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.Measure;

/** Every bean that duty-assignment.bpmn names, and the answer of each of its user tasks. */
@Configuration
class DutyAssignmentDelegates {

    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final Answers answers;

    DutyAssignmentDelegates(Assignments assignments, EvidenceBook evidence, Answers answers) {
        this.assignments = assignments;
        this.evidence = evidence;
        this.answers = answers;
    }

    record ReceiptAnswer(@NotNull Boolean accepted, @Size(max = 4000) String reason) {}

    /** UserTask_ConfirmReceipt. A refusal says why, and the assigner reads it. */
    @Bean
    TaskListener receiptConfirmed() {
        return task -> {
            var answer = answers.of(task, ReceiptAnswer.class);
            if (answer.accepted()) {
                assignments.confirmReceipt(idIn(task), task.getAssignee());
            } else {
                assignments.refuse(idIn(task), reasonOf(answer.reason()), task.getAssignee());
            }
            task.setVariable(DutyAssignmentProcess.RECEIPT_ACCEPTED, answer.accepted());
        };
    }

    enum RefusalDecision {
        INSIST,
        TRANSFER,
        WITHDRAW
    }

    record RefusalAnswer(@NotNull RefusalDecision decision, String unit, @Size(max = 4000) String reason) {}

    /** UserTask_DecideRefusal. */
    @Bean
    TaskListener refusalDecided() {
        return task -> {
            var answer = answers.of(task, RefusalAnswer.class);
            var why = reasonOf(answer.reason());
            switch (answer.decision()) {
                case INSIST -> assignments.insist(idIn(task), why, task.getAssignee());
                case WITHDRAW -> assignments.withdrawRefused(idIn(task), why, task.getAssignee());
                case TRANSFER -> {
                    if (answer.unit() == null) {
                        throw FormRefused.at("unit", "Hãy chọn đơn vị nhận việc.");
                    }
                    assignments.transfer(idIn(task), answer.unit(), why, task.getAssignee());
                }
            }
            task.setVariable(
                    DutyAssignmentProcess.REFUSAL_DECISION, answer.decision().name());
        };
    }

    record HandOutAnswer(@NotEmpty List<String> officers, @Size(max = 4000) String note) {}

    /** UserTask_HandOut (Kế hoạch 269, mục III.4: "chỉ đạo cán bộ văn hóa, cán bộ truyền thanh"). */
    @Bean
    TaskListener workHandedOut() {
        return task -> {
            var answer = answers.of(task, HandOutAnswer.class);
            assignments.handOut(idIn(task), answer.officers(), answer.note(), task.getAssignee());
            task.setVariable(DutyAssignmentProcess.OFFICERS, String.join(",", answer.officers()));
        };
    }

    /** One thing that was done, where no dissemination process recorded it. */
    record DoneAnswer(
            LocalDate from,
            LocalDate to,
            @Size(max = 500) String place,
            @Size(max = 2000) String link,
            @Size(max = 4000) String note,
            Map<Measure, Long> measures,
            Set<UUID> attachments) {}

    record ResultAnswer(
            @NotNull(message = "Chưa điền kết quả thực hiện.") @Size(max = 20000) String result,
            List<@Valid DoneAnswer> done) {}

    /** UserTask_SubmitResult. */
    @Bean
    TaskListener resultSubmitted() {
        return task -> {
            var answer = answers.of(task, ResultAnswer.class);
            var assignment = assignments.get(idIn(task));
            for (var done : answer.done() == null ? List.<DoneAnswer>of() : answer.done()) {
                evidence.record(
                        new EvidenceEntry(
                                assignment.planId(),
                                assignment.unit(),
                                assignment.dutyCode().orElse(null),
                                assignment.id(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                done.from(),
                                done.to(),
                                done.place(),
                                done.link(),
                                done.note(),
                                done.measures(),
                                done.attachments()),
                        task.getAssignee());
            }
            assignments.submitResult(assignment.id(), answer.result(), task.getAssignee());
        };
    }

    record ReviewAnswer(@NotNull Boolean accepted, @Size(max = 4000) String reason) {}

    /** UserTask_ReviewResult. */
    @Bean
    TaskListener resultReviewed() {
        return task -> {
            var answer = answers.of(task, ReviewAnswer.class);
            if (answer.accepted()) {
                assignments.accept(idIn(task), answer.reason(), task.getAssignee());
            } else {
                assignments.requestRedo(idIn(task), reasonOf(answer.reason()), task.getAssignee());
            }
            task.setVariable(DutyAssignmentProcess.RESULT_ACCEPTED, answer.accepted());
        };
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(DutyAssignmentProcess.ASSIGNMENT));
    }

    private static String reasonOf(String reason) {
        if (reason == null) {
            throw FormRefused.at("reason", "Chưa điền lý do.");
        }
        return reason;
    }
}
