package vn.trienkhai.inspection;

import static vn.trienkhai.consistency.Snapshot.RUNNING;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Snapshot;

/** A visit under way has one running process, one that is not approved or is over none; what was recommended is assigned. */
@Component
class InspectionConsistency implements ConsistencyCheck {

    private static final Map<String, ?> NAMES = Map.of(
            "visit", InspectionVisitProcess.KEY,
            "without",
                    List.of(VisitProgress.PROPOSED.name(), VisitProgress.CLOSED.name(), VisitProgress.CANCELLED.name()),
            "verified", List.of(VisitProgress.AWAITING_CONCLUSION.name(), VisitProgress.CLOSED.name()));

    @Override
    public String subject() {
        return "Kiểm tra và quy trình";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.concat(visits(snapshot), recommendations(snapshot));
    }

    private static Stream<String> visits(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select v.id, v.unit, v.progress, coalesce(r.instances, 0) as instances,
                          case when v.progress in (:without) then 0 else 1 end as expected
                        from inspection_visit v
                        left join (select business_key, count(*) as instances from %s running
                                   where process = :visit group by business_key) r
                          on r.business_key = cast(v.id as varchar(36))
                        where coalesce(r.instances, 0) <> case when v.progress in (:without) then 0 else 1 end
                        order by v.visit_date, v.id
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "Cuộc kiểm tra %s tại %s (%s): mong đợi %d quy trình đang chạy, gặp %d."
                                .formatted(
                                        row.getString("id"),
                                        row.getString("unit"),
                                        VisitProgress.valueOf(row.getString("progress"))
                                                .label(),
                                        row.getInt("expected"),
                                        row.getInt("instances")))
                .stream();
    }

    private static Stream<String> recommendations(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select v.id, v.unit, r.wording from inspection_recommendation r
                        join inspection_visit v on v.id = r.visit_id
                        where r.assignment_id is null and v.progress in (:verified)
                        order by v.visit_date, v.id, r.ordinal
                        """,
                        NAMES,
                        (row, number) -> "Cuộc kiểm tra %s tại %s: kiến nghị “%s” không thành việc được giao."
                                .formatted(row.getString("id"), row.getString("unit"), row.getString("wording")))
                .stream();
    }
}
