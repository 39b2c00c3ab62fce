package vn.trienkhai.campaign;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What campaigns cost: seconds that passed, statements that PostgreSQL counted in a database, milliseconds of processor of this
 * virtual machine and of PostgreSQL, whichever database it worked for.
 */
final class Effort {

    private static final double TICKS_PER_SECOND = 100;

    private final JdbcTemplate server;
    private final String postmaster;

    Effort(EmbeddedPostgres postgres) {
        server = new JdbcTemplate(postgres.getPostgresDatabase());
        server.execute("create extension if not exists pg_stat_statements");
        postmaster = server.queryForObject("select pg_read_file('postmaster.pid')", String.class)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    record Spent(double seconds, double statements, double javaMillis, double postgresMillis) {

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%.0f statements, %.1f ms of processor in the virtual machine, %.1f ms in PostgreSQL",
                    statements,
                    javaMillis,
                    postgresMillis);
        }

        Spent of(int campaigns) {
            return new Spent(
                    seconds / campaigns,
                    statements / campaigns,
                    javaMillis / campaigns,
                    postgresMillis / campaigns);
        }
    }

    interface Work {
        void run() throws Exception;
    }

    Spent of(String database, Work work) throws Exception {
        server.queryForList("select pg_stat_statements_reset()");
        var java = javaMillis();
        var postgres = postgresMillis();
        var begun = System.nanoTime();
        work.run();
        var seconds = (System.nanoTime() - begun) / 1e9;
        java = javaMillis() - java;
        postgres = postgresMillis() - postgres;
        var counted = server.queryForMap(
                "select sum(calls) filter (where query not in ('COMMIT', 'BEGIN', 'ROLLBACK')) as statements"
                        + " from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ?",
                database);
        return new Spent(seconds, number(counted, "statements"), java, postgres);
    }

    /** The statements of the last work, most frequent first. */
    List<Map<String, Object>> statements(String database) {
        return server.queryForList(
                "select calls, round(total_exec_time::numeric, 1) as millis, query"
                        + " from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ?"
                        + " order by calls desc, query",
                database);
    }

    private static double number(Map<String, Object> row, String column) {
        return row.get(column) == null ? 0 : ((Number) row.get(column)).doubleValue();
    }

    private static double javaMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    /** Of the server's processes that live and of those that have ended. */
    private double postgresMillis() {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var ticks = 0L;
            for (var process : processes) {
                var stat = statOf(process.getFileName().toString());
                if (stat.length > 0 && stat[1].equals(postmaster)) {
                    ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
                }
            }
            var own = statOf(postmaster);
            return 1000 * (ticks + Long.parseLong(own[13]) + Long.parseLong(own[14])) / TICKS_PER_SECOND;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fields after the name of the program: state, parent, … */
    private static String[] statOf(String process) {
        try {
            var stat = Files.readString(Path.of("/proc", process, "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }
}
