package vn.trienkhai.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moments of what is recorded and of what is counted. An entry has its moment before it is committed; a count between the two
 * would miss it, and a recount as of the same moment would find it. So on PostgreSQL whoever records shares a lock until the
 * commit, and whoever counts waits until nobody has it. H2, for one person trying the program, has no such lock.
 */
@Component
public class RecordedMoments {

    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 720_240_409L;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean locking;

    RecordedMoments(JdbcClient jdbc, DataSource database, Clock clock) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.clock = clock;
        this.locking = JdbcUtils.extractDatabaseMetaData(
                database, facts -> "PostgreSQL".equals(facts.getDatabaseProductName()));
    }

    /** Of what this transaction records. Entries do not wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant ofEntry() {
        lock("select pg_advisory_xact_lock_shared(?)");
        return clock.instant();
    }

    /** As of which this transaction counts: what was recorded by then is committed, what comes later has a later moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant ofCount() {
        lock("select pg_advisory_xact_lock(?)");
        return clock.instant().truncatedTo(ChronoUnit.MICROS); // what the database keeps of a moment
    }

    private void lock(String how) {
        if (locking) {
            jdbc.sql(how).param(LOCK).query((row, number) -> number).list();
        }
    }
}
