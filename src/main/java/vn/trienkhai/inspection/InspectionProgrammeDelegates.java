package vn.trienkhai.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.Plans;

/** Every bean that inspection-programme.bpmn names, and the answer of each of its forms. */
@Configuration
class InspectionProgrammeDelegates {

    static final String KEY = "inspection-programme";

    /** Id of the programme, as text; also the business key. */
    static final String PROGRAMME = "programme";

    /** The unit that inspects. */
    static final String ASSIGNER = "assigner";

    /** The unit that issued the plan and approves the programme. */
    static final String ISSUER = "issuer";

    static final String SUBJECT = "subject";
    static final String APPROVED = "approved";
    static final String RESUBMITTED = "resubmitted";

    /** Ids of the visits that start together. */
    static final String VISITS = "visits";

    private static final String INITIATOR = "initiator";

    private final Inspections inspections;
    private final Plans plans;
    private final Answers answers;

    InspectionProgrammeDelegates(Inspections inspections, Plans plans, Answers answers) {
        this.inspections = inspections;
        this.plans = plans;
        this.answers = answers;
    }

    record StopAnswer(String unit, LocalDate visitDate, List<String> inspectors) {

        InspectionProposal.Stop asStop() {
            return new InspectionProposal.Stop(unit, visitDate, inspectors);
        }
    }

    record ProgrammeAnswer(
            String plan,
            @Size(max = 120) String name,
            LocalDate periodFrom,
            LocalDate periodTo,
            @Size(max = 4000) String content,
            List<@Valid StopAnswer> visits) {

        InspectionProposal asProposal() {
            return new InspectionProposal(plan, name, periodFrom, periodTo, content, stopsOf(visits));
        }
    }

    private static List<InspectionProposal.Stop> stopsOf(List<StopAnswer> visits) {
        return visits == null
                ? List.of()
                : visits.stream().map(StopAnswer::asStop).toList();
    }

    /** StartEvent_ProgrammeProposed. */
    @Bean
    ExecutionListener inspectionProgrammeProposed() {
        return execution -> {
            var answer = answers.of(execution, ProgrammeAnswer.class);
            var programme = inspections.propose(answer.asProposal(), (String) execution.getVariable(INITIATOR));
            execution.setProcessBusinessKey(programme.id().toString());
            execution.setVariable(PROGRAMME, programme.id().toString());
            execution.setVariable(ASSIGNER, programme.leadAgency());
            execution.setVariable(ISSUER, plans.definition(programme.planId()).issuer());
            execution.setVariable(SUBJECT, programme.name());
        };
    }

    record DecisionAnswer(@NotNull Boolean approved, @Size(max = 4000) String reason) {}

    /** UserTask_ApproveInspectionProgramme. */
    @Bean
    TaskListener inspectionProgrammeDecided() {
        return task -> {
            var answer = answers.of(task, DecisionAnswer.class);
            if (answer.approved()) {
                var visits = inspections.approve(idIn(task), task.getAssignee());
                task.setVariable(
                        VISITS,
                        new ArrayList<>(visits.stream().map(UUID::toString).toList()));
            } else {
                inspections.sendBack(idIn(task), reasonOf(answer.reason()), task.getAssignee());
            }
            task.setVariable(APPROVED, answer.approved());
        };
    }

    enum Revision {
        RESUBMIT,
        GIVE_UP
    }

    record RevisionAnswer(
            @NotNull Revision act,
            @Size(max = 4000) String reason,
            @Size(max = 120) String name,
            LocalDate periodFrom,
            LocalDate periodTo,
            @Size(max = 4000) String content,
            List<@Valid StopAnswer> visits) {

        InspectionProposal asProposal(String plan) {
            return new InspectionProposal(plan, name, periodFrom, periodTo, content, stopsOf(visits));
        }
    }

    /** UserTask_ReviseInspectionProgramme. */
    @Bean
    TaskListener inspectionProgrammeRevised() {
        return task -> {
            var answer = answers.of(task, RevisionAnswer.class);
            if (answer.act() == Revision.RESUBMIT) {
                var plan = inspections.programme(idIn(task)).planId();
                var programme = inspections.revise(idIn(task), answer.asProposal(plan), task.getAssignee());
                task.setVariable(SUBJECT, programme.name());
            } else {
                inspections.abandon(idIn(task), reasonOf(answer.reason()), task.getAssignee());
            }
            task.setVariable(RESUBMITTED, answer.act() == Revision.RESUBMIT);
        };
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(PROGRAMME));
    }

    private static String reasonOf(String reason) {
        if (reason == null) {
            throw FormRefused.at("reason", "Chưa điền lý do.");
        }
        return reason;
    }
}
