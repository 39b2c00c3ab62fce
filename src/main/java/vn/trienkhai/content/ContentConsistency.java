package vn.trienkhai.content;

import static vn.trienkhai.consistency.Snapshot.RUNNING;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Snapshot;

/** A channel that was served has its entry in the book of evidence; one that is planned waits in exactly one process. */
@Component
class ContentConsistency implements ConsistencyCheck {

    private static final Map<String, ?> NAMES = Map.of(
            "done",
            RunStatus.DONE.name(),
            "planned",
            RunStatus.PLANNED.name(),
            "dissemination",
            ChannelDisseminationProcess.KEY,
            "run",
            ChannelDisseminationProcess.RUN);

    @Override
    public String subject() {
        return "Kênh tuyên truyền và sổ minh chứng";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.of(withoutEvidence(snapshot), evidenceOfNoRun(snapshot), steps(snapshot))
                .flatMap(found -> found);
    }

    private static Stream<String> withoutEvidence(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select r.id, r.unit, r.channel from channel_run r
                        where r.status = :done and not exists (select 1 from evidence e
                          where e.id = r.evidence_id and e.unit = r.unit and e.content_id = r.content_id)
                        order by r.id
                        """,
                        NAMES,
                        (row, number) -> "Kênh %s của %s (%s) đã thực hiện mà sổ không có minh chứng."
                                .formatted(row.getString("channel"), row.getString("unit"), row.getString("id")))
                .stream();
    }

    /** An entry is made in the step that serves the channel; a correction names the entry that it replaces. */
    private static Stream<String> evidenceOfNoRun(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select e.id, e.unit, e.channel from evidence e
                        where e.content_id is not null and e.assignment_id is not null
                        and not exists (select 1 from channel_run r where r.evidence_id = e.id)
                        and not exists (select 1 from evidence former where former.replaced_by = e.id)
                        order by e.id
                        """,
                        (row, number) -> "Minh chứng %s của %s trên kênh %s không thuộc lượt tuyên truyền nào."
                                .formatted(row.getString("id"), row.getString("unit"), row.getString("channel")))
                .stream();
    }

    private static Stream<String> steps(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select r.id, r.unit, r.channel, r.status, coalesce(s.steps, 0) as steps from channel_run r
                        left join (select v.text_ as run, count(*) as steps from %s running
                                   join act_ru_variable v on v.proc_inst_id_ = running.instance and v.name_ = :run
                                   where running.process = :dissemination group by v.text_) s
                          on s.run = cast(r.id as varchar(36))
                        where (r.status = :planned and coalesce(s.steps, 0) <> 1)
                        order by r.id
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "Kênh %s của %s (%s, %s): mong đợi 1 bước đang chờ, gặp %d."
                                .formatted(
                                        row.getString("channel"),
                                        row.getString("unit"),
                                        row.getString("id"),
                                        RunStatus.valueOf(row.getString("status"))
                                                .label(),
                                        row.getInt("steps")))
                .stream();
    }
}
