package vn.trienkhai;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real PostgreSQL, started once for all tests that want it, with a database of its own for each context. */
public final class RealPostgres {

    private static EmbeddedPostgres server;

    private RealPostgres() {}

    public static void use(DynamicPropertyRegistry registry) {
        var url = newDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "");
        registry.add(
                "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts",
                () -> true); // as in production
    }

    /** @return where the new and empty database is; its user is "postgres", without a password */
    public static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            var database = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return server.getJdbcUrl("postgres", database);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
