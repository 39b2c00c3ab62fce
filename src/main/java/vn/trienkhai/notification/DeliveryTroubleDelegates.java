package vn.trienkhai.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;

/** Every bean that delivery-trouble.bpmn names, and the answer of its task. */
@Configuration
class DeliveryTroubleDelegates {

    private final Answers answers;
    private final Outbox outbox;
    private final DeliveryTroubleProcess process;

    DeliveryTroubleDelegates(Answers answers, Outbox outbox, DeliveryTroubleProcess process) {
        this.answers = answers;
        this.outbox = outbox;
        this.process = process;
    }

    /** @param uncertain a decision for each mail that the form showed; null or empty if it showed none */
    record MendedAnswer(
            @NotNull(message = "Chưa ghi đã làm gì.") @Size(max = 4000) String note,
            List<@Valid @NotNull DoubtAnswer> uncertain) {}

    record DoubtAnswer(@NotNull UUID mail, @NotNull(message = "Chưa chọn có gửi lại thư này không.") Boolean again) {}

    /** UserTask_MendDelivery: what waits is tried again at once, and of what is in doubt what was chosen. */
    @Bean
    TaskListener deliveryMended() {
        return task -> {
            var answer = answers.of(task, MendedAnswer.class);
            task.getExecution().setVariable(DeliveryTroubleProcess.NOTE, answer.note());
            process.resolveIncidents(task.getProcessInstanceId());
            if (answer.uncertain() != null) {
                answer.uncertain().forEach(doubt -> outbox.settle(doubt.mail(), doubt.again()));
            }
            outbox.tryAgainNow();
        };
    }
}
