package vn.trienkhai.document;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that document-template.bpmn names, and the answer of its form. */
@Configuration
class DocumentTemplateDelegates {

    private static final String TEMPLATE = "template";
    private static final String FILE = "file";
    private static final String REASON = "reason";
    private static final String SUBJECT = "subject";
    private static final String INITIATOR = "initiator";

    private final Templates templates;
    private final Answers answers;

    DocumentTemplateDelegates(Templates templates, Answers answers) {
        this.templates = templates;
        this.answers = answers;
    }

    record TemplateAnswer(
            @NotNull(message = "Chưa chọn mẫu.") String template,
            Set<UUID> attachments,
            @NotNull(message = "Chưa điền lý do.") @Size(max = 1000) String reason) {}

    /** StartEvent_TemplateChanged. */
    @Bean
    ExecutionListener documentTemplateChosen() {
        return execution -> {
            var answer = answers.of(execution, TemplateAnswer.class);
            var template = Template.named(answer.template())
                    .orElseThrow(() -> FormRefused.at("template", "Không có mẫu này."));
            if (answer.attachments() == null || answer.attachments().size() != 1) {
                throw FormRefused.at("attachments", "Mong đợi đúng một tệp Word.");
            }
            execution.setVariable(TEMPLATE, template.fileName());
            execution.setVariable(FILE, answer.attachments().iterator().next().toString());
            execution.setVariable(REASON, answer.reason());
            execution.setVariable(SUBJECT, "mẫu “%s”".formatted(template.label()));
        };
    }

    /** ServiceTask_EnterTemplate: in the same transaction, so that a refused file is shown in the form at once. */
    @Bean
    JavaDelegate enterDocumentTemplate() {
        return execution -> templates.enter(
                Template.named((String) execution.getVariable(TEMPLATE)).orElseThrow(),
                UUID.fromString((String) execution.getVariable(FILE)),
                (String) execution.getVariable(REASON),
                (String) execution.getVariable(INITIATOR));
    }
}
