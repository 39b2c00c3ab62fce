package vn.trienkhai.assignment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/**
 * Addresses under which a calendar program reads the deadlines of a person or a unit without signing in. Whoever knows the
 * address can read; it is shown once, kept only as a hash, and ends when it is revoked or replaced.
 */
@Service
@Transactional(readOnly = true)
class CalendarFeeds {

    private static final Collection<Progress> DUE =
            Stream.of(Progress.values()).filter(Progress::isWithTheUnit).toList();

    private static final int TOKEN_OCTETS = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final AssignmentRepository assignments;
    private final DeadlineCalendar calendar;
    private final Organisation organisation;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            JdbcClient jdbc,
            AssignmentRepository assignments,
            DeadlineCalendar calendar,
            Organisation organisation,
            Clock clock) {
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.calendar = calendar;
        this.organisation = organisation;
        this.clock = clock;
    }

    enum Owner {
        PERSON,
        UNIT
    }

    /**
     * @param label name of the person or the unit
     * @param createdAt dd/MM/yyyy HH:mm; empty if none is active
     * @param lastReadAt dd/MM/yyyy HH:mm; empty if nobody read it yet
     */
    record Feed(Owner owner, String label, boolean active, String createdAt, String lastReadAt) {}

    private record Stored(
            UUID id, Owner owner, String ownerId, String createdBy, Instant createdAt, Instant lastReadAt) {

        static Stored of(ResultSet row, int number) throws SQLException {
            return new Stored(
                    row.getObject("id", UUID.class),
                    Owner.valueOf(row.getString("owner_kind")),
                    row.getString("owner_id"),
                    row.getString("created_by"),
                    instant(row, "created_at"),
                    instant(row, "last_read_at"));
        }

        private static Instant instant(ResultSet row, String column) throws SQLException {
            var moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
    }

    /** The person's own, and the unit's if they lead it; nothing for an account that is nobody here. */
    List<Feed> of(String userId) {
        var feeds = new ArrayList<Feed>();
        organisation.person(userId).ifPresent(person -> {
            feeds.add(feed(Owner.PERSON, userId, person.name()));
            if (organisation.leads(userId, person.unit())) {
                feeds.add(feed(
                        Owner.UNIT,
                        person.unit(),
                        organisation.unit(person.unit()).name()));
            }
        });
        return feeds;
    }

    /** Makes a new address; the one until now no longer works. @return its token, which nobody can look up again */
    @Transactional
    String renew(Owner owner, String userId) {
        var ownerId = requireOwn(owner, userId);
        revokeActive(owner, ownerId, userId);
        var octets = new byte[TOKEN_OCTETS];
        random.nextBytes(octets);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        try {
            jdbc.sql("insert into calendar_feed"
                            + " (id, owner_kind, owner_id, active_for, token_hash, created_at, created_by)"
                            + " values (:id, :kind, :ownerId, :activeFor, :hash, :now, :user)")
                    .param("id", UUID.randomUUID())
                    .param("kind", owner.name())
                    .param("ownerId", ownerId)
                    .param("activeFor", activeFor(owner, ownerId))
                    .param("hash", hashOf(token))
                    .param("now", OffsetDateTime.now(clock))
                    .param("user", userId)
                    .update();
        } catch (DuplicateKeyException atTheSameTime) {
            throw FormRefused.because("Địa chỉ lịch vừa được tạo ở nơi khác: hãy tải lại trang.");
        }
        return token;
    }

    /** Does nothing if none is active. */
    @Transactional
    void revoke(Owner owner, String userId) {
        revokeActive(owner, requireOwn(owner, userId), userId);
    }

    boolean isActiveFor(String unit) {
        return jdbc.sql("select count(*) from calendar_feed where active_for = :activeFor")
                        .param("activeFor", activeFor(Owner.UNIT, unit))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The unit ended. */
    @Transactional
    void revokeOf(String unit, String by) {
        revokeActive(Owner.UNIT, unit, by);
    }

    /** The iCalendar behind a token; empty if the token is unknown, revoked, no token at all, or its owner is gone. */
    @Transactional
    Optional<String> read(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        var feed = jdbc.sql("select id, owner_kind, owner_id, created_by, created_at, last_read_at from calendar_feed"
                        + " where token_hash = :hash and active_for is not null")
                .param("hash", hashOf(token))
                .query(Stored::of)
                .optional();
        var text = feed.flatMap(this::written);
        if (text.isPresent()) {
            jdbc.sql("update calendar_feed set last_read_at = :now where id = :id")
                    .param("now", OffsetDateTime.now(clock))
                    .param("id", feed.get().id())
                    .update();
        }
        return text;
    }

    /** That of a unit ends when whoever made it leads the unit no more. */
    private Optional<String> written(Stored feed) {
        return feed.owner() == Owner.UNIT
                ? Optional.of(feed.ownerId())
                        .filter(organisation::knows)
                        .filter(unit -> organisation.leads(feed.createdBy(), unit))
                        .map(unit -> calendar.of(
                                organisation.unit(unit).name(),
                                assignments.findAllWithDeadline(DUE, List.of(unit), "")))
                : organisation
                        .person(feed.ownerId())
                        .map(person -> calendar.of(
                                person.name(),
                                assignments.findAllWithDeadline(DUE, unitsLedBy(person), person.userId())));
    }

    /** Their own, and those of whom they stand in for. */
    private List<String> unitsLedBy(Person person) {
        return Stream.concat(Stream.of(person), organisation.standsInFor(person.userId()).stream())
                .map(Person::unit)
                .distinct()
                .filter(unit -> organisation.leads(person.userId(), unit))
                .toList();
    }

    private Feed feed(Owner owner, String ownerId, String label) {
        return jdbc.sql("select id, owner_kind, owner_id, created_by, created_at, last_read_at from calendar_feed"
                        + " where active_for = :activeFor")
                .param("activeFor", activeFor(owner, ownerId))
                .query(Stored::of)
                .optional()
                .map(stored -> new Feed(
                        owner,
                        label,
                        true,
                        VietnamTime.format(stored.createdAt()),
                        VietnamTime.format(stored.lastReadAt())))
                .orElse(new Feed(owner, label, false, "", ""));
    }

    /** @return the id of the person or the unit */
    private String requireOwn(Owner owner, String userId) {
        var person = organisation
                .person(userId)
                .orElseThrow(() -> FormRefused.because(
                        "Tài khoản “%s” không phải là người trong tổ chức nên không có lịch thời hạn."
                                .formatted(userId)));
        if (owner == Owner.PERSON) {
            return userId;
        }
        if (!organisation.leads(userId, person.unit())) {
            throw FormRefused.because("Chỉ lãnh đạo %s được tạo hoặc thu hồi địa chỉ lịch của đơn vị."
                    .formatted(organisation.unit(person.unit()).name()));
        }
        return person.unit();
    }

    private void revokeActive(Owner owner, String ownerId, String by) {
        jdbc.sql("update calendar_feed set active_for = null, revoked_at = :now, revoked_by = :user"
                        + " where active_for = :activeFor")
                .param("now", OffsetDateTime.now(clock))
                .param("user", by)
                .param("activeFor", activeFor(owner, ownerId))
                .update();
    }

    private static String activeFor(Owner owner, String ownerId) {
        return owner + ":" + ownerId;
    }

    /** SHA-256, as 64 hexadecimal digits. A token of 256 random bits needs no salt. */
    private static String hashOf(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
