package vn.trienkhai.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail on its way out. Written in the transaction of what it tells about; claimed, handed over and noted afterwards, each of
 * these committed before the next begins. A node that dies leaves a trace: what it had claimed is due again after a while, what
 * it had handed over is in doubt, and a person decides. While something is still to be done by itself, {@code next_attempt_at}
 * says when.
 */
@Service
@Transactional
class Outbox {

    /** Grows to an hour, and then stays: mail is delayed, never lost. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60));

    /** What waited longer for somebody to configure a server is old news: it stays readable in the program only. */
    private static final Duration STILL_NEWS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final NotificationSettings settings;
    private final Clock clock;

    Outbox(JdbcClient jdbc, NotificationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param purpose what the mail is for; a second mail for the same purpose is refused by the database @return its id */
    UUID put(String purpose, Recipient recipient, String subject, String body) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into notice_mail (id, purpose, recipient_kind, recipient, subject, body, created_at, state,"
                        + " attempts, next_attempt_at)"
                        + " values (:id, :purpose, :kind, :recipient, :subject, :body, :now, :state, 0, :now)")
                .param("id", id)
                .param("purpose", purpose)
                .param("kind", recipient.kind().name())
                .param("recipient", recipient.id())
                .param("subject", subject)
                .param("body", body)
                .param("now", now())
                .param("state", MailState.WAITING.name())
                .update();
        return id;
    }

    /** Without a server nothing waits for one. */
    void noteThatNoServerIsConfigured() {
        jdbc.sql("update notice_mail set state = :notConfigured, next_attempt_at = null where next_attempt_at <= :now"
                        + " and state <> :handedOver")
                .param("notConfigured", MailState.NOT_CONFIGURED.name())
                .param("handedOver", MailState.HANDED_OVER.name())
                .param("now", now())
                .update();
    }

    /** A server was configured: of what waited for one, only what is still news is sent, not a flood of all. */
    void takeUpWhatIsStillNews() {
        jdbc.sql("update notice_mail set state = :waiting, next_attempt_at = :now"
                        + " where state = :notConfigured and created_at > :stillNews")
                .param("waiting", MailState.WAITING.name())
                .param("now", now())
                .param("notConfigured", MailState.NOT_CONFIGURED.name())
                .param("stillNews", now().minus(STILL_NEWS))
                .update();
    }

    /** The mail that has been due longest, for this sender alone: other senders pass over it. */
    Optional<Letter> claim() {
        var due = jdbc.sql("select id, recipient_kind, recipient, subject, body, attempts from notice_mail"
                        + " where next_attempt_at <= :now and state <> :handedOver order by next_attempt_at"
                        + " fetch first 1 row only for update skip locked")
                .param("now", now())
                .param("handedOver", MailState.HANDED_OVER.name())
                .query(Outbox::letter)
                .optional();
        due.ifPresent(letter -> jdbc.sql("update notice_mail set state = :sending, attempts = :attempt,"
                        + " attempted_at = :now, next_attempt_at = :brokenOff where id = :id")
                .param("sending", MailState.SENDING.name())
                .param("attempt", letter.attempt())
                .param("now", now())
                .param("brokenOff", now().plus(settings.unfinishedAfter()))
                .param("id", letter.id())
                .update());
        return due;
    }

    /** @return false if this attempt took so long that another sender has begun one: then it must not go on */
    boolean handOver(Letter letter) {
        return jdbc.sql("update notice_mail set state = :handedOver, next_attempt_at = :brokenOff"
                                + " where id = :id and attempts = :attempt and state = :sending")
                        .param("handedOver", MailState.HANDED_OVER.name())
                        .param("brokenOff", now().plus(settings.unfinishedAfter()))
                        .param("id", letter.id())
                        .param("attempt", letter.attempt())
                        .param("sending", MailState.SENDING.name())
                        .update()
                == 1;
    }

    /** Even if it came to be in doubt meanwhile. */
    void sent(Letter letter) {
        jdbc.sql("update notice_mail set state = :sent, sent_at = :now, next_attempt_at = null, problem = null"
                        + " where id = :id")
                .param("sent", MailState.SENT.name())
                .param("now", now())
                .param("id", letter.id())
                .update();
    }

    void hasNoAddress(Letter letter) {
        end(letter, MailState.NO_ADDRESS, null);
    }

    void refused(Letter letter, String problem) {
        end(letter, MailState.REFUSED, problem);
    }

    /** @param problem as people read it */
    void failed(Letter letter, String problem) {
        var delay = DELAYS.get(Math.min(letter.attempt(), DELAYS.size()) - 1);
        jdbc.sql("update notice_mail set state = :failed, problem = :problem, next_attempt_at = :next,"
                        + " failing_since = coalesce(failing_since, :now) where id = :id and attempts = :attempt"
                        + " and state in (:sending, :handedOver)")
                .param("failed", MailState.FAILED_FOR_NOW.name())
                .param("handedOver", MailState.HANDED_OVER.name())
                .param("problem", problem)
                .param("next", now().plus(delay))
                .param("now", now())
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("sending", MailState.SENDING.name())
                .update();
    }

    /** It was handed over and nothing came back. @param problem as people read it */
    void doubt(Letter letter, String problem) {
        end(letter, MailState.UNCERTAIN, problem);
    }

    /** What a node handed over and, by now, will not hear of any more. */
    void doubtWhatBrokeOff() {
        jdbc.sql("update notice_mail set state = :uncertain, problem = :problem, next_attempt_at = null"
                        + " where next_attempt_at <= :now and state = :handedOver")
                .param("uncertain", MailState.UNCERTAIN.name())
                .param("problem", "Máy đang gửi thư này dừng giữa chừng.")
                .param("now", now())
                .param("handedOver", MailState.HANDED_OVER.name())
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    List<Doubtful> inDoubt() {
        return jdbc.sql("select id, recipient_kind, recipient, subject, attempted_at from notice_mail"
                        + " where state = :uncertain order by attempted_at, id")
                .param("uncertain", MailState.UNCERTAIN.name())
                .query((row, number) -> new Doubtful(
                        row.getObject("id", UUID.class),
                        new Recipient(
                                Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                        row.getString("subject"),
                        instant(row, "attempted_at")))
                .list();
    }

    /** A person has decided. What is in doubt no more is left as it is. */
    void settle(UUID mail, boolean again) {
        jdbc.sql("update notice_mail set state = :state, next_attempt_at = :next where id = :id and state = :uncertain")
                .param("state", again ? MailState.WAITING.name() : MailState.NOT_REPEATED.name())
                .param("next", again ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", mail)
                .param("uncertain", MailState.UNCERTAIN.name())
                .update();
    }

    /** The server is back: what failed need not wait for its next attempt. */
    void tryAgainNow() {
        jdbc.sql("update notice_mail set next_attempt_at = :now where state = :failed")
                .param("now", now())
                .param("failed", MailState.FAILED_FOR_NOW.name())
                .update();
    }

    @Transactional(readOnly = true)
    Standing standing() {
        return jdbc.sql("select"
                        + " sum(case when next_attempt_at is not null then 1 else 0 end) as waiting,"
                        + " sum(case when state = 'NO_ADDRESS' then 1 else 0 end) as no_address,"
                        + " sum(case when state = 'REFUSED' then 1 else 0 end) as refused,"
                        + " min(case when state = 'FAILED_FOR_NOW' then failing_since end) as failing_since,"
                        + " max(sent_at) as last_sent from notice_mail")
                .query((row, number) -> new Standing(
                        row.getLong("waiting"),
                        row.getLong("no_address"),
                        row.getLong("refused"),
                        instant(row, "failing_since"),
                        instant(row, "last_sent"),
                        lastProblem()))
                .single();
    }

    /** Since when some mail fails and none at all was sent; empty while mail flows, even if one mailbox takes none. */
    @Transactional(readOnly = true)
    Optional<Instant> stuckSince() {
        return jdbc.sql("select failing_since from notice_mail where state = :failed and failing_since >= coalesce("
                        + "(select max(sent_at) from notice_mail), failing_since)"
                        + " order by failing_since fetch first 1 row only")
                .param("failed", MailState.FAILED_FOR_NOW.name())
                .query((row, number) -> instant(row, "failing_since"))
                .optional();
    }

    /** Mail written from the one moment (inclusive) until the other (exclusive). */
    @Transactional(readOnly = true)
    long writtenBetween(Instant from, Instant until) {
        return jdbc.sql("select count(*) from notice_mail where created_at >= :from and created_at < :until")
                .param("from", at(from))
                .param("until", at(until))
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    boolean sentAnythingSince(Instant moment) {
        return jdbc.sql("select count(*) from notice_mail where sent_at >= :moment")
                        .param("moment", at(moment))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * How sending stands.
     *
     * @param waiting mails still to be sent, tried already or not
     * @param failingSince since when the oldest failing mail fails; null if none does
     * @param lastSent null if none was ever sent
     * @param lastProblem of a mail that still fails, in Vietnamese; null if none does
     */
    record Standing(
            long waiting,
            long withoutAddress,
            long refused,
            Instant failingSince,
            Instant lastSent,
            String lastProblem) {}

    /** A mail that may or may not have arrived. @param at when it was tried */
    record Doubtful(UUID id, Recipient recipient, String subject, Instant at) {}

    private String lastProblem() {
        return jdbc.sql("select problem from notice_mail where state = :failed order by attempted_at desc"
                        + " fetch first 1 row only")
                .param("failed", MailState.FAILED_FOR_NOW.name())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void end(Letter letter, MailState state, String problem) {
        jdbc.sql("update notice_mail set state = :state, problem = :problem, next_attempt_at = null where id = :id")
                .param("state", state.name())
                .param("problem", problem)
                .param("id", letter.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts") + 1);
    }
}
