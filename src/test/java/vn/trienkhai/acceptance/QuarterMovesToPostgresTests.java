package vn.trienkhai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.Desk;
import vn.trienkhai.RealPostgres;
import vn.trienkhai.TrienKhai;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.upkeep.MoveToPostgres;

/** The quarter is played on H2, everything moves to a real PostgreSQL by the documented command, and the work goes on there. */
@TestPropertySource(properties = "spring.application.name=quarter-moves")
@DirtiesContext
class QuarterMovesToPostgresTests extends QuarterOfPlan269Tests {

    private static final List<String> OF_THE_MIGRATION = List.of("databasechangelog", "databasechangeloglock");

    @TempDir
    Path folder;

    @Override
    @Test
    void runsFromAdoptionToReport() {
        super.runsFromAdoptionToReport();
        var duty = openDuty();
        var h2 = inAFile();
        var postgres = RealPostgres.newDatabase();

        assertThat(move(h2, postgres)).isZero();

        keepsEveryRow(h2, postgres);
        keepsFilesByteByByte(h2, postgres);
        refusesToMoveOnceMore(h2, postgres);
        refusesWhatIsNoH2(postgres);
        goesOn(postgres, duty);
    }

    /** As the demo keeps it; the test's own database lives in memory. */
    private String inAFile() {
        var script = folder.resolve("quarter.sql");
        var url = "jdbc:h2:file:" + folder.resolve("trien-khai");
        jdbc.sql("script to '" + script + "'").query().listOfRows();
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("runscript from '" + script + "'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return url;
    }

    private static int move(String from, String to) {
        return MoveToPostgres.run(
                "--move-to-postgresql",
                "--spring.datasource.url=" + from,
                "--POSTGRES_URL=" + to,
                "--POSTGRES_USER=postgres",
                "--POSTGRES_PASSWORD=");
    }

    private static void keepsEveryRow(String h2, String postgres) {
        var before = rowsByTable(h2, "sa", "PUBLIC");

        assertThat(rowsByTable(postgres, "postgres", "public")).isEqualTo(before);
        assertThat(before)
                .containsEntry("plan", 1L)
                .hasEntrySatisfying("act_hi_taskinst", rows -> assertThat(rows).isGreaterThan(100))
                .hasEntrySatisfying("act_ge_bytearray", rows -> assertThat(rows).isGreaterThan(100))
                .hasEntrySatisfying("evidence", rows -> assertThat(rows).isGreaterThan(10))
                .hasEntrySatisfying(
                        "attachment_content", rows -> assertThat(rows).isPositive());
    }

    private static void keepsFilesByteByByte(String h2, String postgres) {
        var files = "select a.sha256, c.bytes from attachment a join attachment_content c on c.attachment_id = a.id"
                + " order by a.id";

        assertThat(bytes(postgres, "postgres", files)).containsExactlyElementsOf(bytes(h2, "sa", files));
    }

    private static void refusesToMoveOnceMore(String h2, String postgres) {
        var before = rowsByTable(postgres, "postgres", "public");

        assertThat(move(h2, postgres)).isEqualTo(2);

        assertThat(rowsByTable(postgres, "postgres", "public")).isEqualTo(before);
    }

    private static void refusesWhatIsNoH2(String postgres) {
        assertThat(move(postgres, postgres)).isEqualTo(2);
        assertThat(move("jdbc:h2:file:/nowhere/trien-khai", RealPostgres.newDatabase()))
                .isEqualTo(2);
    }

    private void goesOn(String postgres, UUID duty) {
        try (var moved = new SpringApplicationBuilder(TrienKhai.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + postgres,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=")) {
            var there = moved.getBean(ProcessEngine.class);
            assertThat(tasksIn(there)).isNotEmpty().isEqualTo(tasksIn(engine));
            assertThat(there.getRepositoryService().createDeploymentQuery().count())
                    .isEqualTo(engine.getRepositoryService()
                            .createDeploymentQuery()
                            .count());
            assertThat(there.getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .count())
                    .isEqualTo(engine.getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .count());
            var desk = new Desk(there);
            desk.as("phong-kinh-te.head")
                    .complete(desk.task(duty.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
            assertThat(desk.task(duty.toString(), "UserTask_HandOut")).isNotNull();
        }
    }

    private UUID openDuty() {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        "KT-1b – Phòng Kinh tế",
                        null,
                        LocalDate.of(2030, 12, 31),
                        null),
                "phong-vhtt.head");
    }

    private static Map<String, String> tasksIn(ProcessEngine engine) {
        var tasks = new TreeMap<String, String>();
        for (Task task : engine.getTaskService().createTaskQuery().list()) {
            tasks.put(task.getId(), task.getName() + " " + task.getDueDate() + " " + task.getAssignee());
        }
        return tasks;
    }

    private static Map<String, Long> rowsByTable(String url, String user, String schema) {
        var rows = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(url, user, "")) {
            for (var table : tables(connection, schema)) {
                try (var statement = connection.createStatement();
                        var count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.prepareStatement(
                "select table_name from information_schema.tables where table_schema = ?")) {
            statement.setString(1, schema);
            try (var names = statement.executeQuery()) {
                while (names.next()) {
                    tables.add(names.getString(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        tables.removeAll(OF_THE_MIGRATION);
        return tables;
    }

    private static List<String> bytes(String url, String user, String sql) {
        var files = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                files.add(rows.getString(1) + " " + Arrays.toString(rows.getBytes(2)));
            }
            return files;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
