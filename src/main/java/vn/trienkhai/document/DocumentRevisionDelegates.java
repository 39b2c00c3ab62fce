package vn.trienkhai.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;

/** Every bean that document-revision.bpmn names, and the answer of each of its forms. */
@Configuration
class DocumentRevisionDelegates {

    private final DocumentRegister register;
    private final DocumentRoles roles;
    private final Answers answers;

    DocumentRevisionDelegates(DocumentRegister register, DocumentRoles roles, Answers answers) {
        this.register = register;
        this.roles = roles;
        this.answers = answers;
    }

    /** @param byDocument what replaces or corrects it; of a recall, what announces it, if anything does */
    record RevisionAnswer(
            @NotNull UUID document,
            @NotNull AmendmentKind kind,
            UUID byDocument,
            @NotNull @Size(max = 4000) String reason) {}

    /** StartEvent_RevisionAsked. */
    @Bean
    ExecutionListener revisionAsked() {
        return execution -> {
            var answer = answers.of(execution, RevisionAnswer.class);
            var by = (String) execution.getVariable(DocumentIssueProcess.INITIATOR);
            register.requireMayAskToAmend(answer.document(), answer.kind(), answer.byDocument(), by);
            var document = register.get(answer.document());
            execution.setProcessBusinessKey(UUID.randomUUID().toString());
            execution.setVariable(DocumentIssueProcess.DOCUMENT, document.id().toString());
            execution.setVariable(
                    DocumentIssueProcess.SUBJECT,
                    "%s %s"
                            .formatted(
                                    answer.kind().label().toLowerCase(),
                                    document.number().orElseThrow()));
            execution.setVariable(DocumentRevisionProcess.KIND, answer.kind().name());
            execution.setVariable(
                    DocumentRevisionProcess.BY_DOCUMENT,
                    answer.byDocument() == null ? null : answer.byDocument().toString());
            execution.setVariable(DocumentRevisionProcess.REASON, answer.reason());
            execution.setVariable(
                    DocumentRevisionProcess.SIGNERS, String.join(",", roles.leadGroupsOf(document.issuer())));
        };
    }

    record DecisionAnswer(@NotNull Boolean agreed) {}

    /** UserTask_DecideRevision. */
    @Bean
    TaskListener revisionDecided() {
        return task -> {
            var answer = answers.of(task, DecisionAnswer.class);
            var document = idIn(task, DocumentIssueProcess.DOCUMENT);
            var askedBy = (String) task.getVariable(DocumentIssueProcess.INITIATOR);
            if (answer.agreed()) {
                register.amend(
                        document,
                        AmendmentKind.valueOf((String) task.getVariable(DocumentRevisionProcess.KIND)),
                        idIn(task, DocumentRevisionProcess.BY_DOCUMENT),
                        (String) task.getVariable(DocumentRevisionProcess.REASON),
                        askedBy,
                        task.getAssignee());
            }
            task.setVariable(DocumentRevisionProcess.AGREED, answer.agreed());
        };
    }

    private static UUID idIn(VariableScope scope, String name) {
        var id = (String) scope.getVariable(name);
        return id == null ? null : UUID.fromString(id);
    }
}
