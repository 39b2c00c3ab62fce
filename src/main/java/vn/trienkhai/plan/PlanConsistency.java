package vn.trienkhai.plan;

import static vn.trienkhai.consistency.Snapshot.RUNNING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Snapshot;

/**
 * A programme that is not over has one running process, one that is over none. A plan that somebody has to confirm, approve or
 * send has one running adoption; a unit that has not confirmed the receipt is asked to.
 */
@Component
class PlanConsistency implements ConsistencyCheck {

    private static final Map<String, ?> NAMES = Map.of(
            "over",
            namesOf(ProgrammeStatus::isOver),
            "programme",
            WorkProgrammeProcess.KEY,
            "adoption",
            PlanAdoptionProcess.KEY,
            "underWay",
            List.of("CHECKING", "AWAITING_DECISION", "ADOPTED"),
            "receipt",
            "UserTask_ConfirmPlanReceipt");

    @Override
    public String subject() {
        return "Kế hoạch, chương trình và quy trình";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.of(programmes(snapshot), adoptions(snapshot), receipts(snapshot))
                .flatMap(found -> found);
    }

    private static Stream<String> programmes(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select p.id, p.name, p.status, coalesce(r.instances, 0) as instances
                        from work_programme p
                        left join (select business_key, count(*) as instances from %s running
                                   where process = :programme group by business_key) r
                          on r.business_key = cast(p.id as varchar(36))
                        where coalesce(r.instances, 0) <> case when p.status in (:over) then 0 else 1 end
                        order by p.proposed_at, p.id
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "Chương trình %s “%s” (%s): mong đợi %d quy trình đang chạy, gặp %d."
                                .formatted(
                                        row.getString("id"),
                                        row.getString("name"),
                                        ProgrammeStatus.valueOf(row.getString("status"))
                                                .label(),
                                        ProgrammeStatus.valueOf(row.getString("status"))
                                                        .isOver()
                                                ? 0
                                                : 1,
                                        row.getInt("instances")))
                .stream();
    }

    private static Stream<String> adoptions(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select a.plan_id, a.stage, coalesce(r.instances, 0) as instances
                        from plan_adoption a
                        left join (select business_key, count(*) as instances from %s running
                                   where process = :adoption group by business_key) r
                          on r.business_key = a.plan_id
                        where a.stage in (:underWay) and coalesce(r.instances, 0) <> 1
                        order by a.opened_at, a.id
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "Kế hoạch %s (%s): mong đợi 1 quy trình thông qua đang chạy, gặp %d."
                                .formatted(
                                        row.getString("plan_id"),
                                        PlanAdoption.Stage.valueOf(row.getString("stage"))
                                                .label(),
                                        row.getInt("instances")))
                .stream();
    }

    private static Stream<String> receipts(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select a.plan_id, count(*) as unconfirmed, min(coalesce(t.tasks, 0)) as tasks
                        from plan_adoption a join plan_receipt c on c.adoption_id = a.id and c.confirmed_at is null
                        left join (select r.business_key, count(*) as tasks from act_ru_task t
                                   join %s r on r.instance = t.proc_inst_id_
                                   where t.task_def_key_ = :receipt group by r.business_key) t on t.business_key = a.plan_id
                        where a.stage = 'SENT' group by a.id, a.plan_id
                        having count(*) <> min(coalesce(t.tasks, 0))
                        order by a.plan_id
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) ->
                                "Kế hoạch %s: %d đơn vị chưa xác nhận nhận kế hoạch, %d đơn vị đang được yêu cầu."
                                        .formatted(
                                                row.getString("plan_id"),
                                                row.getInt("unconfirmed"),
                                                row.getInt("tasks")))
                .stream();
    }

    private static List<String> namesOf(Predicate<ProgrammeStatus> which) {
        return Arrays.stream(ProgrammeStatus.values())
                .filter(which)
                .map(Enum::name)
                .toList();
    }
}
