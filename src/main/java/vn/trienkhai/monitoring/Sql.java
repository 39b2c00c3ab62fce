package vn.trienkhai.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What queries of this module share. */
final class Sql {

    /** Condition: the line s of assignment_state is how its assignment stood at :moment. */
    static final String STOOD_AT =
            """
             s.since <= :moment and not exists (
                select 1 from assignment_state later
                where later.assignment_id = s.assignment_id and later.version > s.version and later.since <= :moment)
            """;

    private Sql() {}

    /** Condition: the view covers the unit that the column names; some thousand ids would have to be compared with each row. */
    static String covers(View view, String column) {
        return view.coversEveryUnit() ? "true" : column + " in (:units)";
    }

    /** For JDBC, which knows no Instant; null stays null. */
    static OffsetDateTime inUtc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
