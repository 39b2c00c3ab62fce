package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Work that is open when a new version comes out: for each step of each model in which an instance can wait, one is parked there
 * in the present version and taken over into the next. It waits at the same step, with the same task, the same variables and the
 * same timers, and its form is the new version's. How such work comes to its end tells {@code QuarterWithUpgradesTests},
 * and, with {@code -Dtest='*ProcessTests' -Dupgrade.everywhere=true}, every test of a process: work is taken over before each
 * step that somebody completes.
 */
@DirtiesContext
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1")
class UpgradeTests extends ProcessTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT_OR_MEMBER = Pattern.compile("'[^']*'|&#39;.*?&#39;|&apos;.*?&apos;|\\.\\w+");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]\\w*");
    private static final Set<String> WORDS =
            Set.of("null", "true", "false", "empty", "not", "and", "or", "execution", "task");

    @Autowired
    NextVersion nextVersion;

    @Autowired
    ApplicationContext beans;

    record WaitState(String process, String step) {

        @Override
        public String toString() {
            return process + " " + step;
        }
    }

    static Stream<WaitState> waitStates() throws IOException {
        var all = new ArrayList<WaitState>();
        for (var model : models()) {
            var process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            Stream.of(UserTask.class, ReceiveTask.class, IntermediateCatchEvent.class, EventBasedGateway.class)
                    .flatMap(type -> model.getModelElementsByType(type).stream())
                    .filter(step -> !waitsAtItsGateway(step))
                    .map(step -> new WaitState(process, step.getId()))
                    .forEach(all::add);
            model.getModelElementsByType(ServiceTask.class).stream()
                    .filter(ServiceTask::isCamundaAsyncBefore)
                    .map(step -> new WaitState(process, step.getId()))
                    .forEach(all::add);
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void takesOverWhatWaits(WaitState waiting) {
        var runtime = engine.getRuntimeService();
        var present = nextVersion.present(waiting.process());
        var next = nextVersion.next(waiting.process());
        var parked = runtime.createProcessInstanceById(present.getId())
                .businessKey("upgrade")
                .setVariables(variablesOf(present.getId()))
                .startBeforeActivity(waiting.step())
                .execute(true, true);
        var tasks = tasksOf(parked.getId());
        var before = snapshot(parked.getId());
        var jobs = jobsOf(parked.getId());

        nextVersion.takeOver(runtime.createProcessInstanceQuery()
                .processInstanceId(parked.getId())
                .singleResult());

        var after = runtime.createProcessInstanceQuery()
                .processInstanceId(parked.getId())
                .singleResult();
        assertThat(after.getProcessDefinitionId()).isEqualTo(next.getId());
        assertThat(runtime.getActiveActivityIds(parked.getId())).containsExactly(waiting.step());
        assertThat(tasksOf(parked.getId()))
                .extracting(Task::getId)
                .isEqualTo(tasks.stream().map(Task::getId).toList());
        assertThat(snapshot(parked.getId())).isEqualTo(before);
        assertThat(jobsOf(parked.getId())).isEqualTo(jobs);
        for (var task : tasksOf(parked.getId())) {
            assertThat(engine.getFormService().getDeployedTaskForm(task.getId()))
                    .as("its form")
                    .isNotNull();
        }
        runtime.deleteProcessInstance(parked.getId(), "end of the test", true);
    }

    /** What calls another process waits too, and cannot be parked without it; it is mapped like every other step. */
    @Test
    void leavesNoModelAndNoStepOut() throws IOException {
        assertThat(models()).hasSizeGreaterThan(25);
        assertThat(waitStates().map(WaitState::process).distinct().count())
                .as("models in which somebody waits")
                .isGreaterThanOrEqualTo(20);
        for (var model : models()) {
            var id = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            var plan = engine.getRuntimeService()
                    .createMigrationPlan(
                            nextVersion.present(id).getId(),
                            nextVersion.next(id).getId())
                    .mapEqualActivities()
                    .build();
            assertThat(plan.getInstructions())
                    .extracting(MigrationInstruction::getSourceActivityId)
                    .containsAll(Stream.concat(
                                    waitStates()
                                            .filter(waiting -> waiting.process().equals(id))
                                            .map(WaitState::step),
                                    model.getModelElementsByType(CallActivity.class).stream()
                                            .map(CallActivity::getId))
                            .toList());
        }
    }

    /** Old versions stay deployed: their work may end in them. */
    @Test
    void keepsReleasedVersionsDeployed() {
        var key = "duty-assignment";

        assertThat(nextVersion.next(key).getVersion())
                .isEqualTo(nextVersion.present(key).getVersion() + 1);
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count())
                .isEqualTo(2);
    }

    private static boolean waitsAtItsGateway(FlowNode step) {
        return step.getPreviousNodes().list().stream().anyMatch(EventBasedGateway.class::isInstance);
    }

    private static List<BpmnModelInstance> models() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
        }
    }

    /** Something for each variable that the model names: a day for dates, one element for lists, a word else. */
    private Map<String, Object> variablesOf(String definition) {
        var model = engine.getRepositoryService().getBpmnModelInstance(definition);
        var text = Bpmn.convertToString(model);
        var variables = new HashMap<String, Object>();
        EXPRESSION.matcher(text).results().map(found -> found.group(1)).forEach(expression -> NAME.matcher(
                        TEXT_OR_MEMBER.matcher(expression).replaceAll(""))
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name) && !beans.containsBean(name))
                .forEach(name -> variables.put(name, isDate(name, text) ? new Date(4_102_444_800_000L) : "x")));
        for (var scope : model.getModelElementsByType(SubProcess.class)) {
            addCollection(scope, variables);
        }
        for (var task : model.getModelElementsByType(UserTask.class)) {
            addCollection(task, variables);
        }
        return variables;
    }

    private static void addCollection(Activity activity, Map<String, Object> variables) {
        if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many) {
            variables.put(many.getCamundaCollection().replaceAll("[${}]", ""), new ArrayList<>(List.of("x")));
            variables.put(many.getCamundaElementVariable(), "x");
        }
    }

    private static boolean isDate(String name, String text) {
        return Pattern.compile("(dueDate=\"|followUpDate=\"|timeDate[^>]*>)\\s*\\$\\{[^}]*\\b" + name + "\\b")
                .matcher(text)
                .find();
    }

    private List<Task> tasksOf(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .list();
    }

    private Map<String, Object> snapshot(String instance) {
        return new HashMap<>(engine.getRuntimeService().getVariables(instance));
    }

    private List<String> jobsOf(String instance) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream()
                .map(job -> job.getId() + " " + job.getDuedate())
                .sorted()
                .toList();
    }
}
