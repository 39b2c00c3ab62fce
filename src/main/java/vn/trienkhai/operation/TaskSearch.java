package vn.trienkhai.operation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.Folded;

/** Searches tasks, open and done, by words without diacritics, unit, person, process, deadline and state. */
@Component
class TaskSearch {

    private static final String COMPLETED = "completed";
    private static final String UNIT = "unit";
    private static final int SOON = 3;

    private final HistoryService historyService;
    private final TaskService taskService;
    private final Directory directory;
    private final Overseers overseers;
    private final WorkedTime workedTime;

    TaskSearch(
            HistoryService historyService,
            TaskService taskService,
            Directory directory,
            Overseers overseers,
            WorkedTime workedTime) {
        this.historyService = historyService;
        this.taskService = taskService;
        this.directory = directory;
        this.overseers = overseers;
        this.workedTime = workedTime;
    }

    enum State {
        OPEN("Đang mở"),
        DONE("Đã xong"),
        STOPPED("Đã dừng"),
        ALL("Tất cả");

        final String label;

        State(String label) {
            this.label = label;
        }
    }

    enum DueIn {
        ANY("Bất kỳ"),
        OVERDUE("Quá hạn"),
        SOON("Sắp đến hạn (3 ngày làm việc)"),
        NONE("Không hạn");

        final String label;

        DueIn(String label) {
            this.label = label;
        }
    }

    /**
     * @param unit whose work it is, or who holds it; null: any
     * @param person user id of who holds it, did it, or is named for it; null: anybody
     * @param from first day on which it may be due, inclusive; null: any
     * @param until last such day, inclusive; null: any
     * @param page counted from 0
     */
    record Wanted(
            String text,
            String unit,
            String person,
            String process,
            State state,
            DueIn due,
            LocalDate from,
            LocalDate until,
            int page) {}

    /**
     * @param holder who has it or did it; for a task that nobody claimed, for whom it waits
     * @param dueState name of the deadline's state, for the look of it
     * @param dueLabel the same in words
     * @param instance id of the process instance
     */
    record Row(
            String id,
            String name,
            String process,
            String holder,
            String due,
            String dueState,
            String dueLabel,
            String state,
            String created,
            String ended,
            String took,
            String instance) {}

    /** What may be seen of it: by whoever may read all, as the engine answers them; otherwise of the units that they lead. */
    Found<Row> find(Wanted wanted, Overseer who) {
        if (who.everything()) {
            var found = wanted.unit() == null
                    ? Found.in(inOrder(wanted), matching(wanted), wanted.page())
                    : merged(List.of(wanted.unit()), wanted);
            return overseers.entitled(() -> found.as(this::shown));
        }
        if (wanted.unit() != null && !who.leads(wanted.unit())) {
            throw new NotAllowed("Bạn chỉ tìm được việc của đơn vị mình lãnh đạo.");
        }
        var units = wanted.unit() == null ? who.units() : List.of(wanted.unit());
        return overseers.entitled(() -> merged(units, wanted).as(this::shown));
    }

    /** Open tasks by deadline, those without one last, whatever the database thinks of nulls; others newest first. */
    private List<HistoricTaskInstanceQuery> inOrder(Wanted wanted) {
        if (wanted.state() != State.OPEN) {
            return List.of(query(wanted)
                    .orderByHistoricActivityInstanceStartTime()
                    .desc()
                    .orderByTaskId()
                    .asc());
        }
        var queries = new ArrayList<HistoricTaskInstanceQuery>();
        if (wanted.due() != DueIn.NONE) {
            var due = query(wanted);
            if (wanted.due() == DueIn.ANY && wanted.from() == null) {
                due.taskDueAfter(new Date(0));
            }
            queries.add(due.orderByTaskDueDate().asc().orderByTaskId().asc());
        }
        if (wanted.due() == DueIn.NONE
                || wanted.due() == DueIn.ANY && wanted.from() == null && wanted.until() == null) {
            queries.add(query(wanted)
                    .withoutTaskDueDate()
                    .orderByHistoricActivityInstanceStartTime()
                    .desc());
        }
        return queries;
    }

    /** Work of the units, work that waits or waited for their posts, and what their people hold or did. */
    private Found<HistoricTaskInstance> merged(List<String> units, Wanted wanted) {
        var found = new LinkedHashMap<String, HistoricTaskInstance>();
        var cut = false;
        for (var unit : units) {
            var queries = Stream.of(
                            Stream.of(query(wanted).processVariableValueEquals(UNIT, unit)),
                            directory.groupsOf(unit).stream()
                                    .map(group -> query(wanted).taskHadCandidateGroup(group)),
                            wanted.person() != null
                                    ? Stream.<HistoricTaskInstanceQuery>empty()
                                    : directory.peopleOf(unit).stream()
                                            .map(person -> query(wanted).taskAssignee(person)))
                    .flatMap(queriesOfOneKind -> queriesOfOneKind)
                    .toList();
            for (var query : queries) {
                var some =
                        query.orderByHistoricActivityInstanceStartTime().desc().listPage(0, Found.MOST / 4);
                cut |= some.size() == Found.MOST / 4;
                some.stream().filter(matching(wanted)).forEach(task -> found.put(task.getId(), task));
            }
        }
        var newestFirst = Comparator.comparing(HistoricTaskInstance::getStartTime)
                .reversed()
                .thenComparing(HistoricTaskInstance::getId);
        var order = wanted.state() == State.OPEN
                ? Comparator.comparing(
                                HistoricTaskInstance::getDueDate, Comparator.nullsLast(Comparator.<Date>naturalOrder()))
                        .thenComparing(newestFirst)
                : newestFirst;
        return Found.pageOf(found.values().stream().sorted(order).toList(), wanted.page(), cut);
    }

    private HistoricTaskInstanceQuery query(Wanted wanted) {
        var query = historyService.createHistoricTaskInstanceQuery();
        if (wanted.process() != null) {
            query.processDefinitionKey(wanted.process());
        }
        if (wanted.person() != null) {
            query.or()
                    .taskAssignee(wanted.person())
                    .taskHadCandidateUser(wanted.person())
                    .endOr();
        }
        switch (wanted.state()) {
            case OPEN -> query.unfinished();
            case DONE -> query.finished().taskDeleteReason(COMPLETED);
            case STOPPED -> query.finished();
            case ALL -> {}
        }
        if (wanted.from() != null) {
            query.taskDueAfter(Date.from(
                    wanted.from().atStartOfDay(VietnamTime.ZONE).toInstant().minusMillis(1)));
        } else if (wanted.due() == DueIn.SOON) {
            query.taskDueAfter(workedTime.now());
        }
        if (wanted.until() != null) {
            query.taskDueBefore(Date.from(
                    wanted.until().plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant()));
        } else if (wanted.due() == DueIn.OVERDUE) {
            query.taskDueBefore(workedTime.now());
        } else if (wanted.due() == DueIn.SOON) {
            query.taskDueBefore(new Date(workedTime.endOfWorkingDay(SOON).getTime() + 1));
        }
        return query;
    }

    /** What the engine cannot be asked. */
    private Predicate<HistoricTaskInstance> matching(Wanted wanted) {
        var names = wanted.text() == null ? Map.<String, String>of() : directory.processNames();
        var people = wanted.text() == null ? Map.<String, String>of() : directory.peopleNames();
        return task -> (wanted.state() != State.STOPPED || !COMPLETED.equals(task.getDeleteReason()))
                && matches(wanted.due(), task)
                && (wanted.person() == null || isOf(wanted.person(), task))
                && (wanted.text() == null
                        || Folded.finds(
                                wanted.text(),
                                task.getName(),
                                names.get(task.getProcessDefinitionKey()),
                                people.get(task.getAssignee())));
    }

    private boolean matches(DueIn due, HistoricTaskInstance task) {
        return switch (due) {
            case ANY -> true;
            case NONE -> task.getDueDate() == null;
            case OVERDUE -> task.getDueDate() != null && isLate(task);
            case SOON -> task.getDueDate() != null && task.getEndTime() == null && isSoon(task);
        };
    }

    /** Who was named for a task, but is not any more, does not have it. */
    private boolean isOf(String person, HistoricTaskInstance task) {
        return task.getAssignee() != null
                ? person.equals(task.getAssignee())
                : task.getEndTime() == null
                        && overseers.entitled(() -> taskService.getIdentityLinksForTask(task.getId()).stream()
                                .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
                                        && person.equals(link.getUserId())));
    }

    private boolean isLate(HistoricTaskInstance task) {
        return (task.getEndTime() == null ? workedTime.now() : task.getEndTime()).after(task.getDueDate());
    }

    private boolean isSoon(HistoricTaskInstance task) {
        return !isLate(task) && workedTime.left(task.getDueDate()) <= SOON;
    }

    private List<Row> shown(List<HistoricTaskInstance> tasks) {
        var names = directory.processNames();
        return tasks.stream()
                .map(task -> new Row(
                        task.getId(),
                        task.getName(),
                        names.getOrDefault(task.getProcessDefinitionKey(), task.getProcessDefinitionKey()),
                        holderOf(task),
                        task.getDueDate() == null
                                ? ""
                                : VietnamTime.format(
                                        VietnamTime.dateOf(task.getDueDate().toInstant())),
                        dueStateOf(task),
                        dueLabelOf(task),
                        stateOf(task).label,
                        VietnamTime.format(task.getStartTime().toInstant()),
                        task.getEndTime() == null
                                ? ""
                                : VietnamTime.format(task.getEndTime().toInstant()),
                        workedTime.label(task.getStartTime(), task.getEndTime()),
                        task.getProcessInstanceId()))
                .toList();
    }

    private static State stateOf(HistoricTaskInstance task) {
        if (task.getEndTime() == null) {
            return State.OPEN;
        }
        return COMPLETED.equals(task.getDeleteReason()) ? State.DONE : State.STOPPED;
    }

    private String dueStateOf(HistoricTaskInstance task) {
        if (task.getDueDate() == null || stateOf(task) == State.STOPPED) {
            return "NONE";
        }
        if (isLate(task)) {
            return task.getEndTime() == null ? "OVERDUE" : "DONE_LATE";
        }
        if (task.getEndTime() != null) {
            return "DONE_ON_TIME";
        }
        return isSoon(task) ? "DUE_SOON" : "ON_TRACK";
    }

    private String dueLabelOf(HistoricTaskInstance task) {
        var left = task.getDueDate() == null || task.getEndTime() != null ? 0 : workedTime.left(task.getDueDate());
        return switch (dueStateOf(task)) {
            case "OVERDUE" -> "Quá hạn %d ngày làm việc".formatted(-left);
            case "DUE_SOON" ->
                left == 0 ? "Hôm nay là ngày cuối cùng" : "Sắp đến hạn, còn %d ngày làm việc".formatted(left);
            case "ON_TRACK" -> "Trong hạn, còn %d ngày làm việc".formatted(left);
            case "DONE_LATE" -> "Xong quá hạn";
            case "DONE_ON_TIME" -> "Xong đúng hạn";
            default -> task.getDueDate() == null ? "Không hạn" : "";
        };
    }

    private String holderOf(HistoricTaskInstance task) {
        if (task.getAssignee() != null) {
            return task.getEndTime() == null
                    ? directory.person(task.getAssignee())
                    : directory.actor(task.getAssignee(), task.getEndTime());
        }
        if (task.getEndTime() != null) {
            return "";
        }
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(link -> link.getUserId() == null
                        ? directory.group(link.getGroupId())
                        : directory.person(link.getUserId()))
                .distinct()
                .sorted(Folded.alphabetically(name -> name))
                .collect(Collectors.joining(", ", "Chờ: ", ""));
    }
}
