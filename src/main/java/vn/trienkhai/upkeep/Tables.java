package vn.trienkhai.upkeep;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of a database with their columns, in either product, named in lower case. */
final class Tables {

    /** Liquibase's own: each database keeps what was done to it. */
    private static final Set<String> OF_THE_MIGRATION = Set.of("databasechangelog", "databasechangeloglock");

    private static final int FETCH = 500;

    private Tables() {}

    /** One column. @param type as in {@link Types} */
    record Column(String name, int type, String typeName) {

        Object read(ResultSet row, int index) throws SQLException {
            return row.getObject(index, javaType());
        }

        /** As the driver of PostgreSQL wants to be told; it calls moments with and without a zone the same. */
        int sqlType() {
            return javaType() == OffsetDateTime.class ? Types.TIMESTAMP_WITH_TIMEZONE : type;
        }

        private Class<?> javaType() {
            return switch (type) {
                case Types.TIMESTAMP -> typeName.endsWith("tz") ? OffsetDateTime.class : LocalDateTime.class;
                case Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.class;
                case Types.DATE -> LocalDate.class;
                case Types.TIME -> LocalTime.class;
                case Types.BOOLEAN, Types.BIT -> Boolean.class;
                case Types.SMALLINT, Types.TINYINT, Types.INTEGER -> Integer.class;
                case Types.BIGINT -> Long.class;
                case Types.NUMERIC, Types.DECIMAL -> BigDecimal.class;
                case Types.DOUBLE, Types.FLOAT, Types.REAL -> Double.class;
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> byte[].class;
                default -> typeName.equals("uuid") ? UUID.class : String.class;
            };
        }
    }

    /** @param schema {@code PUBLIC} in H2, {@code public} in PostgreSQL @return columns by table, both in the order of their names */
    static Map<String, List<Column>> of(Connection connection, String schema) throws SQLException {
        var tables = new TreeMap<String, List<Column>>();
        var meta = connection.getMetaData();
        try (var rows = meta.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                var name = lower(rows.getString("TABLE_NAME"));
                if (!OF_THE_MIGRATION.contains(name)) {
                    tables.put(name, new ArrayList<>());
                }
            }
        }
        try (var rows = meta.getColumns(null, schema, "%", "%")) {
            while (rows.next()) {
                var columns = tables.get(lower(rows.getString("TABLE_NAME")));
                if (columns != null) {
                    columns.add(new Column(
                            lower(rows.getString("COLUMN_NAME")),
                            rows.getInt("DATA_TYPE"),
                            lower(rows.getString("TYPE_NAME"))));
                }
            }
        }
        tables.values()
                .forEach(columns -> columns.sort((one, other) -> one.name().compareTo(other.name())));
        return tables;
    }

    /** What happens to each row as it is read. */
    @FunctionalInterface
    interface RowSink {
        void take(Object[] values) throws SQLException;
    }

    /** Reads a table row by row, never all at once. @param columns with the types that the values are to have */
    static void read(Connection connection, String table, List<Column> columns, RowSink sink) throws SQLException {
        var sql = "select " + names(columns) + " from " + table;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery(sql)) {
                var values = new Object[columns.size()];
                while (rows.next()) {
                    for (var index = 0; index < values.length; index++) {
                        values[index] = columns.get(index).read(rows, index + 1);
                    }
                    sink.take(values);
                }
            }
        }
    }

    static TableSum sumOf(Connection connection, String table, List<Column> columns) throws SQLException {
        var sum = new TableSum();
        read(connection, table, columns, sum::add);
        return sum;
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
