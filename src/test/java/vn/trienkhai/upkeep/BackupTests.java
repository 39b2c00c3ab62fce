package vn.trienkhai.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.trienkhai.Desk;
import vn.trienkhai.TrienKhai;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachments;

/** The two commands that operators have, on a running program: saved, destroyed, restored, and the work goes on. */
class BackupTests {

    private static final byte[] PDF = "%PDF-1.7 biên bản".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void bringsADestroyedSystemBackToTheSameState() throws Exception {
        var programs = InstalledPostgres.programs();
        assumeThat(programs)
                .as("backup and restore are not tested: install Debian's packages postgresql and postgresql-client")
                .isPresent();
        try (var server = InstalledPostgres.start(programs.get(), folder)) {
            run(server, 0, "psql", "-d", "postgres", "-c", "create database trienkhai");
            UUID assignment;
            UUID file;
            Path backup;
            Map<String, String> saved;
            try (var program = start(server)) {
                assignment = work(program);
                file = program.getBean(Attachments.class)
                        .store("biên bản.pdf", PDF, "phong-kinh-te.head")
                        .id();
                backup = Path.of(run(
                                server,
                                0,
                                "deploy/backup",
                                folder.resolve("backups").toString())
                        .strip());
                saved = everything(server);
                assertThat(run(server, 1, "deploy/restore", backup.toString())).contains("stop all nodes first");
            }
            destroy(server, file);
            assertThat(run(server, 1, "deploy/restore", backup.toString()))
                    .contains("expected an empty one, or --replace");

            assertThat(run(server, 0, "deploy/restore", backup.toString(), "--replace"))
                    .contains("1 plans", "1 files");

            assertThat(everything(server)).isEqualTo(saved);
            try (var program = start(server)) {
                assertThat(program.getBean(Attachments.class).bytesOf(file)).isEqualTo(PDF);
                goesOn(program, assignment);
            }
        }
    }

    @Test
    void refusesAFileThatIsNotAsItWasWritten() throws Exception {
        var backup = folder.resolve("a.dump");
        Files.writeString(backup, "changed");
        Files.writeString(folder.resolve("a.dump.sha256"), "0".repeat(64) + "  a.dump\n");

        var restore = new ProcessBuilder("deploy/restore", backup.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(restore.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("the file is not as it was written");
        assertThat(restore.waitFor()).isEqualTo(1);
    }

    private static ConfigurableApplicationContext start(InstalledPostgres server) {
        return new SpringApplicationBuilder(TrienKhai.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + server.url("trienkhai"),
                        "--spring.datasource.username=trienkhai",
                        "--spring.datasource.password=");
    }

    private static UUID work(ConfigurableApplicationContext program) {
        return program.getBean(Assignments.class)
                .open(
                        new AssignmentOrder(
                                "269-kh-ubnd-2021",
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

    private static void goesOn(ConfigurableApplicationContext program, UUID assignment) {
        var desk = new Desk(program.getBean(ProcessEngine.class));
        var receipt = desk.task(assignment.toString(), "UserTask_ConfirmReceipt");

        desk.as("phong-kinh-te.head").complete(receipt, Map.of("accepted", true));

        assertThat(desk.openTasks(assignment.toString())).isNotEmpty().noneMatch(task -> task.getId()
                .equals(receipt.getId()));
    }

    /** As a mistake or a broken disk might leave it. */
    private void destroy(InstalledPostgres server, UUID file) throws IOException, InterruptedException {
        run(server, 0, "psql", "-c", "delete from attachment_content where attachment_id = '" + file + "'");
        run(server, 0, "psql", "-c", "truncate act_ru_task, act_hi_taskinst cascade");
        run(server, 0, "psql", "-c", "drop table evidence cascade");
    }

    private static Map<String, String> everything(InstalledPostgres server) throws SQLException {
        var sums = new TreeMap<String, String>();
        try (var connection = DriverManager.getConnection(server.url("trienkhai"), "trienkhai", "");
                var tables = connection.createStatement();
                var names = tables.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (names.next()) {
                try (var statement = connection.createStatement();
                        var sum = statement.executeQuery(
                                "select count(*) || ' ' || coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0) from "
                                        + names.getString(1) + " t")) {
                    sum.next();
                    sums.put(names.getString(1), sum.getString(1));
                }
            }
        }
        return sums;
    }

    private String run(InstalledPostgres server, int expected, String... command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "command", ".log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        var environment = process.environment();
        environment.put("PATH", server.programsFolder() + ":" + environment.get("PATH"));
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", String.valueOf(server.port()));
        environment.put("PGUSER", "trienkhai");
        environment.put("PGDATABASE", "trienkhai");
        var status = process.start().waitFor();
        assertThat(status).as(Files.readString(output)).isEqualTo(expected);
        return Files.readString(output);
    }
}
