package vn.trienkhai.content;

import static vn.trienkhai.content.UnitCampaignProcess.ASSIGNMENT;
import static vn.trienkhai.content.UnitCampaignProcess.CONTENT;
import static vn.trienkhai.content.UnitCampaignProcess.CONTENT_ACT;
import static vn.trienkhai.content.UnitCampaignProcess.UNIT;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that unit-campaign.bpmn names, and the answer of its user task. */
@Configuration
class UnitCampaignDelegates {

    private final Contents contents;
    private final Assignments assignments;
    private final Answers answers;

    UnitCampaignDelegates(Contents contents, Assignments assignments, Answers answers) {
        this.contents = contents;
        this.assignments = assignments;
        this.answers = answers;
    }

    enum ContentAct {
        WRITE,
        REVISE,
        USE
    }

    record ContentAnswer(@NotNull ContentAct act, UUID content) {}

    /** UserTask_ChooseContent. */
    @Bean
    TaskListener contentChosen() {
        return task -> {
            var answer = answers.of(task, ContentAnswer.class);
            var unit = (String) task.getVariable(UNIT);
            if (answer.act() != ContentAct.WRITE && answer.content() == null) {
                throw FormRefused.at("content", "Chưa chọn nội dung.");
            }
            switch (answer.act()) {
                case WRITE -> task.setVariable(CONTENT, null);
                case REVISE -> task.setVariable(CONTENT, answer.content().toString());
                case USE -> {
                    var assignment = assignments.get(UUID.fromString((String) task.getVariable(ASSIGNMENT)));
                    contents.requireUsable(answer.content(), unit, assignment.planId());
                    task.setVariable(CONTENT, answer.content().toString());
                }
            }
            task.setVariable(CONTENT_ACT, answer.act().name());
        };
    }
}
