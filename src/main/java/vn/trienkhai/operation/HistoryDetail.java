package vn.trienkhai.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Fact;

/** One process instance from its beginning to its end: facts, who did what when, and the path taken on its diagram. */
@Component
class HistoryDetail {

    private static final String ASSIGNMENT = "assignment";
    private static final Set<String> TASK_CHANGES = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_ASSIGN,
            UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE);

    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final HistorySearch search;
    private final Assignments assignments;
    private final AssignmentFacts assignmentFacts;
    private final OperationWords words;
    private final Directory directory;
    private final Overseers overseers;
    private final WorkedTime workedTime;

    HistoryDetail(
            HistoryService historyService,
            RepositoryService repositoryService,
            HistorySearch search,
            Assignments assignments,
            AssignmentFacts assignmentFacts,
            OperationWords words,
            Directory directory,
            Overseers overseers,
            WorkedTime workedTime) {
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.search = search;
        this.assignments = assignments;
        this.assignmentFacts = assignmentFacts;
        this.words = words;
        this.directory = directory;
        this.overseers = overseers;
        this.workedTime = workedTime;
    }

    /**
     * @param quote the clause that the work comes from, word for word; null where there is none
     * @param parent the instance that called this one; null for none
     */
    record Detail(
            String id,
            String process,
            String definition,
            String subject,
            String state,
            String quote,
            List<Fact> facts,
            List<Line> trail,
            List<Step> steps,
            List<Mark> marks,
            Set<String> flows,
            Link parent,
            List<Link> called) {}

    /** A line of the audit trail. @param why may be null @param took working days; null where nothing took time */
    record Line(String at, String who, String what, String why, String took) {}

    /** A step that people or other processes did, with the time it took. */
    record Step(String name, String who, String began, String ended, String took, String state) {}

    /** How often an activity ran. @param running whether it runs now @param cancelled whether it was only ever broken off */
    record Mark(String activity, int times, boolean running, boolean cancelled) {}

    record Link(String id, String label) {}

    private record Moment(Instant at, int order, Line line) {}

    /** @throws NotFound if there is none, or the person may not see it */
    Detail of(String id, Overseer who) {
        var instance = visible(id, who);
        return overseers.entitled(() -> detail(instance));
    }

    /** The model of the instance's version. @throws NotFound as {@link #of} */
    String diagramOf(String id, Overseer who) {
        var instance = visible(id, who);
        return overseers.entitled(() -> {
            try (var model = repositoryService.getProcessModel(instance.getProcessDefinitionId())) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private HistoricProcessInstance visible(String id, Overseer who) {
        var instance = who.everything()
                ? find(id)
                : overseers.entitled(() -> {
                    var found = find(id);
                    return found != null && search.shows(found, who) ? found : null;
                });
        if (instance == null) {
            throw new NotFound("Không có lượt chạy này, hoặc bạn không được xem nó.");
        }
        return instance;
    }

    private HistoricProcessInstance find(String id) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }

    private Detail detail(HistoricProcessInstance instance) {
        var row = search.shown(List.of(instance)).get(0);
        var activities = historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        var tasks = historyService
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
        var assignment = search.textsOf(List.of(instance), ASSIGNMENT).get(instance.getId());
        var known = assignment == null ? null : assignmentFacts.of(UUID.fromString(assignment));
        var facts = new ArrayList<Fact>();
        if (!row.unit().isEmpty()) {
            facts.add(new Fact("Đơn vị", row.unit()));
        }
        facts.add(new Fact("Bắt đầu", row.started() + ", " + row.by()));
        facts.add(new Fact("Kết thúc", row.ended().isEmpty() ? "chưa" : row.ended()));
        facts.add(new Fact("Thời gian", row.took()));
        if (known != null) {
            if (known.clause() != null) {
                facts.add(new Fact("Căn cứ", known.clause()));
            }
            facts.add(new Fact("Nơi giao", known.askedBy()));
            facts.add(new Fact("Thời hạn", known.deadline()));
            known.facts().stream()
                    .filter(fact -> !fact.label().equals("Đơn vị thực hiện"))
                    .forEach(facts::add);
        }
        return new Detail(
                instance.getId(),
                row.process() + " (phiên bản " + instance.getProcessDefinitionVersion() + ")",
                instance.getProcessDefinitionId(),
                row.subject(),
                row.state(),
                known == null ? null : known.quote(),
                facts,
                trail(instance, activities, tasks, assignment),
                steps(activities, tasks),
                marks(activities),
                flows(instance, activities),
                parentOf(instance),
                linksTo(historyService
                        .createHistoricProcessInstanceQuery()
                        .superProcessInstanceId(instance.getId())
                        .orderByProcessInstanceStartTime()
                        .asc()
                        .list()));
    }

    private Link parentOf(HistoricProcessInstance instance) {
        if (instance.getSuperProcessInstanceId() == null) {
            return null;
        }
        var parent = find(instance.getSuperProcessInstanceId());
        return parent == null ? null : linksTo(List.of(parent)).get(0);
    }

    private List<Link> linksTo(List<HistoricProcessInstance> instances) {
        return search.shown(instances).stream()
                .map(row -> new Link(row.id(), row.process() + (row.subject().isEmpty() ? "" : ": " + row.subject())))
                .toList();
    }

    private List<Line> trail(
            HistoricProcessInstance instance,
            List<HistoricActivityInstance> activities,
            List<HistoricTaskInstance> tasks,
            String assignment) {
        var moments = new ArrayList<Moment>();
        for (var activity : activities) {
            if (activity.getActivityType().toLowerCase(Locale.ROOT).contains("start")) {
                add(
                        moments,
                        activity.getStartTime(),
                        0,
                        instance.getStartUserId(),
                        "Bắt đầu: " + nameOf(activity),
                        null);
            } else if (activity.getActivityType().endsWith("EndEvent")) {
                add(moments, activity.getStartTime(), 9, null, "Kết thúc: " + nameOf(activity), null);
            } else if (activity.getActivityType().startsWith("boundary")
                    || activity.getActivityType().startsWith("intermediate")) {
                if (activity.getEndTime() != null && !activity.isCanceled()) {
                    add(moments, activity.getEndTime(), 3, null, nameOf(activity), null);
                }
            } else if ("callActivity".equals(activity.getActivityType())) {
                add(moments, activity.getStartTime(), 4, null, "Mở quy trình con: " + nameOf(activity), null);
            } else if ("serviceTask".equals(activity.getActivityType()) && activity.getEndTime() != null) {
                add(moments, activity.getEndTime(), 3, null, nameOf(activity), null);
            }
        }
        for (var task : tasks) {
            if (task.getEndTime() != null) {
                var completed = "completed".equals(task.getDeleteReason());
                add(
                        moments,
                        task.getEndTime(),
                        2,
                        completed ? task.getAssignee() : null,
                        (completed ? "Hoàn thành việc “%s”" : "Dừng việc “%s”").formatted(task.getName()),
                        workedTime.label(task.getStartTime(), task.getEndTime()));
            }
        }
        var names =
                tasks.stream().collect(Collectors.toMap(HistoricTaskInstance::getId, HistoricTaskInstance::getName));
        historyService
                .createUserOperationLogQuery()
                .processInstanceId(instance.getId())
                .entityType(EntityTypes.TASK)
                .list()
                .stream()
                .filter(entry ->
                        TASK_CHANGES.contains(entry.getOperationType()) && names.containsKey(entry.getTaskId()))
                .filter(entry -> entry.getProperty() != null)
                .forEach(entry -> moments.add(new Moment(
                        entry.getTimestamp().toInstant(),
                        1,
                        new Line(
                                VietnamTime.format(entry.getTimestamp().toInstant()),
                                directory.actor(entry.getUserId(), entry.getTimestamp()),
                                "%s “%s”"
                                        .formatted(
                                                words.operation(entry.getOperationType()),
                                                names.get(entry.getTaskId())),
                                words.change(entry),
                                null))));
        if (assignment != null) {
            var until = instance.getEndTime() == null
                    ? Instant.MAX
                    : instance.getEndTime().toInstant().plusSeconds(1);
            assignments.historyOf(UUID.fromString(assignment)).stream()
                    .filter(event -> !event.happenedAt()
                                    .isBefore(
                                            instance.getStartTime().toInstant().minusSeconds(1))
                            && event.happenedAt().isBefore(until))
                    .forEach(event -> moments.add(new Moment(
                            event.happenedAt(),
                            2,
                            new Line(
                                    VietnamTime.format(event.happenedAt()),
                                    event.actor()
                                            .map(actor -> directory.actor(actor, event.happenedAt()))
                                            .orElse("Hệ thống"),
                                    event.what(),
                                    event.why().orElse(null),
                                    null))));
        }
        return moments.stream()
                .sorted(Comparator.comparing(Moment::at).thenComparing(Moment::order))
                .map(Moment::line)
                .toList();
    }

    private void add(List<Moment> moments, Date at, int order, String by, String what, String took) {
        moments.add(new Moment(
                at.toInstant(),
                order,
                new Line(VietnamTime.format(at.toInstant()), directory.actor(by, at), what, null, took)));
    }

    private static String nameOf(HistoricActivityInstance activity) {
        return activity.getActivityName() == null ? activity.getActivityId() : activity.getActivityName();
    }

    private List<Step> steps(List<HistoricActivityInstance> activities, List<HistoricTaskInstance> tasks) {
        var taskById = tasks.stream().collect(Collectors.toMap(HistoricTaskInstance::getId, task -> task));
        return activities.stream()
                .filter(activity -> Set.of("userTask", "callActivity", "receiveTask", "serviceTask", "businessRuleTask")
                        .contains(activity.getActivityType()))
                .map(activity -> {
                    var task = taskById.get(activity.getTaskId());
                    return new Step(
                            nameOf(activity),
                            task == null || task.getAssignee() == null
                                    ? ("userTask".equals(activity.getActivityType()) ? "" : "Hệ thống")
                                    : directory.person(task.getAssignee()),
                            VietnamTime.format(activity.getStartTime().toInstant()),
                            activity.getEndTime() == null
                                    ? ""
                                    : VietnamTime.format(activity.getEndTime().toInstant()),
                            workedTime.label(activity.getStartTime(), activity.getEndTime()),
                            activity.getEndTime() == null ? "Đang mở" : activity.isCanceled() ? "Đã dừng" : "Đã xong");
                })
                .toList();
    }

    private static List<Mark> marks(List<HistoricActivityInstance> activities) {
        return activities.stream()
                .collect(Collectors.groupingBy(HistoricActivityInstance::getActivityId))
                .entrySet()
                .stream()
                .map(ran -> new Mark(
                        ran.getKey(),
                        ran.getValue().size(),
                        ran.getValue().stream().anyMatch(one -> one.getEndTime() == null),
                        ran.getValue().stream().allMatch(HistoricActivityInstance::isCanceled)))
                .sorted(Comparator.comparing(Mark::activity))
                .toList();
    }

    private Set<String> flows(HistoricProcessInstance instance, Collection<HistoricActivityInstance> activities) {
        var model = repositoryService.getBpmnModelInstance(instance.getProcessDefinitionId());
        return PathTaken.of(
                activities.stream()
                        .map(activity -> new PathTaken.Step(
                                activity.getActivityId(),
                                activity.getStartTime(),
                                activity.getEndTime(),
                                activity.isCanceled()))
                        .toList(),
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(flow -> new PathTaken.Flow(
                                flow.getId(),
                                flow.getSource().getId(),
                                flow.getTarget().getId(),
                                flow.getSource() instanceof ExclusiveGateway
                                        || flow.getSource() instanceof EventBasedGateway))
                        .toList());
    }
}
