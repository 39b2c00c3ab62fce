package vn.trienkhai.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.FormView.Fact;

/** What the engine knows about a piece of work: who has which step since when and until when, what is done, what was said. */
@Component
@Order(0)
class StepsInCaseFile implements CaseFilePart {

    /** Steps and comments, the newest; older ones are left out. */
    private static final int MOST = 100;

    private final TaskService taskService;
    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final IdentityService identityService;
    private final GoneTasks names;
    private final WorkingCalendar calendar;
    private final Clock clock;

    StepsInCaseFile(
            TaskService taskService,
            HistoryService historyService,
            RepositoryService repositoryService,
            IdentityService identityService,
            GoneTasks names,
            WorkingCalendar calendar,
            Clock clock) {
        this.taskService = taskService;
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.identityService = identityService;
        this.names = names;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Set<String> variables() {
        return Set.of();
    }

    @Override
    public List<Part> partsOf(OpenTask asked) {
        return List.of(
                new Part(Chapter.WAITING, waiting(asked)),
                new Part(Chapter.STEPS, done(asked)),
                new Part(Chapter.COMMENTS, comments(asked)));
    }

    private List<Entry> waiting(OpenTask asked) {
        var entries = new ArrayList<Entry>();
        var ofOthers = new TreeMap<String, Integer>();
        for (var task : openOf(asked).orderByTaskCreateTime().asc().listPage(0, MOST)) {
            var here = task.getId().equals(asked.id());
            if (here || !isForMany(task.getProcessDefinitionId(), task.getTaskDefinitionKey())) {
                entries.add(waiting(task, here));
            } else {
                ofOthers.merge(stepOf(task), 1, Integer::sum);
            }
        }
        ofOthers.forEach((step, count) -> entries.add(Entry.of("%s: còn chờ %d nơi khác".formatted(step, count))));
        return entries;
    }

    /** A step that many take at the same time, such as every unit: each of them sees how many are left, not who. */
    private boolean isForMany(String processDefinitionId, String element) {
        return repositoryService.getBpmnModelInstance(processDefinitionId).getModelElementById(element)
                        instanceof Activity step
                && step.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    private TaskQuery openOf(OpenTask asked) {
        var query = taskService.createTaskQuery();
        return asked.businessKey() == null
                ? query.processInstanceId(instanceOf(asked))
                : query.processInstanceBusinessKey(asked.businessKey());
    }

    private String instanceOf(OpenTask asked) {
        return taskService.createTaskQuery().taskId(asked.id()).singleResult().getProcessInstanceId();
    }

    private Entry waiting(Task task, boolean here) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Người giữ", holderOf(task)));
        facts.add(new Fact("Từ", VietnamTime.format(task.getCreateTime().toInstant())));
        facts.add(new Fact("Đến", task.getDueDate() == null ? "không hạn" : dueOf(task.getDueDate())));
        return new Entry(
                stepOf(task) + (here ? " (việc đang mở)" : ""),
                null,
                null,
                null,
                task.getDueDate() == null ? null : standingOf(task.getDueDate()),
                facts,
                List.of(),
                null);
    }

    private String dueOf(Date due) {
        var now = clock.instant();
        var day = VietnamTime.dateOf(due.toInstant());
        var left = calendar.workingDaysBetween(VietnamTime.dateOf(now), day);
        return "%s (%s)"
                .formatted(
                        VietnamTime.format(day),
                        calendar.standingAt(now, day, due.toInstant()).inWords(left));
    }

    private String standingOf(Date due) {
        return calendar.standingAt(clock.instant(), VietnamTime.dateOf(due.toInstant()), due.toInstant())
                .name();
    }

    /** Whoever took it, otherwise all who may. */
    private String holderOf(Task task) {
        if (task.getAssignee() != null) {
            return names.nameOf(task.getAssignee());
        }
        var candidates = taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(link -> link.getUserId() == null ? groupOf(link.getGroupId()) : names.nameOf(link.getUserId()))
                .distinct()
                .collect(Collectors.joining(", "));
        return candidates.isEmpty() ? "chưa có ai" : "chưa ai nhận; chờ " + candidates;
    }

    private String groupOf(String id) {
        var group = identityService.createGroupQuery().groupId(id).singleResult();
        return group == null ? id : nameOf(group);
    }

    private static String nameOf(Group group) {
        return group.getName() == null ? group.getId() : group.getName();
    }

    private List<Entry> done(OpenTask asked) {
        var query = historyService.createHistoricTaskInstanceQuery().finished();
        var found = asked.businessKey() == null
                ? query.processInstanceId(instanceOf(asked))
                : query.processInstanceBusinessKey(asked.businessKey());
        var entries = new ArrayList<Entry>();
        var ofMany = new TreeMap<String, Integer>();
        for (var task : found.orderByHistoricTaskInstanceEndTime().desc().listPage(0, MOST)) {
            if (isForMany(task.getProcessDefinitionId(), task.getTaskDefinitionKey())) {
                ofMany.merge(stepOf(task), 1, Integer::sum);
            } else {
                entries.add(done(task));
            }
        }
        ofMany.forEach((step, count) -> entries.add(0, Entry.of("%s: %d nơi đã xong".formatted(step, count))));
        return entries;
    }

    private Entry done(HistoricTaskInstance task) {
        var completed = "completed".equals(task.getDeleteReason());
        return Entry.happened(
                stepOf(task) + (completed ? "" : " (không còn cần)"),
                VietnamTime.format(task.getEndTime().toInstant()),
                task.getAssignee() == null ? null : names.actorOf(task),
                null);
    }

    private String stepOf(Task task) {
        return stepOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task.getName());
    }

    private String stepOf(HistoricTaskInstance task) {
        return stepOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task.getName());
    }

    /** "Trình kết quả – Thực hiện việc được giao": the step by its name in the model, for the subject is the same for all. */
    private String stepOf(String processDefinitionId, String element, String fallback) {
        var model = repositoryService.getBpmnModelInstance(processDefinitionId);
        var step = model.getModelElementById(element);
        var name = step instanceof FlowElement flow ? flow.getName() : null;
        var process =
                repositoryService.getProcessDefinition(processDefinitionId).getName();
        var shown = name == null ? fallback : name;
        return shown.equals(process) ? shown : shown + " – " + process;
    }

    private List<Entry> comments(OpenTask asked) {
        return instancesOf(asked)
                .flatMap(instance -> taskService.getProcessInstanceComments(instance).stream())
                .sorted(Comparator.comparing(Comment::getTime).reversed())
                .limit(MOST)
                .map(comment -> Entry.happened(
                        Objects.requireNonNullElse(comment.getFullMessage(), ""),
                        VietnamTime.format(comment.getTime().toInstant()),
                        names.nameOf(comment.getUserId()),
                        null))
                .toList();
    }

    private Stream<String> instancesOf(OpenTask asked) {
        return asked.businessKey() == null
                ? Stream.of(instanceOf(asked))
                : historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(asked.businessKey())
                        .list()
                        .stream()
                        .map(HistoricProcessInstance::getId);
    }
}
