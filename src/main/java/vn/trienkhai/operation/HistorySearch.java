package vn.trienkhai.operation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.Folded;

/** Searches process instances, finished or running, by process, subject, unit and days. */
@Component
class HistorySearch {

    static final String SUBJECT = "subject";
    static final String UNIT = "unit";

    private static final int PIECE = 500;

    private final HistoryService historyService;
    private final Directory directory;
    private final Overseers overseers;
    private final WorkedTime workedTime;

    HistorySearch(HistoryService historyService, Directory directory, Overseers overseers, WorkedTime workedTime) {
        this.historyService = historyService;
        this.directory = directory;
        this.overseers = overseers;
        this.workedTime = workedTime;
    }

    enum State {
        FINISHED,
        RUNNING,
        ALL
    }

    /**
     * @param subject words of what it is about; null: any
     * @param from first day of its end, or of its start while it runs; inclusive; null: any
     * @param until last such day, inclusive; null: any
     */
    record Wanted(
            String process, String subject, String unit, State state, LocalDate from, LocalDate until, int page) {}

    /** @param took in working days */
    record Row(
            String id,
            String process,
            String subject,
            String unit,
            String by,
            String started,
            String ended,
            String took,
            String state) {}

    Found<Row> find(Wanted wanted, Overseer who) {
        if (who.everything()) {
            var query = query(wanted);
            if (wanted.unit() != null) {
                query.variableValueEquals(UNIT, wanted.unit());
            }
            var found = found(List.of(query), wanted);
            return overseers.entitled(() -> found.as(this::shown));
        }
        if (wanted.unit() != null && !who.leads(wanted.unit())) {
            throw new NotAllowed("Bạn chỉ xem được lịch sử của đơn vị mình lãnh đạo.");
        }
        var units = wanted.unit() == null ? who.units() : List.of(wanted.unit());
        return overseers.entitled(() -> found(
                        units.stream()
                                .map(unit -> query(wanted).variableValueEquals(UNIT, unit))
                                .toList(),
                        wanted)
                .as(this::shown));
    }

    /** Whether the person may see this instance. */
    boolean shows(HistoricProcessInstance instance, Overseer who) {
        return who.leads(textsOf(List.of(instance), UNIT).get(instance.getId()));
    }

    private Found<HistoricProcessInstance> found(List<HistoricProcessInstanceQuery> queries, Wanted wanted) {
        queries.forEach(query -> (wanted.state() == State.FINISHED
                        ? query.orderByProcessInstanceEndTime()
                        : query.orderByProcessInstanceStartTime())
                .desc()
                .orderByProcessInstanceId()
                .asc());
        if (wanted.subject() == null && queries.size() == 1) {
            return Found.in(queries, instance -> true, wanted.page());
        }
        var needed = Found.needed(wanted.page());
        var found = new LinkedHashMap<String, HistoricProcessInstance>();
        var cut = false;
        for (var query : queries) {
            var ofThis = 0;
            var first = 0;
            List<HistoricProcessInstance> piece;
            do {
                piece = query.listPage(first, PIECE);
                first += piece.size();
                var subjects = textsOf(piece, SUBJECT);
                for (var instance : piece) {
                    if (wanted.subject() == null
                            || Folded.finds(
                                    wanted.subject(), subjects.get(instance.getId()), instance.getBusinessKey())) {
                        found.put(instance.getId(), instance);
                        ofThis++;
                    }
                }
            } while (piece.size() == PIECE && ofThis < needed && first < Found.MOST);
            cut |= first >= Found.MOST;
        }
        var newest = Comparator.comparing(
                (HistoricProcessInstance instance) ->
                        wanted.state() == State.FINISHED ? instance.getEndTime() : instance.getStartTime(),
                Comparator.<Date>reverseOrder());
        return Found.pageOf(
                found.values().stream()
                        .sorted(newest.thenComparing(HistoricProcessInstance::getId))
                        .toList(),
                wanted.page(),
                cut);
    }

    private HistoricProcessInstanceQuery query(Wanted wanted) {
        var query = historyService.createHistoricProcessInstanceQuery();
        if (wanted.process() != null) {
            query.processDefinitionKey(wanted.process());
        }
        if (wanted.state() == State.FINISHED) {
            query.finished();
        } else if (wanted.state() == State.RUNNING) {
            query.unfinished();
        }
        if (wanted.from() != null) {
            var from = Date.from(wanted.from().atStartOfDay(VietnamTime.ZONE).toInstant());
            if (wanted.state() == State.FINISHED) {
                query.finishedAfter(from);
            } else {
                query.startedAfter(from);
            }
        }
        if (wanted.until() != null) {
            var until = Date.from(wanted.until()
                    .plusDays(1)
                    .atStartOfDay(VietnamTime.ZONE)
                    .toInstant()
                    .minusMillis(1));
            if (wanted.state() == State.FINISHED) {
                query.finishedBefore(until);
            } else {
                query.startedBefore(until);
            }
        }
        return query;
    }

    /** What a text variable of each instance holds. */
    Map<String, String> textsOf(List<HistoricProcessInstance> instances, String variable) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        var texts = new HashMap<String, String>();
        historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(
                        instances.stream().map(HistoricProcessInstance::getId).toArray(String[]::new))
                .variableName(variable)
                .list()
                .stream()
                .filter(HistorySearch::isOfTheInstance)
                .filter(found -> found.getValue() != null)
                .forEach(found ->
                        texts.put(found.getProcessInstanceId(), found.getValue().toString()));
        return texts;
    }

    private static boolean isOfTheInstance(HistoricVariableInstance variable) {
        return variable.getTaskId() == null;
    }

    List<Row> shown(List<HistoricProcessInstance> instances) {
        var names = directory.processNames();
        var units = directory.unitNames();
        var subjects = textsOf(instances, SUBJECT);
        var unitIds = textsOf(instances, UNIT);
        var rows = new ArrayList<Row>();
        for (var instance : instances) {
            var unit = unitIds.get(instance.getId());
            rows.add(new Row(
                    instance.getId(),
                    names.getOrDefault(instance.getProcessDefinitionKey(), instance.getProcessDefinitionName()),
                    subjects.getOrDefault(instance.getId(), ""),
                    unit == null ? "" : units.getOrDefault(unit, unit),
                    directory.actor(instance.getStartUserId(), instance.getStartTime()),
                    VietnamTime.format(instance.getStartTime().toInstant()),
                    instance.getEndTime() == null
                            ? ""
                            : VietnamTime.format(instance.getEndTime().toInstant()),
                    workedTime.label(instance.getStartTime(), instance.getEndTime()),
                    stateOf(instance)));
        }
        return rows;
    }

    static String stateOf(HistoricProcessInstance instance) {
        return switch (instance.getState()) {
            case HistoricProcessInstance.STATE_COMPLETED -> "Hoàn thành";
            case HistoricProcessInstance.STATE_ACTIVE -> "Đang chạy";
            case HistoricProcessInstance.STATE_SUSPENDED -> "Tạm dừng";
            default -> "Đã dừng";
        };
    }
}
