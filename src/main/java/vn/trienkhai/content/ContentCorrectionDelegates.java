package vn.trienkhai.content;

import static vn.trienkhai.content.ContentProductionProcess.INITIATOR;
import static vn.trienkhai.content.UnitCampaignProcess.CONTENT;
import static vn.trienkhai.content.UnitCampaignProcess.SUBJECT;
import static vn.trienkhai.content.UnitCampaignProcess.UNIT;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

/** Every bean that content-correction.bpmn names, and the answer of its start form and of each of its user tasks. */
@Configuration
class ContentCorrectionDelegates {

    private final Contents contents;
    private final ContentRuns runs;
    private final ContentApprovers approvers;
    private final Organisation organisation;
    private final Plans plans;
    private final Answers answers;

    ContentCorrectionDelegates(
            Contents contents,
            ContentRuns runs,
            ContentApprovers approvers,
            Organisation organisation,
            Plans plans,
            Answers answers) {
        this.contents = contents;
        this.runs = runs;
        this.approvers = approvers;
        this.organisation = organisation;
        this.plans = plans;
        this.answers = answers;
    }

    enum CorrectionAct {
        CORRECT("Đính chính"),
        WITHDRAW("Thu hồi");

        private final String label;

        CorrectionAct(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** @param stopUse the content itself is wrong: it must be approved anew before it goes out again */
    record RequestAnswer(
            @NotNull(message = "Chưa chọn nội dung.") UUID content,
            @NotEmpty(message = "Chưa chọn kênh nào.") List<UUID> runs,
            @NotNull CorrectionAct act,
            Boolean stopUse,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 2000) String reason) {}

    /** StartEvent_CorrectionRequested: somebody of the unit that brought it out. */
    @Bean
    ExecutionListener correctionRequested() {
        return execution -> {
            var answer = answers.of(execution, RequestAnswer.class);
            var userId = (String) execution.getVariable(INITIATOR);
            var unit = organisation
                    .person(userId)
                    .map(person -> organisation.unit(person.unit()))
                    .orElseThrow(() -> FormRefused.because("Tài khoản “%s” không thuộc đơn vị nào.".formatted(userId)));
            var chosen = new ArrayList<>(new LinkedHashSet<>(answer.runs()));
            runs.beginCorrection(chosen, answer.content(), unit.id());
            var content = contents.get(answer.content());
            var out = runs.get(chosen.get(0));
            var draft = contents.version(content.id(), out.contentVersion()).draft();
            ApprovalRoute.of(draft, plans.definition(content.planId()), organisation.unit(content.unit()))
                    .variables()
                    .forEach(execution::setVariable);
            execution.setVariable(CONTENT, content.id().toString());
            execution.setVariable(UNIT, unit.id());
            execution.setVariable(
                    ChannelDisseminationProcess.RUNS,
                    new ArrayList<>(chosen.stream().map(UUID::toString).toList()));
            execution.setVariable(
                    ContentCorrectionProcess.CORRECTION_ACT, answer.act().name());
            execution.setVariable(ContentCorrectionProcess.REASON, answer.reason());
            execution.setVariable(ContentCorrectionProcess.STOP_USE, Boolean.TRUE.equals(answer.stopUse()));
            execution.setVariable(
                    SUBJECT,
                    UnitCampaignProcess.subjectOf(answer.act().label() + ": " + draft.title(), unit.shortName()));
            execution.setProcessBusinessKey(content.id().toString());
        };
    }

    /** BusinessRuleTask_FindApprover: whoever signs this content decides on its correction. */
    @Bean
    ExecutionListener correctionApproverFound() {
        return execution -> {
            var content = contents.get(idIn(execution, CONTENT));
            var approver = Approver.valueOf((String) execution.getVariable(ContentProductionProcess.APPROVER));
            execution.setVariable(
                    ContentProductionProcess.APPROVERS,
                    String.join(",", approvers.groupsOf(approver, content.planId(), content.unit(), (String)
                            execution.getVariable(INITIATOR))));
        };
    }

    record DecisionAnswer(@NotNull Boolean accepted, @Size(max = 4000) String remark) {}

    /** UserTask_ApproveCorrection. */
    @Bean
    TaskListener correctionDecided() {
        return task -> {
            var answer = answers.of(task, DecisionAnswer.class);
            if (task.getAssignee().equals(task.getVariable(INITIATOR))) {
                throw FormRefused.because("Bạn là người đề nghị: người khác phải quyết định.");
            }
            if (!answer.accepted()) {
                if (answer.remark() == null) {
                    throw FormRefused.at("remark", "Chưa điền lý do không đồng ý.");
                }
                runs.refuseCorrection(runsIn(task));
            } else if (Boolean.TRUE.equals(task.getVariable(ContentCorrectionProcess.STOP_USE))) {
                contents.review(
                        idIn(task, CONTENT),
                        ReviewStep.RECALL,
                        false,
                        (String) task.getVariable(ContentCorrectionProcess.REASON),
                        task.getAssignee());
            }
            task.setVariable(ContentCorrectionProcess.CORRECTION_ACCEPTED, answer.accepted());
        };
    }

    /** UserTask_CorrectOnChannel: names each task after its channel. */
    @Bean
    ExecutionListener correctionOnChannelBegun() {
        return execution -> {
            var run = runs.get(idIn(execution, ChannelDisseminationProcess.RUN));
            var channel = plans.definition(run.planId()).channel(run.channel()).name();
            execution.setVariableLocal(
                    SUBJECT,
                    UnitCampaignProcess.subjectOf(
                            actIn(execution).label() + ": " + channel,
                            organisation.unit(run.unit()).shortName()));
        };
    }

    /** @param from when it was corrected or taken down */
    record CorrectedAnswer(
            LocalDate from,
            @Size(max = 500) String place,
            @Size(max = 2000) String link,
            @Size(max = 2000) String note,
            Map<Measure, Long> measures,
            Set<UUID> attachments) {

        RunResult result() {
            return new RunResult(from, from, place, link, note, measures, List.of(), attachments);
        }
    }

    /** UserTask_CorrectOnChannel. */
    @Bean
    TaskListener channelCorrected() {
        return task -> {
            var answer = answers.of(task, CorrectedAnswer.class);
            var id = idIn(task, ChannelDisseminationProcess.RUN);
            var why = (String) task.getVariable(ContentCorrectionProcess.REASON);
            switch (actIn(task)) {
                case CORRECT -> runs.correct(id, answer.result(), why, task.getAssignee());
                case WITHDRAW -> runs.withdraw(id, answer.result(), why, task.getAssignee());
            }
        };
    }

    private static CorrectionAct actIn(VariableScope scope) {
        return CorrectionAct.valueOf((String) scope.getVariable(ContentCorrectionProcess.CORRECTION_ACT));
    }

    private static List<UUID> runsIn(VariableScope scope) {
        return ((List<?>) scope.getVariable(ChannelDisseminationProcess.RUNS))
                .stream().map(id -> UUID.fromString((String) id)).toList();
    }

    private static UUID idIn(VariableScope scope, String name) {
        return UUID.fromString((String) scope.getVariable(name));
    }
}
