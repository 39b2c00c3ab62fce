package vn.trienkhai.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.trienkhai.upkeep.Tables.Column;

/**
 * Moves all tables from one database to the other. The migrations make the tables; then, in one transaction, foreign keys are
 * taken off, rows copied, each table counted and compared by checksum, and the keys put back, which checks them. Anything
 * that fails leaves the target as the migrations made it, so that the command can be given again.
 */
class DataMove {

    private static final Logger LOG = LoggerFactory.getLogger(DataMove.class);

    private static final String CHANGELOG = "classpath:db/master.yaml";
    private static final int BATCH = 500;

    /** What tells of work or of a first start; migrations alone write into none of them. */
    private static final List<String> EMPTY_IN_A_NEW_DATABASE =
            List.of("plan", "unit", "act_re_deployment", "act_hi_procinst", "act_id_user");

    private final Connection source;
    private final Connection target;

    DataMove(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /** @return how many rows there are now @throws MoveRefused if the two do not fit or something did not arrive as it was */
    long run() throws SQLException {
        var from = Tables.of(source, "PUBLIC");
        requireEmptyTarget();
        migrate();
        var to = Tables.of(target, "public");
        requireSameChanges();
        requireSameTables(from, to);
        source.setReadOnly(true);
        source.setAutoCommit(false);
        target.setAutoCommit(false);
        try {
            var rows = moveAll(to);
            target.commit();
            return rows;
        } finally {
            target.rollback();
            source.rollback();
        }
    }

    private void requireEmptyTarget() throws SQLException {
        var tables = Tables.of(target, "public").keySet();
        for (var table : EMPTY_IN_A_NEW_DATABASE) {
            if (tables.contains(table) && count(target, table) > 0) {
                throw new MoveRefused(
                        "PostgreSQL không trống: bảng %s đã có %d dòng. Mong đợi một cơ sở dữ liệu mới, chưa dùng."
                                .formatted(table, count(target, table)));
            }
        }
        if (!tables.isEmpty() && !tables.contains("plan")) {
            throw new MoveRefused("PostgreSQL không trống: có bảng %s của chương trình khác."
                    .formatted(tables.iterator().next()));
        }
    }

    private void migrate() throws SQLException {
        LOG.info("Tạo các bảng trên PostgreSQL.");
        var migration = new SpringLiquibase();
        migration.setDataSource(new SingleConnectionDataSource(target, true));
        migration.setResourceLoader(new DefaultResourceLoader());
        migration.setChangeLog(CHANGELOG);
        try {
            migration.afterPropertiesSet();
        } catch (LiquibaseException failure) {
            throw new SQLException(failure);
        }
    }

    private void requireSameChanges() throws SQLException {
        var before = changes(source);
        var now = changes(target);
        if (!before.equals(now)) {
            var different = new TreeSet<>(before);
            different.addAll(now);
            different.removeIf(change -> before.contains(change) && now.contains(change));
            throw new MoveRefused(
                    "Cơ sở dữ liệu H2 thuộc bản khác của chương trình (khác ở %s). Hãy chạy bản này một lần trên H2, dừng lại, rồi chuyển."
                            .formatted(different.first()));
        }
    }

    private static TreeSet<String> changes(Connection connection) throws SQLException {
        var changes = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, author from databasechangelog")) {
            while (rows.next()) {
                changes.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return changes;
    }

    private static void requireSameTables(Map<String, List<Column>> from, Map<String, List<Column>> to) {
        if (!names(from).equals(names(to))) {
            var different = new TreeSet<>(names(from));
            different.addAll(names(to));
            different.removeIf(name -> names(from).contains(name) && names(to).contains(name));
            throw new MoveRefused(
                    "Hai cơ sở dữ liệu không có cùng bảng và cột, khác ở: %s.".formatted(String.join("; ", different)));
        }
    }

    private static TreeSet<String> names(Map<String, List<Column>> tables) {
        var names = new TreeSet<String>();
        tables.forEach((table, columns) -> names.add(table + "(" + Tables.names(columns) + ")"));
        return names;
    }

    private long moveAll(Map<String, List<Column>> tables) throws SQLException {
        var keys = foreignKeys();
        for (var key : keys) {
            execute("alter table %s drop constraint %s".formatted(key.table(), key.name()));
        }
        execute("truncate " + String.join(", ", tables.keySet()));
        var sent = new TreeMap<String, TableSum>();
        for (var table : tables.entrySet()) {
            sent.put(table.getKey(), copy(table.getKey(), table.getValue()));
        }
        var rows = 0L;
        for (var table : tables.entrySet()) {
            rows += compare(table.getKey(), sent.get(table.getKey()), table.getValue());
        }
        for (var key : keys) {
            execute("alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()));
        }
        LOG.info("{} ràng buộc khóa ngoại đã kiểm tra.", keys.size());
        execute("analyze");
        return rows;
    }

    private TableSum copy(String table, List<Column> columns) throws SQLException {
        var sum = new TableSum();
        var places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (var insert = target.prepareStatement(
                "insert into %s (%s) values (%s)".formatted(table, Tables.names(columns), places))) {
            Tables.read(source, table, columns, row -> {
                sum.add(row);
                for (var index = 0; index < row.length; index++) {
                    insert.setObject(index + 1, row[index], columns.get(index).sqlType());
                }
                insert.addBatch();
                if (sum.rows() % BATCH == 0) {
                    insert.executeBatch();
                }
            });
            insert.executeBatch();
        }
        return sum;
    }

    private long compare(String table, TableSum sent, List<Column> columns) throws SQLException {
        var arrived = Tables.sumOf(target, table, columns);
        if (!arrived.equals(sent)) {
            throw new MoveRefused("Bảng %s không đến nguyên vẹn: gửi %s, nhận %s. PostgreSQL chưa nhận gì."
                    .formatted(table, sent, arrived));
        }
        if (sent.rows() > 0) {
            LOG.info("{}: {} dòng", table, sent.rows());
        }
        return sent.rows();
    }

    private record ForeignKey(String table, String name, String definition) {}

    private List<ForeignKey> foreignKeys() throws SQLException {
        var keys = new ArrayList<ForeignKey>();
        try (var statement = target.createStatement();
                var rows = statement.executeQuery("select conrelid::regclass::text, quote_ident(conname),"
                        + " pg_get_constraintdef(oid) from pg_constraint"
                        + " where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2")) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = target.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
