package vn.trienkhai.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that unit-succession.bpmn names, and the answers of its forms. */
@Configuration
class UnitSuccessionDelegates {

    private final Reorganisations reorganisations;
    private final UnitSuccessionProcess process;
    private final Answers answers;

    UnitSuccessionDelegates(Reorganisations reorganisations, UnitSuccessionProcess process, Answers answers) {
        this.reorganisations = reorganisations;
        this.process = process;
        this.answers = answers;
    }

    record NewUnitAnswer(
            @NotNull(message = "Chưa điền tên đầy đủ của đơn vị mới.") @Size(max = 255) String name,
            @NotNull(message = "Chưa điền tên gọn của đơn vị mới.") @Size(max = 100) String shortName,
            @NotNull(message = "Chưa chọn loại đơn vị.") UnitKind kind,
            @Pattern(regexp = "[\\p{L}\\p{N}]{1,20}", message = "Mong đợi chữ và số viết liền, nhiều nhất 20 ký tự.") String symbol,
            @NotNull(message = "Chưa điền chức danh người đứng đầu.") @Size(max = 200) String headTitle) {

        NewUnit asUnit() {
            return new NewUnit(name, shortName, kind, symbol, headTitle);
        }
    }

    /** @param successor id of an existing unit; null if there is none, or a new one @param newUnit null unless one is made */
    record ReorganisationAnswer(
            @NotNull(message = "Chưa chọn hình thức sắp xếp.") ReorganisationKind kind,
            @NotEmpty(message = "Chưa chọn đơn vị kết thúc.") List<@NotNull String> units,
            String successor,
            @Valid NewUnitAnswer newUnit,
            @NotNull(message = "Chưa điền số, ký hiệu văn bản.") @Size(max = 100) String basisNumber,
            @NotNull(message = "Chưa điền ngày văn bản.") LocalDate basisDate,
            @NotNull(message = "Chưa điền cơ quan ban hành.") @Size(max = 255) String basisAgency,
            @NotNull(message = "Chưa điền ngày hiệu lực.") LocalDate effectiveOn) {

        ReorganisationOrder asOrder() {
            return new ReorganisationOrder(
                    kind,
                    units,
                    successor,
                    newUnit == null ? null : newUnit.asUnit(),
                    basisNumber,
                    basisDate,
                    basisAgency,
                    effectiveOn);
        }
    }

    /** StartEvent_ReorganisationDecided. Nothing changes yet. */
    @Bean
    ExecutionListener reorganisationEntered() {
        return execution -> {
            var entered = reorganisations.enter(
                    answers.of(execution, ReorganisationAnswer.class).asOrder(),
                    (String) execution.getVariable(UnitSuccessionProcess.INITIATOR));
            execution.setProcessBusinessKey(entered.id().toString());
            execution.setVariable(
                    UnitSuccessionProcess.REORGANISATION, entered.id().toString());
            execution.setVariable(UnitSuccessionProcess.SUBJECT, reorganisations.subjectOf(entered));
            execution.setVariable(
                    UnitSuccessionProcess.EFFECTIVE_AT,
                    UnitSuccessionProcess.startOf(entered.order().effectiveOn()));
        };
    }

    record DryRunAnswer(@NotNull(message = "Chưa chọn trình hay bỏ.") Boolean submitted) {}

    /** UserTask_ReviewDryRun. */
    @Bean
    TaskListener dryRunReviewed() {
        return task -> {
            var submitted = answers.of(task, DryRunAnswer.class).submitted();
            if (!submitted) {
                reorganisations.drop(idIn(task), task.getAssignee());
            }
            task.setVariable(UnitSuccessionProcess.SUBMITTED, submitted);
            task.setVariable(UnitSuccessionProcess.DECIDERS, String.join(",", reorganisations.deciders()));
        };
    }

    record ReorganisationConfirmation(
            @NotNull(message = "Chưa chọn quyết định.") Boolean confirmed, @Size(max = 2000) String reason) {}

    /** UserTask_ConfirmReorganisation. */
    @Bean
    TaskListener reorganisationDecided() {
        return task -> {
            var answer = answers.of(task, ReorganisationConfirmation.class);
            if (answer.confirmed()) {
                reorganisations.confirm(idIn(task), task.getAssignee());
                task.setVariable(UnitSuccessionProcess.DUE, reorganisations.isDue(reorganisations.get(idIn(task))));
            } else {
                if (answer.reason() == null) {
                    throw FormRefused.at("reason", "Chưa điền lý do trả lại.");
                }
                reorganisations.sendBack(idIn(task), answer.reason(), task.getAssignee());
            }
            task.setVariable(UnitSuccessionProcess.CONFIRMED, answer.confirmed());
            task.setVariable(UnitSuccessionProcess.RETURNED_WHY, answer.confirmed() ? null : answer.reason());
            task.setVariable(UnitSuccessionProcess.RETURNED_BY, task.getAssignee());
        };
    }

    record CallOffAnswer(@NotNull(message = "Chưa điền lý do hủy.") @Size(max = 2000) String reason) {}

    /** UserTask_CallOffReorganisation. */
    @Bean
    TaskListener reorganisationCalledOff() {
        return task -> reorganisations.callOff(
                idIn(task), answers.of(task, CallOffAnswer.class).reason(), task.getAssignee());
    }

    /** ServiceTask_CarryOutReorganisation: all of it in one transaction, or back to who entered it with what blocks. */
    @Bean
    JavaDelegate carryOutReorganisation() {
        return execution -> {
            var id = idIn(execution);
            var blocked = reorganisations.whatBlocks(id);
            if (blocked.isPresent()) {
                execution.setVariable(
                        UnitSuccessionProcess.RETURNED_WHY, "Đến ngày hiệu lực còn vướng: " + blocked.get());
                execution.setVariable(UnitSuccessionProcess.RETURNED_BY, null);
                throw new BpmnError(UnitSuccessionProcess.BLOCKED);
            }
            var own = execution.getProcessInstanceId();
            process.beforeTheCommit(() -> reorganisations.carryOut(id, own));
        };
    }

    private static UUID idIn(VariableScope scope) {
        return UUID.fromString((String) scope.getVariable(UnitSuccessionProcess.REORGANISATION));
    }
}
