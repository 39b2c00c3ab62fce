package vn.trienkhai.content;

import static vn.trienkhai.content.UnitCampaignProcess.ASSIGNMENT;
import static vn.trienkhai.content.UnitCampaignProcess.CONTENT;
import static vn.trienkhai.content.UnitCampaignProcess.DUE;
import static vn.trienkhai.content.UnitCampaignProcess.LEADS;
import static vn.trienkhai.content.UnitCampaignProcess.OFFICERS;
import static vn.trienkhai.content.UnitCampaignProcess.SUBJECT;
import static vn.trienkhai.content.UnitCampaignProcess.UNIT;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.notification.Notice;
import vn.trienkhai.notification.NoticeKind;
import vn.trienkhai.notification.Notices;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.plan.Plans;

/** Every bean that content-production.bpmn names, and the answer of its start form and of each of its user tasks. */
@Configuration
class ContentProductionDelegates {

    private final Contents contents;
    private final ContentApprovers approvers;
    private final Assignments assignments;
    private final Organisation organisation;
    private final Plans plans;
    private final Notices notices;
    private final Answers answers;

    ContentProductionDelegates(
            Contents contents,
            ContentApprovers approvers,
            Assignments assignments,
            Organisation organisation,
            Plans plans,
            Notices notices,
            Answers answers) {
        this.contents = contents;
        this.approvers = approvers;
        this.assignments = assignments;
        this.organisation = organisation;
        this.plans = plans;
        this.notices = notices;
        this.answers = answers;
    }

    enum BeginAct {
        WRITE,
        REVISE
    }

    record BeginAnswer(@NotNull BeginAct act, String plan, UUID content) {}

    /** StartEvent_ContentBegun: called for an assignment, or started by hand by somebody for their own unit. */
    @Bean
    ExecutionListener productionBegun() {
        return execution -> {
            if (execution.getSuperExecution() == null) {
                beginByHand(execution);
            } else {
                beginFor(execution, assignments.get(assignmentIn(execution)).planId());
            }
            execution.setVariable(ContentProductionProcess.CONTENT_APPROVED, false);
        };
    }

    private void beginFor(DelegateExecution execution, String planId) {
        execution.setVariable(ContentProductionProcess.PLAN, planId);
        if (execution.getVariable(CONTENT) == null) {
            execution.setVariable(CONTENT, UUID.randomUUID().toString());
        } else {
            contents.takeUp(idIn(execution), unitIn(execution), assignmentIn(execution));
        }
    }

    private void beginByHand(DelegateExecution execution) {
        var answer = answers.of(execution, BeginAnswer.class);
        var person = personOf((String) execution.getVariable(ContentProductionProcess.INITIATOR));
        var unit = organisation.unit(person.unit());
        if (answer.act() == BeginAct.REVISE && answer.content() == null) {
            throw FormRefused.at("content", "Chưa chọn nội dung cần sửa.");
        }
        if (answer.act() == BeginAct.WRITE && answer.plan() == null) {
            throw FormRefused.at("plan", "Chưa chọn kế hoạch.");
        }
        var revised = answer.act() == BeginAct.REVISE ? contents.get(answer.content()) : null;
        execution.setVariable(ASSIGNMENT, null);
        execution.setVariable(UNIT, unit.id());
        execution.setVariable(LEADS, String.join(",", organisation.leadGroupsOf(unit.id())));
        execution.setVariable(OFFICERS, person.userId());
        execution.setVariable(DUE, null);
        execution.setVariable(CONTENT, revised == null ? null : revised.id().toString());
        execution.setVariable(
                SUBJECT,
                UnitCampaignProcess.subjectOf(revised == null ? "nội dung mới" : revised.title(), unit.shortName()));
        beginFor(execution, revised == null ? plans.plan(answer.plan()).id() : revised.planId());
        execution.setProcessBusinessKey((String) execution.getVariable(CONTENT));
    }

    enum DraftAct {
        HAND_IN,
        STOP
    }

    record DraftAnswer(
            @NotNull DraftAct act,
            @Size(max = 300) String title,
            String topic,
            List<String> subTopics,
            String formOfWork,
            List<String> audiences,
            List<String> channels,
            ContentScope scope,
            @Size(max = 20000) String text,
            Set<UUID> attachments,
            @Size(max = 4000) String reason) {

        ContentDraft draft() {
            return new ContentDraft(title, topic, subTopics, formOfWork, audiences, channels, scope, text, attachments);
        }
    }

    /** UserTask_DraftContent. */
    @Bean
    TaskListener contentDrafted() {
        return task -> {
            var answer = answers.of(task, DraftAnswer.class);
            switch (answer.act()) {
                case HAND_IN -> handIn(task, answer.draft());
                case STOP -> {
                    if (answer.reason() == null) {
                        throw FormRefused.at("reason", "Chưa điền lý do.");
                    }
                    contents.layDown(idIn(task));
                    task.setVariable(ContentProductionProcess.STOPPED_BECAUSE, answer.reason());
                }
            }
            task.setVariable(ContentProductionProcess.DRAFT_HANDED_IN, answer.act() == DraftAct.HAND_IN);
        };
    }

    private void handIn(DelegateTask task, ContentDraft draft) {
        var planId = (String) task.getVariable(ContentProductionProcess.PLAN);
        var unit = organisation.unit(unitIn(task));
        contents.write(idIn(task), planId, unit.id(), assignmentIn(task), draft, task.getAssignee());
        ApprovalRoute.of(draft, plans.definition(planId), unit).variables().forEach(task::setVariable);
        if (assignmentIn(task) == null) {
            task.setVariable(SUBJECT, UnitCampaignProcess.subjectOf(draft.title(), unit.shortName()));
        }
    }

    record ReviewAnswer(@NotNull Boolean passed, @Size(max = 4000) String remark) {}

    /** UserTask_CheckContent. */
    @Bean
    TaskListener contentChecked() {
        return task -> {
            var passed = reviewed(task, ReviewStep.CONTENT);
            var content = contents.get(idIn(task));
            task.setVariable(ContentProductionProcess.CONTENT_SOUND, passed);
            task.setVariable(
                    ContentProductionProcess.FORM_CHECKERS,
                    String.join(
                            ",",
                            approvers.formCheckersOf(content.unit(), List.of(content.latestBy(), task.getAssignee()))));
        };
    }

    /** UserTask_CheckForm. */
    @Bean
    TaskListener formChecked() {
        return task -> task.setVariable(ContentProductionProcess.FORM_SOUND, reviewed(task, ReviewStep.FORM));
    }

    /** BusinessRuleTask_FindApprover: turns what the table says into groups of people. */
    @Bean
    ExecutionListener approverFound() {
        return execution -> {
            var content = contents.get(idIn(execution));
            var approver = Approver.valueOf((String) execution.getVariable(ContentProductionProcess.APPROVER));
            execution.setVariable(
                    ContentProductionProcess.APPROVERS,
                    String.join(
                            ",", approvers.groupsOf(approver, content.planId(), content.unit(), content.latestBy())));
        };
    }

    /** UserTask_ApproveContent. */
    @Bean
    TaskListener contentDecided() {
        return task -> task.setVariable(ContentProductionProcess.CONTENT_APPROVED, reviewed(task, ReviewStep.APPROVAL));
    }

    private boolean reviewed(DelegateTask task, ReviewStep step) {
        var answer = answers.of(task, ReviewAnswer.class);
        contents.review(idIn(task), step, answer.passed(), answer.remark(), task.getAssignee());
        if (!answer.passed()) {
            tellDrafter(task, answer.remark());
        }
        return answer.passed();
    }

    private void tellDrafter(DelegateTask task, String remark) {
        var content = contents.get(idIn(task));
        notices.announce(new Notice(
                "content:%s:%s".formatted(content.id(), task.getId()),
                NoticeKind.RETURNED,
                Set.of(content.latestBy()),
                Set.of(),
                "Trả lại bản soạn: " + content.title(),
                "%s trả lại bản soạn: %s".formatted(organisation.nameOf(task.getAssignee()), remark),
                task.getExecution().getProcessBusinessKey()));
    }

    private Person personOf(String userId) {
        return organisation
                .person(userId)
                .orElseThrow(() -> FormRefused.because("Tài khoản “%s” không thuộc đơn vị nào.".formatted(userId)));
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(CONTENT));
    }

    private static UUID assignmentIn(VariableScope scope) {
        var id = (String) scope.getVariable(ASSIGNMENT);
        return id == null ? null : UUID.fromString(id);
    }

    private static String unitIn(VariableScope scope) {
        return (String) scope.getVariable(UNIT);
    }
}
