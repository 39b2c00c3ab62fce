package vn.trienkhai.notification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

    record MendedAnswer(@NotNull(message = "Chưa ghi đã làm gì.") @Size(max = 4000) String note) {}

    /** UserTask_MendDelivery: what waits is tried again at once. */
    @Bean
    TaskListener deliveryMended() {
        return task -> {
            var answer = answers.of(task, MendedAnswer.class);
            task.getExecution().setVariable(DeliveryTroubleProcess.NOTE, answer.note());
            process.resolveIncidents(task.getProcessInstanceId());
            outbox.tryAgainNow();
        };
    }
}
