package vn.trienkhai.assignment;

import static vn.trienkhai.consistency.Snapshot.RUNNING;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Snapshot;

/**
 * An open assignment has one running process, a closed one none; a running clock has its ladder with a timer, or was climbed to
 * the top, a standing one has none; who must handle a rung has a task; the log of states ends with the present one. Every line
 * that a programme opened is an assignment.
 */
@Component
class AssignmentConsistency implements ConsistencyCheck {

    private static final Map<String, ?> NAMES = Map.of(
            "closed", namesOf(Progress::isClosed),
            "withTheUnit", namesOf(Progress::isWithTheUnit),
            "duty", DutyAssignmentProcess.KEY,
            "ladder", OverdueEscalationProcess.KEY,
            "handling", OverdueEscalationProcess.HANDLING_KEY,
            "rung", OverdueEscalationProcess.RUNG);

    private static final String CLOCK_RUNS = "a.binding and a.due is not null and a.progress in (:withTheUnit)";

    @Override
    public String subject() {
        return "Việc được giao và quy trình";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.of(
                        instances(snapshot),
                        instancesOfNothing(snapshot),
                        ladders(snapshot),
                        ladderTimers(snapshot),
                        rungsToHandle(snapshot),
                        handlingsOfNothing(snapshot),
                        states(snapshot),
                        programmeLines(snapshot))
                .flatMap(found -> found);
    }

    private static Stream<String> instances(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select a.id, a.subject, a.progress, coalesce(r.instances, 0) as instances
                        from assignment a
                        left join (select business_key, count(*) as instances from %s running
                                   where process = :duty group by business_key) r
                          on r.business_key = cast(a.id as varchar(36))
                        where coalesce(r.instances, 0) <> case when a.progress in (:closed) then 0 else 1 end
                        order by a.opened_at, a.id
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "%s: mong đợi %d quy trình đang chạy, gặp %d."
                                .formatted(work(row), progressIn(row).isClosed() ? 0 : 1, row.getInt("instances")))
                .stream();
    }

    private static Stream<String> instancesOfNothing(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select r.instance, r.process, r.business_key from %s r
                        where r.process in (:duty, :ladder, :handling)
                        and not exists (select 1 from assignment a where cast(a.id as varchar(36)) = r.business_key)
                        order by r.instance
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "Quy trình %s %s đang chạy cho việc %s, không có trong sổ."
                                .formatted(row.getString("process"), row.getString("instance"), row.getString(3)))
                .stream();
    }

    private static Stream<String> ladders(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select a.id, a.subject, a.progress, coalesce(r.instances, 0) as instances,
                          case when %1$s then 1 else 0 end as expected
                        from assignment a
                        left join (select business_key, count(*) as instances from %2$s running
                                   where process = :ladder group by business_key) r
                          on r.business_key = cast(a.id as varchar(36))
                        where coalesce(r.instances, 0) <> case when %1$s then 1 else 0 end
                        and not (%1$s and r.instances is null and 'EndEvent_TopReached' = coalesce((
                          select h.end_act_id_ from act_hi_procinst h
                          where h.business_key_ = cast(a.id as varchar(36)) and h.proc_def_key_ = :ladder
                          order by h.start_time_ desc, h.end_time_ desc fetch first 1 row only), ''))
                        order by a.opened_at, a.id
                        """
                                .formatted(CLOCK_RUNS, RUNNING),
                        NAMES,
                        (row, number) -> row.getInt("expected") == 1
                                ? "%s: thời hạn đang tính, mong đợi 1 bậc thang nhắc việc đang chạy, gặp %d."
                                        .formatted(work(row), row.getInt("instances"))
                                : "%s: thời hạn không tính, mong đợi không có bậc thang nhắc việc, gặp %d."
                                        .formatted(work(row), row.getInt("instances")))
                .stream();
    }

    private static Stream<String> ladderTimers(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select r.instance, r.business_key,
                          (select count(*) from act_ru_job j where j.process_instance_id_ = r.instance) as timers
                        from %s r where r.process = :ladder
                        and 1 <> (select count(*) from act_ru_job j where j.process_instance_id_ = r.instance)
                        order by r.instance
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "Bậc thang nhắc việc %s của việc %s: mong đợi 1 hẹn giờ, gặp %d."
                                .formatted(row.getString(1), row.getString(2), row.getInt("timers")))
                .stream();
    }

    private static Stream<String> rungsToHandle(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select a.id, a.subject, a.progress, g.code, g.due, coalesce(r.instances, 0) as instances
                        from assignment_rung g join assignment a on a.id = g.assignment_id
                        left join (select v.text_ as rung, count(*) as instances from %s running
                                   join act_ru_variable v on v.execution_id_ = running.instance and v.name_ = :rung
                                   where running.process = :handling group by v.text_) r
                          on r.rung = cast(g.id as varchar(36))
                        where coalesce(r.instances, 0) <> case
                          when g.handled_by_unit is not null and g.handled_at is null and g.lapsed_at is null then 1 else 0 end
                        order by a.opened_at, a.id, g.code
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "%s: bậc %s (hạn %s) có %d việc “Quyết định việc quá hạn”, không đúng với sổ."
                                .formatted(
                                        work(row),
                                        row.getString("code"),
                                        row.getString("due"),
                                        row.getInt("instances")))
                .stream();
    }

    private static Stream<String> handlingsOfNothing(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select r.instance, r.business_key from %s r where r.process = :handling
                        and not exists (select 1 from act_ru_variable v
                          join assignment_rung g on cast(g.id as varchar(36)) = v.text_
                          where v.execution_id_ = r.instance and v.name_ = :rung)
                        order by r.instance
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "“Quyết định việc quá hạn” %s của việc %s không thuộc bậc nào trong sổ."
                                .formatted(row.getString(1), row.getString(2)))
                .stream();
    }

    private static Stream<String> states(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select a.id, a.subject, a.progress from assignment a
                        where not exists (select 1 from assignment_state s
                          where s.assignment_id = a.id and s.progress = a.progress and s.unit = a.unit
                          and s.binding = a.binding and coalesce(s.due, date '1900-01-01') = coalesce(a.due, date '1900-01-01')
                          and s.version = (select max(l.version) from assignment_state l where l.assignment_id = a.id))
                        order by a.opened_at, a.id
                        """,
                        NAMES,
                        (row, number) ->
                                "%s: nhật ký trạng thái không kết thúc bằng trạng thái hiện nay.".formatted(work(row)))
                .stream();
    }

    /** More than opened are allowed: a unit that was dissolved has handed its own over to others. */
    private static Stream<String> programmeLines(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select p.id, p.name, p.opened_lines,
                          (select count(*) from assignment a
                           where a.origin_kind = 'programme' and a.origin_id = cast(p.id as varchar(36))) as assignments
                        from work_programme p
                        where p.opened_lines > (select count(*) from assignment a
                          where a.origin_kind = 'programme' and a.origin_id = cast(p.id as varchar(36)))
                        order by p.proposed_at, p.id
                        """,
                        (row, number) -> "Chương trình %s “%s”: đã mở %d việc, sổ việc được giao chỉ có %d."
                                .formatted(
                                        row.getString("id"),
                                        row.getString("name"),
                                        row.getInt("opened_lines"),
                                        row.getInt("assignments")))
                .stream();
    }

    private static String work(ResultSet row) throws SQLException {
        return "Việc %s “%s” (%s)"
                .formatted(
                        row.getString("id"),
                        row.getString("subject"),
                        progressIn(row).label().toLowerCase(Locale.ROOT));
    }

    private static Progress progressIn(ResultSet row) throws SQLException {
        return Progress.valueOf(row.getString("progress"));
    }

    private static List<String> namesOf(Predicate<Progress> which) {
        return Arrays.stream(Progress.values()).filter(which).map(Enum::name).toList();
    }
}
