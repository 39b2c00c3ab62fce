package vn.trienkhai.operation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/**
 * How often the steps of a process ran and how many working days they took, of one version of it. Days are counted for the
 * steps that wait for somebody: user tasks and called processes; broken-off ones are left out of them.
 */
@Component
class HeatMap {

    /** Kinds of activities that take days, as the engine names them. */
    private static final List<String> TAKING_DAYS = List.of("userTask", "callActivity");

    private static final int PIECE = 500;

    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final WorkedTime workedTime;

    HeatMap(HistoryService historyService, RepositoryService repositoryService, WorkedTime workedTime) {
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.workedTime = workedTime;
    }

    /**
     * @param times how often it ended, broken off or not
     * @param running how many run now
     * @param mean working days on average, "2,5"; empty where it takes none
     * @param days the same as a number; -1 where it takes none
     * @param longest working days
     */
    record Step(String activity, String name, long times, long running, String mean, double days, String longest) {}

    /** @param cut whether older runs were left uncounted in the days, because there are too many */
    record Heat(String process, List<Step> steps, boolean cut) {}

    /**
     * @param from first day on which a step ended, inclusive; null: any
     * @param until last such day, inclusive; null: any
     * @throws NotAllowed if the person may not read the history of every process
     */
    Heat of(String definitionId, LocalDate from, LocalDate until, Overseer who) {
        if (!who.everything()) {
            throw new NotAllowed("Bạn không được xem số liệu của cả quy trình.");
        }
        var definition = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult();
        if (definition == null) {
            throw new NotFound("Không có quy trình này.");
        }
        var after = from == null
                ? null
                : Date.from(from.atStartOfDay(VietnamTime.ZONE).toInstant());
        var before = until == null
                ? null
                : Date.from(until.plusDays(1)
                        .atStartOfDay(VietnamTime.ZONE)
                        .toInstant()
                        .minusMillis(1));
        var days = new HashMap<String, List<Integer>>();
        var cut = TAKING_DAYS.stream()
                .map(type -> collect(definitionId, type, after, before, days))
                .reduce(false, Boolean::logicalOr);
        var ended = ended(definitionId, after, before);
        var running = running(definitionId);
        var steps = new ArrayList<Step>();
        for (var node : repositoryService.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class)) {
            var times = ended.getOrDefault(node.getId(), 0L);
            var now = running.getOrDefault(node.getId(), 0L);
            if (times + now > 0 && node.getName() != null) {
                var took = days.getOrDefault(node.getId(), List.of());
                var counts = (node instanceof UserTask || node instanceof CallActivity) && !took.isEmpty();
                steps.add(new Step(
                        node.getId(),
                        node.getName(),
                        times,
                        now,
                        counts ? WorkedTime.mean(took) : "",
                        counts
                                ? took.stream()
                                        .mapToInt(Integer::intValue)
                                        .average()
                                        .orElse(0)
                                : -1,
                        counts ? Collections.max(took).toString() : ""));
            }
        }
        steps.sort(Comparator.comparing(Step::days).thenComparing(Step::times).reversed());
        return new Heat(definition.getName(), steps, cut);
    }

    /** Counted by the engine itself. */
    private Map<String, Long> ended(String definitionId, Date after, Date before) {
        var query = historyService
                .createHistoricActivityStatisticsQuery(definitionId)
                .includeFinished();
        if (after != null) {
            query.finishedAfter(after);
        }
        if (before != null) {
            query.finishedBefore(before);
        }
        var counts = new HashMap<String, Long>();
        query.list().forEach(counted -> counts.put(counted.getId(), counted.getFinished()));
        return counts;
    }

    private Map<String, Long> running(String definitionId) {
        var counts = new HashMap<String, Long>();
        historyService
                .createHistoricActivityStatisticsQuery(definitionId)
                .list()
                .forEach(counted -> counts.put(counted.getId(), counted.getInstances()));
        return counts;
    }

    /** @return whether there were more than are read */
    private boolean collect(
            String definitionId, String type, Date after, Date before, Map<String, List<Integer>> days) {
        var query = historyService
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definitionId)
                .activityType(type)
                .finished()
                .orderByHistoricActivityInstanceEndTime()
                .desc();
        if (after != null) {
            query.finishedAfter(after);
        }
        if (before != null) {
            query.finishedBefore(before);
        }
        var read = 0;
        var piece = query.listPage(0, PIECE);
        while (!piece.isEmpty()) {
            piece.stream().filter(ran -> !ran.isCanceled()).forEach(ran -> days.computeIfAbsent(
                            ran.getActivityId(), activity -> new ArrayList<>())
                    .add(workedTime.days(ran.getStartTime(), ran.getEndTime())));
            read += piece.size();
            if (read >= Found.MOST) {
                return true;
            }
            piece = piece.size() < PIECE ? List.of() : query.listPage(read, PIECE);
        }
        return false;
    }
}
