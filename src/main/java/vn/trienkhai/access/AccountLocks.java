package vn.trienkhai.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;

/**
 * Which accounts may not be used any more: of people who left, whatever way they would come in. The one answer to "may this
 * account sign in?"; whoever signs people in, and whoever serves a session that is open, asks it.
 */
@Service
public class AccountLocks {

    private static final String ACCOUNT = "ACCOUNT";
    private static final String LOCKED = "locked";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountLocks(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A lock that holds. @param by user id of who locked it */
    public record Lock(String userId, Instant since, String by, String reason) {}

    /** Heard in the transaction that locks. */
    public record AccountLocked(String userId) {}

    /** Whether this account may neither sign in nor go on in a session. Unknown accounts are not locked. */
    public boolean isLocked(String userId) {
        return lockOf(userId).isPresent();
    }

    /** The lock that holds now. @param userId may be null */
    public Optional<Lock> lockOf(String userId) {
        return userId == null
                ? Optional.empty()
                : jdbc.sql("select * from account_lock where user_id = :user and unlocked_at is null")
                        .param("user", userId)
                        .query((row, number) -> new Lock(
                                row.getString("user_id"),
                                row.getObject("locked_at", OffsetDateTime.class).toInstant(),
                                row.getString("locked_by"),
                                row.getString("reason")))
                        .optional();
    }

    /** User ids of all accounts that are locked now. */
    public List<String> locked() {
        return jdbc.sql("select user_id from account_lock where unlocked_at is null order by user_id")
                .query(String.class)
                .list();
    }

    /** Locks from the end of this transaction on. Locking what is locked changes nothing. */
    @Transactional
    public void lock(String userId, String reason, String by) {
        if (isLocked(userId)) {
            return;
        }
        jdbc.sql("insert into account_lock (user_id, locked_at, locked_by, reason) values (:user, :at, :by, :reason)")
                .param("user", userId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
        audit.record(new AuditAct(
                by, "ACCOUNT_LOCKED", ACCOUNT, userId, Map.of(LOCKED, false), Map.of(LOCKED, true, "why", reason)));
        events.publishEvent(new AccountLocked(userId));
    }

    /** Lets the person in again: with the account, its posts and its history as they were. */
    @Transactional
    public void unlock(String userId, String reason, String by) {
        var changed = jdbc.sql("update account_lock set unlocked_at = :at, unlocked_by = :by, unlocked_why = :why"
                        + " where user_id = :user and unlocked_at is null")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("why", reason)
                .param("user", userId)
                .update();
        if (changed > 0) {
            audit.record(new AuditAct(
                    by,
                    "ACCOUNT_UNLOCKED",
                    ACCOUNT,
                    userId,
                    Map.of(LOCKED, true),
                    Map.of(LOCKED, false, "why", reason)));
        }
    }
}
