package vn.trienkhai.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of absences. What they mean is asked of {@link Absence}. */
class AbsenceRecords {

    private static final String ABSENCES = "select id, person, substitute, kind, first_day, last_day, reason,"
            + " entered_by, entered_at, ended_at from absence ";
    private static final String IN_ORDER = " order by first_day, entered_at, id";

    private final JdbcClient jdbc;

    AbsenceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Planned, running, and those whose end has not been carried out yet. */
    List<Absence> unsettled() {
        return jdbc.sql(ABSENCES + "where settled_at is null" + IN_ORDER)
                .query(AbsenceRecords::read)
                .list();
    }

    List<Absence> ofPerson(String userId) {
        return jdbc.sql(ABSENCES + "where person = :userId" + IN_ORDER)
                .param("userId", userId)
                .query(AbsenceRecords::read)
                .list();
    }

    List<Absence> withSubstitute(String userId) {
        return jdbc.sql(ABSENCES + "where substitute = :userId" + IN_ORDER)
                .param("userId", userId)
                .query(AbsenceRecords::read)
                .list();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql(ABSENCES + "where id = :id")
                .param("id", id)
                .query(AbsenceRecords::read)
                .optional();
    }

    void insert(Absence absence) {
        jdbc.sql(
                        "insert into absence (id, person, substitute, kind, first_day, last_day, reason, entered_by, entered_at)"
                                + " values (:id, :person, :substitute, :kind, :firstDay, :lastDay, :reason, :by, :at)")
                .param("id", absence.id())
                .param("person", absence.person())
                .param("substitute", absence.substitute())
                .param("kind", absence.kind().name())
                .param("firstDay", absence.firstDay())
                .param("lastDay", absence.lastDay(), java.sql.Types.DATE)
                .param("reason", absence.reason())
                .param("by", absence.enteredBy())
                .param("at", absence.enteredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, Instant at, String by, String why) {
        jdbc.sql("update absence set ended_at = :at, ended_by = :by, ended_why = :why where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("why", why)
                .param("id", id)
                .update();
    }

    void settle(UUID id, Instant at) {
        jdbc.sql("update absence set settled_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Until the transaction ends nobody else enters or ends an absence in this unit. */
    void lock(String unit) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", unit)
                .query(String.class)
                .optional();
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("substitute"),
                AbsenceKind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getString("entered_by"),
                moment(row, "entered_at"),
                moment(row, "ended_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
