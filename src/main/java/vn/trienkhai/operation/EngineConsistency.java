package vn.trienkhai.operation;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Snapshot;

/**
 * The engine with itself: what history holds for open is open, and the reverse; nothing stands still that nobody has explained.
 * A job that failed for good, or an incident, is explained by a note (Cockpit, or {@code setAnnotationForIncidentById}).
 */
@Component
class EngineConsistency implements ConsistencyCheck {

    @Override
    public String subject() {
        return "Quy trình và lịch sử";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.of(
                        lostTasks(snapshot),
                        tasksWithoutHistory(snapshot),
                        lostInstances(snapshot),
                        calledForNothing(snapshot),
                        failedJobs(snapshot),
                        incidents(snapshot))
                .flatMap(found -> found);
    }

    private static Stream<String> lostTasks(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select h.act_name_, h.proc_inst_id_, p.business_key_ from act_hi_actinst h
                        left join act_hi_procinst p on p.id_ = h.proc_inst_id_
                        where h.act_type_ = 'userTask' and h.end_time_ is null
                        and not exists (select 1 from act_ru_task t where t.id_ = h.task_id_)
                        order by h.start_time_, h.id_
                        """,
                        (row, number) ->
                                "Bước “%s” của quy trình %s (%s) đang mở trong lịch sử mà không còn việc nào để làm."
                                        .formatted(row.getString(1), row.getString(2), row.getString(3)))
                .stream();
    }

    private static Stream<String> tasksWithoutHistory(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select t.id_, t.name_, t.proc_inst_id_ from act_ru_task t
                        where not exists (select 1 from act_hi_actinst h
                          where h.proc_inst_id_ = t.proc_inst_id_ and h.task_id_ = t.id_ and h.end_time_ is null)
                        order by t.create_time_, t.id_
                        """,
                        (row, number) ->
                                "Việc %s “%s” của quy trình %s không có trong lịch sử, hoặc lịch sử ghi đã xong."
                                        .formatted(row.getString(1), row.getString(2), row.getString(3)))
                .stream();
    }

    private static Stream<String> lostInstances(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select h.proc_def_key_, h.id_, h.business_key_ from act_hi_procinst h
                        where h.end_time_ is null and not exists (select 1 from act_ru_execution e where e.id_ = h.id_)
                        union all
                        select p.key_, e.id_, e.business_key_ from act_ru_execution e
                        join act_re_procdef p on p.id_ = e.proc_def_id_
                        where e.parent_id_ is null
                        and not exists (select 1 from act_hi_procinst h where h.id_ = e.id_ and h.end_time_ is null)
                        order by 1, 2
                        """,
                        (row, number) -> "Quy trình %s %s (%s): lịch sử và hiện trạng không cùng ghi là đang chạy."
                                .formatted(row.getString(1), row.getString(2), row.getString(3)))
                .stream();
    }

    private static Stream<String> calledForNothing(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select h.act_id_, h.proc_inst_id_, h.call_proc_inst_id_ from act_hi_actinst h
                        where h.act_type_ = 'callActivity' and h.end_time_ is null
                        and not exists (select 1 from act_ru_execution e
                          where e.id_ = h.call_proc_inst_id_ and e.super_exec_ is not null)
                        order by h.start_time_, h.id_
                        """,
                        (row, number) -> "Bước %s của quy trình %s chờ quy trình %s, không đang chạy."
                                .formatted(row.getString(1), row.getString(2), row.getString(3)))
                .stream();
    }

    private static Stream<String> failedJobs(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select j.id_, j.handler_type_, j.process_def_key_, j.process_instance_id_, j.exception_msg_
                        from act_ru_job j where j.retries_ <= 0
                        and not exists (select 1 from act_ru_incident i
                          where i.configuration_ = j.id_ and i.annotation_ is not null)
                        order by j.id_
                        """,
                        (row, number) -> "Tác vụ nền %s (%s) của quy trình %s %s đã thôi thử lại: %s"
                                .formatted(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                .stream();
    }

    private static Stream<String> incidents(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select i.id_, i.incident_type_, i.activity_id_, i.proc_inst_id_, i.incident_msg_
                        from act_ru_incident i where i.annotation_ is null and i.id_ = i.root_cause_incident_id_
                        and not exists (select 1 from act_ru_job j where j.id_ = i.configuration_ and j.retries_ <= 0)
                        order by i.incident_timestamp_, i.id_
                        """,
                        (row, number) -> "Sự cố %s (%s) ở bước %s của quy trình %s chưa được giải thích: %s"
                                .formatted(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                .stream();
    }
}
