package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the migration makes of assignments from before their states were kept; opened on 01/06, submitted on 10/06, closed on 14/06. */
class AssignmentStateSeedTests {

    private static final String BEFORE =
            """
            create table assignment (id uuid not null primary key, version integer not null, plan_id varchar(64),
                duty_code varchar(32), origin_kind varchar(32), origin_id varchar(64), subject varchar(200),
                assigner varchar(64), unit varchar(64), binding boolean, progress varchar(32), due date,
                due_at timestamp(6) with time zone, stopped_on date, opened_at timestamp(6) with time zone,
                submitted_at timestamp(6) with time zone, closed_at timestamp(6) with time zone);
            create table evidence (plan_id varchar(64), happened_to date, recorded_at timestamp(6) with time zone);
            """;

    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    private final AssignmentStates states = new AssignmentStates(jdbc);

    @BeforeEach
    void migrate() {
        run(BEFORE);
        insert("1. open", "IN_PROGRESS", 3, null, null);
        insert("2. waits", "AWAITING_REVIEW", 5, "2021-06-10T01:00:00Z", null);
        insert("3. done", "FULFILLED", 6, "2021-06-10T01:00:00Z", "2021-06-14T01:00:00Z");
        insert("4. withdrawn", "WITHDRAWN", 1, null, "2021-06-14T01:00:00Z");
        run(migration());
    }

    @Test
    void keepsThePresentState() {
        assertThat(states.ofPlanAt("p", Instant.parse("2021-06-15T00:00:00Z")))
                .extracting(AssignmentState::subject, AssignmentState::progress)
                .containsExactlyInAnyOrder(
                        tuple("1. open", Progress.IN_PROGRESS),
                        tuple("2. waits", Progress.AWAITING_REVIEW),
                        tuple("3. done", Progress.FULFILLED),
                        tuple("4. withdrawn", Progress.WITHDRAWN));
    }

    @Test
    void tellsOfThePastWhatTheDatesSay() {
        assertThat(states.ofPlanAt("p", Instant.parse("2021-06-12T00:00:00Z")))
                .extracting(AssignmentState::subject, AssignmentState::progress)
                .containsExactlyInAnyOrder(
                        tuple("1. open", Progress.IN_PROGRESS),
                        tuple("2. waits", Progress.AWAITING_REVIEW),
                        tuple("3. done", Progress.AWAITING_REVIEW),
                        tuple("4. withdrawn", Progress.IN_PROGRESS));
        assertThat(states.ofPlanAt("p", Instant.parse("2021-06-05T00:00:00Z")))
                .hasSize(4)
                .allMatch(state -> state.progress() == Progress.IN_PROGRESS);
        assertThat(states.ofPlanAt("p", Instant.parse("2021-05-31T00:00:00Z"))).isEmpty();
    }

    private void insert(String subject, String progress, int version, String submittedAt, String closedAt) {
        jdbc.sql(
                        """
                        insert into assignment (id, version, plan_id, origin_kind, origin_id, subject, assigner, unit, binding,
                            progress, opened_at, submitted_at, closed_at)
                        values (random_uuid(), ?, 'p', 'test', '1', ?, 'phong-vhtt', 'an-thoi', true, ?,
                            timestamp with time zone '2021-06-01 01:00:00Z', cast(? as timestamp with time zone),
                            cast(? as timestamp with time zone))
                        """)
                .params(version, subject, progress, submittedAt, closedAt)
                .update();
    }

    private void run(String sql) {
        List.of(sql.split(";")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(statement -> jdbc.sql(statement).update());
    }

    /** Without the lines that only Liquibase reads. */
    private static String migration() {
        try {
            return new ClassPathResource("db/changelog/045-assignment-state.sql")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
