package vn.trienkhai.assignment;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds a line to the states of an assignment whenever its row is written, in the same transaction. It hears this from
 * Hibernate, so that no change can forget it: hand-outs, holds, moved deadlines and changes of the calendar included.
 */
class AssignmentStateRecorder {

    private final JdbcClient jdbc;
    private final ObjectProvider<RecordedMoments> moments;

    /** Hibernate makes this listener while it is made itself: the moments are looked up when the first row is written. */
    AssignmentStateRecorder(JdbcClient jdbc, ObjectProvider<RecordedMoments> moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** An insert within a flush goes past the persistence context, hence JDBC; the transaction is the same. */
    @PostPersist
    @PostUpdate
    void record(Assignment assignment) {
        var state = assignment.state();
        jdbc.sql(
                        """
                        insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at,
                            stopped_on, submitted_at, closed_at)
                        values (:assignment, :version, :since, :unit, :binding, :progress, :due, :dueAt, :stoppedOn,
                            :submittedAt, :closedAt)
                        """)
                .param("assignment", state.assignment())
                .param("version", assignment.version())
                .param("since", inUtc(moments.getObject().ofEntry()))
                .param("unit", state.unit())
                .param("binding", state.binding())
                .param("progress", state.progress().name())
                .param("due", state.due())
                .param("dueAt", inUtc(state.dueAt()))
                .param("stoppedOn", state.stoppedOn())
                .param("submittedAt", inUtc(state.submittedAt()))
                .param("closedAt", inUtc(state.closedAt()))
                .update();
    }

    /** JDBC knows no Instant. Null stays null. */
    static OffsetDateTime inUtc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
