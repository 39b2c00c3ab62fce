package vn.trienkhai.content;

import static vn.trienkhai.content.UnitCampaignProcess.ASSIGNMENT;
import static vn.trienkhai.content.UnitCampaignProcess.CONTENT;
import static vn.trienkhai.content.UnitCampaignProcess.SUBJECT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;

/** Every bean that channel-dissemination.bpmn names, and the answer of each of its user tasks. */
@Configuration
class ChannelDisseminationDelegates {

    private final ContentRuns runs;
    private final Organisation organisation;
    private final Plans plans;
    private final Answers answers;

    ChannelDisseminationDelegates(ContentRuns runs, Organisation organisation, Plans plans, Answers answers) {
        this.runs = runs;
        this.organisation = organisation;
        this.plans = plans;
        this.answers = answers;
    }

    /** @param substituteFor the duty's channel that does not exist at the unit, if this one stands for it */
    record RunAnswer(
            @NotNull(message = "Chưa chọn kênh.") String channel,
            LocalDate from,
            LocalDate to,
            @Size(max = 500) String place,
            String substituteFor,
            @Size(max = 1000) String substituteWhy) {

        RunPlan plan() {
            return new RunPlan(channel, from, to, place, substituteFor, substituteWhy);
        }
    }

    record ChannelsAnswer(List<@Valid RunAnswer> runs) {}

    /** UserTask_ChooseChannels. */
    @Bean
    TaskListener channelsChosen() {
        return task -> {
            var answer = answers.of(task, ChannelsAnswer.class);
            var chosen = answer.runs() == null
                    ? List.<RunPlan>of()
                    : answer.runs().stream().map(RunAnswer::plan).toList();
            var planned = runs.choose(idIn(task, ASSIGNMENT), idIn(task, CONTENT), chosen);
            task.setVariable(
                    ChannelDisseminationProcess.RUNS,
                    new ArrayList<>(
                            planned.stream().map(run -> run.id().toString()).toList()));
        };
    }

    /** SubProcess_RunOnChannel: names each round after its channel. */
    @Bean
    ExecutionListener runBegun() {
        return execution -> execution.setVariableLocal(
                SUBJECT, subjectOf(runs.get(idIn(execution, ChannelDisseminationProcess.RUN))));
    }

    enum RunOutcome {
        DONE,
        SUBSTITUTE,
        NOT_DONE
    }

    record RunReportAnswer(
            @NotNull RunOutcome outcome,
            LocalDate from,
            LocalDate to,
            @Size(max = 500) String place,
            @Size(max = 2000) String link,
            @Size(max = 2000) String note,
            Map<Measure, Long> measures,
            List<String> audiences,
            Set<UUID> attachments,
            String substitute,
            @Size(max = 1000) String reason) {

        RunResult result() {
            return new RunResult(from, to, place, link, note, measures, audiences, attachments);
        }
    }

    /** UserTask_DisseminateOnChannel. */
    @Bean
    TaskListener runReported() {
        return task -> {
            var answer = answers.of(task, RunReportAnswer.class);
            var id = idIn(task, ChannelDisseminationProcess.RUN);
            if (answer.outcome() != RunOutcome.DONE && answer.reason() == null) {
                throw FormRefused.at("reason", "Chưa điền lý do.");
            }
            switch (answer.outcome()) {
                case DONE -> runs.carryOut(id, answer.result(), task.getAssignee());
                case NOT_DONE -> runs.notCarriedOut(id, answer.reason(), task.getAssignee());
                case SUBSTITUTE -> {
                    var other = runs.substitute(id, answer.substitute(), answer.reason(), task.getAssignee());
                    task.setVariable(ChannelDisseminationProcess.RUN, other.id().toString());
                    task.setVariable(SUBJECT, subjectOf(other));
                }
            }
            task.getExecution()
                    .setVariableLocal(
                            ChannelDisseminationProcess.RUN_OUTCOME,
                            answer.outcome().name());
        };
    }

    private String subjectOf(ChannelRun run) {
        var channel = plans.definition(run.planId()).channel(run.channel());
        var unit = organisation.unit(run.unit()).shortName();
        return UnitCampaignProcess.subjectOf(
                run.dutyCode().map(code -> code + " – ").orElse("") + channel.name(), unit);
    }

    private static UUID idIn(VariableScope scope, String name) {
        return UUID.fromString((String) scope.getVariable(name));
    }
}
