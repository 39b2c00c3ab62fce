package vn.trienkhai.reporting;

import static vn.trienkhai.consistency.Snapshot.RUNNING;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Snapshot;

/** A request that is open has one running process, one that is closed none; what was issued is a report that somebody approved. */
@Component
class ReportConsistency implements ConsistencyCheck {

    private static final Map<String, ?> NAMES = Map.of(
            "request",
            ReportOnRequestProcess.KEY,
            "closed",
            Arrays.stream(RequestStatus.values())
                    .filter(RequestStatus::isClosed)
                    .map(Enum::name)
                    .toList(),
            "issued",
            RequestStatus.ISSUED.name());

    @Override
    public String subject() {
        return "Báo cáo và quy trình";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.concat(requests(snapshot), issued(snapshot));
    }

    private static Stream<String> requests(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select q.id, q.name, q.status, coalesce(r.instances, 0) as instances,
                          case when q.status in (:closed) then 0 else 1 end as expected
                        from report_request q
                        left join (select business_key, count(*) as instances from %s running
                                   where process = :request group by business_key) r
                          on r.business_key = cast(q.id as varchar(36))
                        where coalesce(r.instances, 0) <> case when q.status in (:closed) then 0 else 1 end
                        order by q.requested_at, q.id
                        """
                                .formatted(RUNNING),
                        NAMES,
                        (row, number) -> "Yêu cầu báo cáo %s “%s” (%s): mong đợi %d quy trình đang chạy, gặp %d."
                                .formatted(
                                        row.getString("id"),
                                        row.getString("name"),
                                        RequestStatus.valueOf(row.getString("status"))
                                                .label(),
                                        row.getInt("expected"),
                                        row.getInt("instances")))
                .stream();
    }

    private static Stream<String> issued(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select q.id, q.name from report_request q where q.status = :issued
                        and not exists (select 1 from report r where r.request_id = q.id and r.approved_at is not null)
                        order by q.requested_at, q.id
                        """,
                        NAMES,
                        (row, number) ->
                                "Yêu cầu báo cáo %s “%s”: ghi đã ban hành mà không có báo cáo đã được phê duyệt."
                                        .formatted(row.getString("id"), row.getString("name")))
                .stream();
    }
}
