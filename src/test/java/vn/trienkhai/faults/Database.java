package vn.trienkhai.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL with one empty database, which can be stopped and started with everything kept. */
class Database {

    private static final String NAME = "trienkhai";

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    Database(int port) throws IOException {
        this.port = port;
        this.directory = Files.createTempDirectory("faults-postgres");
        start();
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + NAME)
                .update();
    }

    final void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** As an administrator restarts it: open connections are cut, open transactions rolled back. */
    void stop() throws IOException {
        server.close();
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, NAME);
    }

    Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "");
    }

    /** Without a pool: each question has a connection of its own. */
    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url(), "postgres", ""));
    }

    long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }
}
