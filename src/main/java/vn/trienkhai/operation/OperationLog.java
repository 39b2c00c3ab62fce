package vn.trienkhai.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentChange;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Choice;

/**
 * Who changed what: the engine's own log of operations, the lines of all assignments, and hand-overs, newest first. What
 * processes do by themselves is not in it.
 */
@Component
class OperationLog {

    private static final String ASSIGNMENT = "ASSIGNMENT";
    private static final String HAND_OVER = "HAND_OVER";

    /** What may be asked for first; other things of the engine come after them. */
    private static final List<String> USUAL = List.of(
            EntityTypes.TASK,
            EntityTypes.PROCESS_INSTANCE,
            EntityTypes.USER,
            EntityTypes.GROUP_MEMBERSHIP,
            EntityTypes.GROUP,
            EntityTypes.AUTHORIZATION,
            EntityTypes.JOB,
            EntityTypes.FILTER,
            EntityTypes.DEPLOYMENT,
            EntityTypes.INCIDENT,
            EntityTypes.VARIABLE);

    private final HistoryService historyService;
    private final Assignments assignments;
    private final HandOverRecords handOvers;
    private final OperationWords words;
    private final Directory directory;
    private final Overseers overseers;

    OperationLog(
            HistoryService historyService,
            Assignments assignments,
            HandOverRecords handOvers,
            OperationWords words,
            Directory directory,
            Overseers overseers) {
        this.historyService = historyService;
        this.assignments = assignments;
        this.handOvers = handOvers;
        this.words = words;
        this.directory = directory;
        this.overseers = overseers;
    }

    /**
     * @param user user id; null: anybody
     * @param thing kind of what was changed; null: any
     * @param from first day, inclusive; null: any
     * @param until last day, inclusive; null: any
     */
    record Wanted(String user, String thing, LocalDate from, LocalDate until, int page) {}

    /** @param object what was changed @param instance id of its process instance; null for none */
    record Row(String at, String who, String operation, String thing, String object, String change, String instance) {}

    private record Entry(Instant at, String id, Row row, UserOperationLogEntry ofEngine) {}

    List<Choice> things() {
        var choices = new ArrayList<>(
                List.of(new Choice(ASSIGNMENT, "Việc được giao"), new Choice(HAND_OVER, "Bàn giao hàng loạt")));
        USUAL.forEach(type -> choices.add(new Choice(type, words.thing(type))));
        return choices;
    }

    /** @throws NotAllowed if the person may not read every operation */
    Found<Row> find(Wanted wanted, Overseer who) {
        if (!who.readsLog()) {
            throw new NotAllowed(
                    "Chỉ người quản trị, lãnh đạo Ủy ban nhân dân và lãnh đạo Văn phòng xem được nhật ký thao tác.");
        }
        var most = Found.needed(wanted.page());
        var from = wanted.from() == null
                ? Instant.EPOCH
                : wanted.from().atStartOfDay(VietnamTime.ZONE).toInstant();
        var until = wanted.until() == null
                ? Instant.parse("9999-12-31T00:00:00Z")
                : wanted.until().plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
        var entries = new ArrayList<Entry>();
        if (wanted.thing() == null || wanted.thing().equals(ASSIGNMENT)) {
            assignments.changes(wanted.user(), from, until, most).forEach(change -> entries.add(ofAssignment(change)));
        }
        if (wanted.thing() == null || wanted.thing().equals(HAND_OVER)) {
            handOvers.between(wanted.user(), from, until, most).forEach(done -> entries.add(ofHandOver(done)));
        }
        if (wanted.thing() == null || USUAL.contains(wanted.thing())) {
            ofEngine(wanted, from, until, most)
                    .forEach(entry ->
                            entries.add(new Entry(entry.getTimestamp().toInstant(), entry.getId(), null, entry)));
        }
        var newestFirst = Comparator.comparing(Entry::at).reversed().thenComparing(Entry::id);
        var found = Found.pageOf(entries.stream().sorted(newestFirst).toList(), wanted.page(), false);
        return overseers.entitled(() -> found.as(this::shown));
    }

    private List<UserOperationLogEntry> ofEngine(Wanted wanted, Instant from, Instant until, int most) {
        var query = historyService.createUserOperationLogQuery();
        if (wanted.user() != null) {
            query.userId(wanted.user());
        }
        if (wanted.thing() != null) {
            query.entityType(wanted.thing());
        }
        if (wanted.from() != null) {
            query.afterTimestamp(Date.from(from.minusMillis(1)));
        }
        if (wanted.until() != null) {
            query.beforeTimestamp(Date.from(until));
        }
        return query.orderByTimestamp().desc().listPage(0, most);
    }

    private Entry ofAssignment(AssignmentChange change) {
        return new Entry(
                change.happenedAt(),
                change.assignment().toString(),
                new Row(
                        VietnamTime.format(change.happenedAt()),
                        directory.actor(change.actor(), change.happenedAt()),
                        change.what(),
                        "Việc được giao",
                        change.subject(),
                        change.why(),
                        null),
                null);
    }

    private Entry ofHandOver(HandOverRecords.Done done) {
        return new Entry(
                done.at(),
                done.id().toString(),
                new Row(
                        VietnamTime.format(done.at()),
                        directory.actor(done.by(), done.at()),
                        "Bàn giao %d việc".formatted(done.items().size()),
                        "Bàn giao hàng loạt",
                        "%s → %s".formatted(directory.person(done.from()), directory.person(done.to())),
                        done.why(),
                        null),
                null);
    }

    private List<Row> shown(List<Entry> entries) {
        var processes = directory.processNames();
        var tasks = new HashMap<String, String>();
        return entries.stream()
                .map(entry -> entry.row() != null ? entry.row() : shown(entry.ofEngine(), processes, tasks))
                .toList();
    }

    private Row shown(UserOperationLogEntry entry, Map<String, String> processes, Map<String, String> tasks) {
        return new Row(
                VietnamTime.format(entry.getTimestamp().toInstant()),
                directory.actor(entry.getUserId(), entry.getTimestamp()),
                words.operation(entry.getOperationType()),
                words.thing(entry.getEntityType()),
                entry.getTaskId() != null
                        ? tasks.computeIfAbsent(entry.getTaskId(), this::taskName)
                        : processes.getOrDefault(
                                entry.getProcessDefinitionKey(),
                                entry.getProcessDefinitionKey() == null ? "" : entry.getProcessDefinitionKey()),
                words.change(entry),
                entry.getProcessInstanceId());
    }

    private String taskName(String id) {
        var task = historyService.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        return task == null ? "" : task.getName();
    }
}
