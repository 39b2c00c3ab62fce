package vn.trienkhai.assignment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.CalendarFeed.Owner;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/**
 * Calendars of deadlines under secret, revocable addresses: one for each person, one for each unit, which its leaders keep.
 * Whoever has the address can read; a new address ends the old one.
 */
@Service
class CalendarFeeds {

    private static final int TOKEN_BYTES = 32;

    private final CalendarFeedRepository feeds;
    private final AssignmentRepository assignments;
    private final DeadlineCalendar calendar;
    private final Organisation organisation;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            CalendarFeedRepository feeds,
            AssignmentRepository assignments,
            DeadlineCalendar calendar,
            Organisation organisation,
            Clock clock) {
        this.feeds = feeds;
        this.assignments = assignments;
        this.calendar = calendar;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A calendar that a person keeps. @param feed empty while it has no address */
    record Kept(Owner owner, String name, Optional<CalendarFeed> feed) {}

    /** The person's own, and for who leads a unit the unit's. */
    @Transactional(readOnly = true)
    public List<Kept> keptBy(String userId) {
        var kept = new ArrayList<Kept>();
        organisation.person(userId).ifPresent(person -> {
            kept.add(kept(Owner.PERSON, userId, person.name()));
            if (organisation.leads(userId, person.unit())) {
                kept.add(kept(
                        Owner.UNIT,
                        person.unit(),
                        organisation.unit(person.unit()).name()));
            }
        });
        return kept;
    }

    /** @return the token of the new address; it cannot be shown again */
    @Transactional
    public String create(Owner owner, String userId) {
        var ownerId = ownerIdFor(owner, userId);
        revoke(owner, userId);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        feeds.save(new CalendarFeed(owner, ownerId, hashOf(token), userId, clock.instant()));
        return token;
    }

    /** Ends the address; nothing if there is none. */
    @Transactional
    public void revoke(Owner owner, String userId) {
        feeds.findByOwnerKindAndOwnerIdAndRevokedAtIsNull(owner, ownerIdFor(owner, userId))
                .ifPresent(feed -> feed.revoke(clock.instant()));
    }

    /** The calendar behind a token; empty if there is none, or none any more. */
    @Transactional
    public Optional<String> read(String token) {
        return feeds.findByTokenHashAndRevokedAtIsNull(hashOf(token)).map(feed -> {
            feed.read(clock.instant());
            return calendar.of(nameOf(feed), deadlinesOf(feed));
        });
    }

    private List<Assignment> deadlinesOf(CalendarFeed feed) {
        var led = feed.ownerKind() == Owner.UNIT
                ? Optional.of(feed.ownerId())
                : organisation
                        .person(feed.ownerId())
                        .map(Person::unit)
                        .filter(unit -> organisation.leads(feed.ownerId(), unit));
        return assignments.findAllByProgressNotInOrderBySubject(Assignments.CLOSED).stream()
                .filter(open -> open.due().isPresent() && open.progress().isWithTheUnit())
                .filter(open -> led.equals(Optional.of(open.unit()))
                        || feed.ownerKind() == Owner.PERSON && open.officers().contains(feed.ownerId()))
                .toList();
    }

    private Kept kept(Owner owner, String ownerId, String name) {
        return new Kept(owner, name, feeds.findByOwnerKindAndOwnerIdAndRevokedAtIsNull(owner, ownerId));
    }

    private String ownerIdFor(Owner owner, String userId) {
        var person = organisation
                .person(userId)
                .orElseThrow(() -> FormRefused.because("Tài khoản này không thuộc đơn vị nào nên không có lịch."));
        if (owner == Owner.PERSON) {
            return userId;
        }
        if (!organisation.leads(userId, person.unit())) {
            throw FormRefused.because("Chỉ lãnh đạo đơn vị được tạo hoặc thu hồi lịch của đơn vị.");
        }
        return person.unit();
    }

    private String nameOf(CalendarFeed feed) {
        return feed.ownerKind() == Owner.PERSON
                ? organisation.nameOf(feed.ownerId())
                : organisation.unit(feed.ownerId()).name();
    }

    private static String hashOf(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
