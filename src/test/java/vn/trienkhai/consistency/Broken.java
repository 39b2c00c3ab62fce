package vn.trienkhai.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Breaks rows by hand, in a transaction that is rolled back, to see whether the check names what was broken. */
public final class Broken {

    private final DataSource database;
    private final List<ConsistencyCheck> checks;

    public Broken(DataSource database, List<ConsistencyCheck> checks) {
        this.database = database;
        this.checks = checks;
    }

    /** What is contradicted now. */
    public List<String> contradictions() throws SQLException {
        try (var connection = database.getConnection()) {
            return lines(connection);
        }
    }

    /** What is found that was not found before; afterwards everything is as before. Each statement must change something. */
    public List<String> by(String statements, Object... values) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                var before = lines(connection);
                for (var single : statements.formatted(values).split(";")) {
                    assertThat(statement.executeUpdate(single)).as(single).isPositive();
                }
                return lines(connection).stream()
                        .filter(line -> !before.contains(line))
                        .toList();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private List<String> lines(Connection connection) {
        return new Consistency(checks)
                .lookWithin(connection).stream()
                        .flatMap(finding -> finding.contradictions().stream())
                        .toList();
    }
}
