package vn.trienkhai;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/**
 * A PostgreSQL of the benchmark's own that keeps what it has confirmed, as in production: the embedded one of the tests does not
 * wait for the disk. It counts statements.
 */
public final class DurablePostgres {

    private DurablePostgres() {}

    public static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
    }
}
