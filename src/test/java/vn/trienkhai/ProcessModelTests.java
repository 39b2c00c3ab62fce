package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Reads every model as the house style asks: ids, labels, forms, beans, default flows, drawing. */
class ProcessModelTests extends ProcessTest {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z]+_[A-Z][A-Za-z0-9]+");
    private static final Pattern GENERATED = Pattern.compile(".*_[0-9a-z]{7}");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{\\w+( (==|!=) ('\\w+'|null|true|false))?}|\\$\\{!\\w+}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final int LARGEST = 24;

    @Autowired
    ApplicationContext context;

    static List<Path> models() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void isNamedLikeItsFile(Path file) {
        var process = processOf(file);

        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.getId()).matches(KEBAB);
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getDocumentations()).as("legal basis").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasReadableIdsAndVietnameseLabels(Path file) {
        for (var element : all(file, FlowElement.class)) {
            assertThat(element.getId()).matches(ID).doesNotMatch(GENERATED);
            if (element instanceof Activity || element instanceof Event) {
                assertThat(element.getName()).as(element.getId()).isNotBlank();
                assertThat(element.getName()).as(element.getId()).doesNotStartWith("Xử lý");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void asksAQuestionAtEveryDecisionAndHasADefault(Path file) {
        for (var gateway : all(file, ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() < 2) {
                assertThat(gateway.getName()).as("joining " + gateway.getId()).isNull();
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getDefault())
                    .as("default flow of " + gateway.getId())
                    .isNotNull();
            for (var flow : gateway.getOutgoing()) {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                if (flow.equals(gateway.getDefault())) {
                    assertThat(flow.getConditionExpression()).as(flow.getId()).isNull();
                } else {
                    assertThat(flow.getConditionExpression()).as(flow.getId()).isNotNull();
                }
            }
        }
        for (var condition : all(file, ConditionExpression.class)) {
            assertThat(condition.getTextContent()).matches(CONDITION);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void usesNothingThatTheHouseStyleForbids(Path file) {
        assertThat(all(file, ScriptTask.class)).isEmpty();
        assertThat(all(file, InclusiveGateway.class)).isEmpty();
        assertThat(all(file, Lane.class)).isEmpty();
        assertThat(all(file, FlowNode.class)).hasSizeLessThanOrEqualTo(LARGEST);
        assertThat(processOf(file).getChildElementsByType(StartEvent.class)).hasSize(1);
        assertThat(all(file, EndEvent.class).stream()
                        .filter(end -> end.getParentElement() instanceof Process)
                        .map(FlowElement::getName)
                        .toList())
                .as("reports count ends: each has its own name")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void givesEveryTaskSomebodyAFormAndAReason(Path file) {
        for (var task : all(file, UserTask.class)) {
            assertThat(Stream.of(task.getCamundaCandidateGroups(), task.getCamundaCandidateUsers())
                            .anyMatch(someone -> someone != null && !someone.isBlank()))
                    .as("candidates of " + task.getId())
                    .isTrue();
            assertThat(task.getDocumentations())
                    .as("documentation of " + task.getId())
                    .isNotEmpty();
            assertThat(task.getCamundaFormKey()).as(task.getId()).startsWith("embedded:deployment:forms/");
            assertThat(formOf(task.getCamundaFormKey())).exists();
            assertThat(task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaTaskListener.class)
                            .list())
                    .as("who reads the answer of " + task.getId())
                    .extracting(CamundaTaskListener::getCamundaEvent)
                    .contains("create", "complete");
        }
        for (var start : all(file, StartEvent.class)) {
            if (start.getCamundaFormKey() != null) {
                assertThat(formOf(start.getCamundaFormKey())).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesOnlyBeansOfItsDelegates(Path file) {
        for (var name : beansNamedIn(file)) {
            assertThat(context.containsBean(name))
                    .as("bean %s, named in %s", name, file)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsOnlyProcessesThatExist(Path file) throws IOException {
        var ids = models().stream().map(model -> processOf(model).getId()).toList();
        for (var call : all(file, CallActivity.class)) {
            if (!call.getCalledElement().startsWith("$")) {
                assertThat(ids).contains(call.getCalledElement());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void isDrawnFromLeftToRightInOneSize(Path file) {
        var model = Bpmn.readModelFromFile(file.toFile());
        var shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), shape -> shape.getBounds()));
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            assertThat(shapes).as("shape of " + node.getId()).containsKey(node.getId());
            var bounds = shapes.get(node.getId());
            if (node instanceof Activity && !(node instanceof SubProcess)) {
                assertThat(List.of(bounds.getWidth(), bounds.getHeight()))
                        .as("size of " + node.getId())
                        .containsExactly(100.0, 80.0);
            }
        }
        var drawn = model.getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> edge.getBpmnElement().getId())
                .toList();
        assertThat(drawn)
                .containsAll(model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(BaseElement::getId)
                        .toList());
        for (var process : model.getModelElementsByType(Process.class)) {
            var start =
                    process.getChildElementsByType(StartEvent.class).iterator().next();
            assertThat(process.getChildElementsByType(EndEvent.class))
                    .allSatisfy(end -> assertThat(shapes.get(end.getId()).getX())
                            .isGreaterThan(shapes.get(start.getId()).getX()));
        }
    }

    @Test
    void everyFormBelongsToATask() throws IOException {
        var used = new TreeSet<Path>();
        for (var file : models()) {
            all(file, UserTask.class).forEach(task -> used.add(formOf(task.getCamundaFormKey())));
            all(file, StartEvent.class).stream()
                    .filter(start -> start.getCamundaFormKey() != null)
                    .forEach(start -> used.add(formOf(start.getCamundaFormKey())));
        }
        try (var forms = Files.walk(Path.of("forms"))) {
            assertThat(forms.filter(Files::isRegularFile).toList()).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    private static Collection<String> beansNamedIn(Path file) {
        var expressions = new ArrayList<String>();
        all(file, ServiceTask.class).forEach(task -> expressions.add(task.getCamundaDelegateExpression()));
        all(file, CamundaTaskListener.class)
                .forEach(listener -> expressions.add(listener.getCamundaDelegateExpression()));
        all(file, CamundaExecutionListener.class)
                .forEach(listener -> expressions.add(listener.getCamundaDelegateExpression()));
        var beans = new TreeSet<String>();
        for (var expression : expressions) {
            assertThat(expression).as("one bean, in " + file).matches(BEAN);
            beans.add(expression.substring(2, expression.length() - 1));
        }
        return beans;
    }

    private static Path formOf(String formKey) {
        return Path.of(formKey.replace("embedded:deployment:", ""));
    }

    private static Process processOf(Path file) {
        return all(file, Process.class).iterator().next();
    }

    private static <T extends BpmnModelElementInstance> Collection<T> all(Path file, Class<T> type) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(Files.newInputStream(file));
            return model.getModelElementsByType(type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
