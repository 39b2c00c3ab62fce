package vn.trienkhai.reporting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.plan.Measure;

/** Every bean that report-contribution.bpmn names, and the answer of its user task. */
@Configuration
class ReportContributionDelegates {

    static final String ASSIGNMENT = "assignment";

    private final Contributions contributions;
    private final Answers answers;

    ReportContributionDelegates(Contributions contributions, Answers answers) {
        this.contributions = contributions;
        this.answers = answers;
    }

    record AdjustmentAnswer(
            String channel,
            @NotNull Measure measure,
            @NotNull Long delta,
            @NotNull(message = "Chưa điền lý do điều chỉnh.") @Size(max = 2000) String reason) {}

    record ContributionAnswer(
            @NotEmpty List<@Size(max = 20_000) String> bodies,
            List<@Valid AdjustmentAnswer> adjustments,
            Set<UUID> attachments) {}

    /** UserTask_WriteContribution. */
    @Bean
    TaskListener contributionWritten() {
        return task -> {
            var answer = answers.of(task, ContributionAnswer.class);
            var adjustments = answer.adjustments() == null ? List.<AdjustmentAnswer>of() : answer.adjustments();
            contributions.write(
                    UUID.fromString((String) task.getVariable(ASSIGNMENT)),
                    answer.bodies(),
                    adjustments.stream()
                            .map(given ->
                                    new Adjustment(given.channel(), given.measure(), given.delta(), given.reason()))
                            .toList(),
                    answer.attachments() == null ? Set.of() : answer.attachments(),
                    task.getAssignee());
        };
    }
}
