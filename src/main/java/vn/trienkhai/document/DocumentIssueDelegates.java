package vn.trienkhai.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that document-issue.bpmn names, and the answer of its start form and of each of its user tasks. */
@Configuration
class DocumentIssueDelegates {

    private static final int LONGEST_SUBJECT = 200;

    private final DocumentRegister register;
    private final DocumentIssueProcess process;
    private final DocumentNotices notices;
    private final ObjectProvider<DocumentMaker> makers;
    private final Answers answers;

    DocumentIssueDelegates(
            DocumentRegister register,
            DocumentIssueProcess process,
            DocumentNotices notices,
            ObjectProvider<DocumentMaker> makers,
            Answers answers) {
        this.register = register;
        this.process = process;
        this.notices = notices;
        this.makers = makers;
        this.answers = answers;
    }

    record ChoiceAnswer(@NotNull String maker, @NotNull String subject) {}

    /** StartEvent_DocumentWanted: by hand a draft is made; called, there is one already. */
    @Bean
    ExecutionListener documentBegun() {
        return execution -> {
            if (execution.getSuperExecution() == null) {
                beginByHand(execution);
            } else {
                setIfMissing(execution, DocumentIssueProcess.DRAFTED, true);
                setIfMissing(execution, DocumentIssueProcess.REDRAFTED_BY_CALLER, false);
            }
            var document = register.get(idIn(execution));
            setIfMissing(execution, DocumentIssueProcess.SUBJECT, subjectOf(document));
            setIfMissing(execution, DocumentIssueProcess.DUE, null);
            execution.setVariable(DocumentIssueProcess.DOCUMENT_RETURNED, false);
            process.peopleFor(document).forEach(execution::setVariable);
        };
    }

    private void beginByHand(DelegateExecution execution) {
        var answer = answers.of(execution, ChoiceAnswer.class);
        var by = (String) execution.getVariable(DocumentIssueProcess.INITIATOR);
        var maker = makers.orderedStream()
                .filter(each -> each.kind().equals(answer.maker()))
                .findFirst()
                .orElseThrow(() -> FormRefused.at("maker", "Mong đợi một loại văn bản trong danh sách."));
        if (maker.subjectsFor(by).stream().noneMatch(choice -> choice.value().equals(answer.subject()))) {
            throw FormRefused.at("subject", "Mong đợi một mục trong danh sách lập được lúc này.");
        }
        var id = register.draft(maker.make(answer.subject(), by), by);
        execution.setVariable(DocumentIssueProcess.DOCUMENT, id.toString());
        execution.setVariable(DocumentIssueProcess.DRAFTED, false);
        execution.setVariable(DocumentIssueProcess.REDRAFTED_BY_CALLER, false);
        execution.setProcessBusinessKey(id.toString());
    }

    enum DraftAct {
        HAND_IN,
        STOP
    }

    /** @param attachments the file edited in Word, if it was edited; one @param what what was changed */
    record DraftAnswer(
            @NotNull DraftAct act,
            @Size(max = 1000) String title,
            @Size(max = 1) Set<UUID> attachments,
            @Size(max = 500) String what,
            @Size(max = 4000) String reason) {}

    /** UserTask_Draft. */
    @Bean
    TaskListener documentDrafted() {
        return task -> {
            var answer = answers.of(task, DraftAnswer.class);
            var id = idIn(task);
            switch (answer.act()) {
                case HAND_IN -> {
                    var edited = answer.attachments() == null
                            ? null
                            : answer.attachments().stream().findFirst().orElse(null);
                    register.handIn(id, edited, answer.what(), answer.title(), task.getAssignee());
                    var document = register.get(id);
                    process.peopleFor(document).forEach(task::setVariable);
                    task.setVariable(DocumentIssueProcess.SUBJECT, subjectOf(document));
                }
                case STOP -> register.abandon(id, answer.reason());
            }
            task.setVariable(DocumentIssueProcess.DRAFT_HANDED_IN, answer.act() == DraftAct.HAND_IN);
            task.setVariable(DocumentIssueProcess.DOCUMENT_RETURNED, false);
        };
    }

    record CheckAnswer(@NotNull Boolean passed, @Size(max = 4000) String remark) {}

    /** UserTask_CheckContent. */
    @Bean
    TaskListener documentContentChecked() {
        return task -> {
            var answer = answers.of(task, CheckAnswer.class);
            register.checkContent(idIn(task), answer.passed(), answer.remark(), task.getAssignee());
            decided(task, answer.passed(), answer.remark());
        };
    }

    /** UserTask_CheckForm. */
    @Bean
    TaskListener documentFormChecked() {
        return task -> {
            var answer = answers.of(task, CheckAnswer.class);
            register.checkForm(idIn(task), answer.passed(), answer.remark(), task.getAssignee());
            decided(task, answer.passed(), answer.remark());
        };
    }

    /** @param capacity asked only of a substitute */
    record SignAnswer(@NotNull Boolean passed, @Size(max = 4000) String remark, SigningCapacity capacity) {}

    /** UserTask_Sign. */
    @Bean
    TaskListener documentSigned() {
        return task -> {
            var answer = answers.of(task, SignAnswer.class);
            register.sign(idIn(task), answer.passed(), answer.remark(), answer.capacity(), task.getAssignee());
            decided(task, answer.passed(), answer.remark());
        };
    }

    enum NumberAct {
        HERE,
        OUTSIDE,
        RETURN
    }

    record NumberAnswer(
            @NotNull NumberAct act,
            LocalDate date,
            @Size(max = 100) String number,
            @Size(max = 20) Set<UUID> attachments,
            @Size(max = 4000) String remark) {}

    /** UserTask_NumberAndIssue. */
    @Bean
    TaskListener documentNumbered() {
        return task -> {
            var answer = answers.of(task, NumberAnswer.class);
            var id = idIn(task);
            var by = task.getAssignee();
            switch (answer.act()) {
                case HERE -> register.numberHere(id, answer.date(), by);
                case OUTSIDE -> register.numberOutside(id, answer.number(), answer.date(), answer.attachments(), by);
                case RETURN -> register.returnSigned(id, answer.remark(), by);
            }
            decided(task, answer.act() != NumberAct.RETURN, answer.remark());
            if (answer.act() != NumberAct.RETURN) {
                notices.issued(register.get(id), by);
            }
        };
    }

    private void decided(DelegateTask task, boolean passed, String remark) {
        task.setVariable(DocumentIssueProcess.DOCUMENT_RETURNED, !passed);
        if (!passed) {
            notices.returned(
                    register.get(idIn(task)),
                    task.getId(),
                    remark,
                    task.getAssignee(),
                    task.getExecution().getProcessBusinessKey());
        }
    }

    private static void setIfMissing(DelegateExecution execution, String name, Object value) {
        if (execution.getVariable(name) == null) {
            execution.setVariable(name, value);
        }
    }

    private static String subjectOf(Document document) {
        var subject = document.type().label() + " – " + document.title();
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(DocumentIssueProcess.DOCUMENT));
    }
}
