package vn.trienkhai.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/** Reads how assignments stood at a moment: of each the last line written by then. */
@Component
class AssignmentStates {

    private static final String COLUMNS =
            """
            select a.id, a.plan_id, a.duty_code, a.origin_kind, a.origin_id, a.subject, a.assigner, a.opened_at,
                s.unit, s.binding, s.progress, s.due, s.due_at, s.stopped_on, s.submitted_at, s.closed_at
            """;

    private static final String STOOD =
            """
             where s.since <= :moment and not exists (
                select 1 from assignment_state later
                where later.assignment_id = s.assignment_id and later.version > s.version and later.since <= :moment)
            """;

    private static final String AT =
            COLUMNS + " from assignment a join assignment_state s on s.assignment_id = a.id" + STOOD;

    /** The same, found by the lines: a left join keeps H2 from reading the whole plan first. */
    private static final String BY_LINE =
            COLUMNS + " from assignment_state s left join assignment a on a.id = s.assignment_id" + STOOD;

    /** What is open now, as many together as {@link AssignmentState} judges alike: few lines, however much is open. */
    private static final String OPEN =
            """
            select binding, progress, due, due_at, stopped_on, submitted_at, count(*) as assignments
            from assignment where progress not in (:closed)
            group by binding, progress, due, due_at, stopped_on, submitted_at
            """;

    private final JdbcClient jdbc;

    AssignmentStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> firstUnitsOf(Origin origin) {
        var units = new HashMap<UUID, String>();
        jdbc.sql("select s.assignment_id, s.unit from assignment a join assignment_state s on s.assignment_id = a.id"
                        + " where a.origin_kind = :kind and a.origin_id = :id and not exists (select 1 from"
                        + " assignment_state f where f.assignment_id = s.assignment_id and f.version < s.version)")
                .param("kind", origin.kind())
                .param("id", origin.id())
                .query((row, number) -> units.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return units;
    }

    List<AssignmentState> ofPlanAt(String planId, Instant moment) {
        return jdbc.sql(AT + " and a.plan_id = :plan order by a.opened_at, a.id")
                .param("moment", AssignmentStateRecorder.inUtc(moment))
                .param("plan", planId)
                .query(AssignmentStates::read)
                .list();
    }

    List<AssignmentState> openedByAt(Origin origin, Instant moment) {
        return jdbc.sql(AT + " and a.origin_kind = :kind and a.origin_id = :id order by a.subject, a.id")
                .param("moment", AssignmentStateRecorder.inUtc(moment))
                .param("kind", origin.kind())
                .param("id", origin.id())
                .query(AssignmentStates::read)
                .list();
    }

    /** Whether one of them is open now; found by the open ones, however many are closed. */
    boolean isAnyOpenOf(Origin origin) {
        return jdbc.sql("select count(*) from (select 1 from assignment where origin_kind = :kind and origin_id = :id"
                                + " and progress in (:open) fetch first 1 row only) one")
                        .param("kind", origin.kind())
                        .param("id", origin.id())
                        .param(
                                "open",
                                Stream.of(Progress.values())
                                        .filter(progress -> !progress.isClosed())
                                        .map(Enum::name)
                                        .toList())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Due in a period; both days inclusive. */
    List<AssignmentState> dueInAt(String planId, LocalDate from, LocalDate to, Instant moment) {
        return jdbc.sql(BY_LINE
                        + " and a.plan_id = :plan and s.due between :from and :to order by s.due, a.subject, a.id")
                .param("moment", AssignmentStateRecorder.inUtc(moment))
                .param("plan", planId)
                .param("from", from)
                .param("to", to)
                .query(AssignmentStates::read)
                .list();
    }

    /**
     * Without a last day, opened by the end of a period and not closed before it; both days inclusive. What was closed before
     * the period and by the moment is left out before its history is read.
     */
    List<AssignmentState> withoutDayAt(String planId, LocalDate from, LocalDate to, Instant moment) {
        return jdbc.sql(
                        BY_LINE
                                + """
                         and a.plan_id = :plan and s.due is null and a.opened_at <= :end
                        and (a.closed_at is null or a.closed_at >= :begin or a.closed_at > :moment)
                        and (s.closed_at is null or s.closed_at >= :begin) order by a.opened_at, a.id
                        """)
                .param("moment", AssignmentStateRecorder.inUtc(moment))
                .param("plan", planId)
                .param("begin", from.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime())
                .param("end", AssignmentStateRecorder.inUtc(VietnamTime.endOf(to)))
                .query(AssignmentStates::read)
                .list();
    }

    List<AssignmentState> allAt(Collection<UUID> ids, Instant moment) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(AT + " and a.id in (:ids)")
                        .param("moment", AssignmentStateRecorder.inUtc(moment))
                        .param("ids", ids)
                        .query(AssignmentStates::read)
                        .list();
    }

    /** Of all plans, as it is now; overdue at a moment. */
    OpenWork openWorkAt(Instant moment) {
        return jdbc
                .sql(OPEN)
                .param("closed", Assignments.CLOSED.stream().map(Progress::name).toList())
                .query((row, number) -> {
                    var alike = row.getLong("assignments");
                    return new OpenWork(alike, clockOf(row).isOverdueAt(moment) ? alike : 0);
                })
                .list()
                .stream()
                .reduce(OpenWork.NONE, OpenWork::plus);
    }

    /** Only what lateness depends on. */
    private static AssignmentState clockOf(ResultSet row) throws SQLException {
        return new AssignmentState(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                row.getBoolean("binding"),
                Progress.valueOf(row.getString("progress")),
                row.getObject("due", LocalDate.class),
                instant(row, "due_at"),
                row.getObject("stopped_on", LocalDate.class),
                instant(row, "submitted_at"),
                null);
    }

    private static AssignmentState read(ResultSet row, int number) throws SQLException {
        return new AssignmentState(
                row.getObject("id", UUID.class),
                row.getString("plan_id"),
                row.getString("duty_code"),
                new Origin(row.getString("origin_kind"), row.getString("origin_id")),
                row.getString("subject"),
                row.getString("assigner"),
                instant(row, "opened_at"),
                row.getString("unit"),
                row.getBoolean("binding"),
                Progress.valueOf(row.getString("progress")),
                row.getObject("due", LocalDate.class),
                instant(row, "due_at"),
                row.getObject("stopped_on", LocalDate.class),
                instant(row, "submitted_at"),
                instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
