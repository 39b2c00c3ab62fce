package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.Browserless;

/** The whole program with its web server, met as anybody meets it who can send a request. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OverHttpTest {

    static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Whoever signs in, or is refused, leaves a trace there: these rows are no change of anything. */
    private static final List<String> TRACES =
            List.of("audit_", "databasechangelog", "spring_session", "act_ru_meter_log");

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    private final Map<String, Browserless> sessions = new HashMap<>();

    /** The session of a person; null for whoever is not signed in. */
    Browserless as(String userId) {
        return userId == null
                ? Browserless.anonymous(port)
                : sessions.computeIfAbsent(userId, id -> Browserless.signedIn(port, id));
    }

    /** The number of rows of every table, and of changes to rows of the engine. */
    Map<String, Long> state() {
        var state = new TreeMap<String, Long>();
        for (var table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()) {
            if (TRACES.stream().noneMatch(table.toLowerCase()::startsWith)) {
                state.put(table, count("select count(*) from \"" + table + "\""));
            }
        }
        for (var table : jdbc.sql("select table_name from information_schema.columns"
                        + " where table_schema = 'PUBLIC' and column_name in ('REV_', 'VERSION')")
                .query(String.class)
                .list()) {
            var column = table.startsWith("ACT_") ? "REV_" : "VERSION";
            state.put(table + " changes", count("select coalesce(sum(" + column + "), 0) from \"" + table + "\""));
        }
        return state;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
