package vn.trienkhai.consistency;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Asks every module about one and the same moment. */
public final class Consistency {

    private final List<ConsistencyCheck> checks;

    Consistency(List<ConsistencyCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** What one module found. */
    record Finding(String subject, List<String> contradictions) {}

    /** @param database one that is in no transaction; nothing in it is changed */
    List<Finding> look(Connection database) throws SQLException {
        database.setAutoCommit(false);
        database.setReadOnly(true);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return lookWithin(database);
        } finally {
            database.rollback();
        }
    }

    /** In the transaction that the connection is in, with what that has changed itself. */
    List<Finding> lookWithin(Connection database) {
        var snapshot = new Snapshot(new JdbcTemplate(new SingleConnectionDataSource(database, true)));
        var findings = new ArrayList<Finding>();
        for (var check : checks) {
            try (var contradictions = check.contradictions(snapshot)) {
                findings.add(new Finding(check.subject(), contradictions.toList()));
            }
        }
        return findings;
    }
}
