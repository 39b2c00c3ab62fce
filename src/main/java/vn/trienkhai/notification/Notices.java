package vn.trienkhai.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/** Takes messages in the sender's transaction; they leave after it is committed. */
@Service
public class Notices {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 4000;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final MailChoices choices;
    private final Outbox outbox;
    private final NotificationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(
            JdbcClient jdbc,
            Organisation organisation,
            MailChoices choices,
            Outbox outbox,
            NotificationSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.choices = choices;
        this.outbox = outbox;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Announces it to each recipient, and to who stands in for them, who has not yet heard of this event. Of an event that is announced again, the first
     * wording stays. Too long a text is cut: a message never stops the work that it is about.
     */
    @Transactional
    public void announce(Notice notice) {
        var id = idOf(notice);
        notice.people().stream()
                .flatMap(userId -> Stream.concat(
                        Stream.of(userId), organisation.substituteOf(userId).map(Person::userId).stream()))
                .distinct()
                .sorted()
                .forEach(userId -> deliver(
                        id, notice, Recipient.person(userId), choices.of(userId).wayOf(notice.kind())));
        notice.units().stream().sorted().forEach(unit -> deliver(id, notice, Recipient.unit(unit), MailWay.DIGEST));
        events.publishEvent(new NoticesWaiting());
    }

    private UUID idOf(Notice notice) {
        return jdbc.sql("select id from notice where event = :event")
                .param("event", notice.event())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> insert(notice));
    }

    private UUID insert(Notice notice) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into notice (id, event, kind, subject, body, business_key, created_at)"
                        + " values (:id, :event, :kind, :subject, :body, :businessKey, :now)")
                .param("id", id)
                .param("event", notice.event())
                .param("kind", notice.kind().name())
                .param("subject", cut(notice.subject(), LONGEST_SUBJECT))
                .param("body", cut(notice.text(), LONGEST_TEXT))
                .param("businessKey", notice.businessKey())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    private void deliver(UUID noticeId, Notice notice, Recipient recipient, MailWay way) {
        if (hasHeard(noticeId, recipient)) {
            return;
        }
        var mail = way == MailWay.AT_ONCE
                ? outbox.put(
                        "notice/" + noticeId + "/" + recipient.kind() + "/" + recipient.id(),
                        recipient,
                        cut(notice.subject(), LONGEST_SUBJECT),
                        bodyOf(notice))
                : null;
        jdbc.sql("insert into notice_delivery (id, notice_id, recipient_kind, recipient, way, created_at, mail_id)"
                        + " values (:id, :notice, :kind, :recipient, :way, :now, :mail)")
                .param("id", UUID.randomUUID())
                .param("notice", noticeId)
                .param("kind", recipient.kind().name())
                .param("recipient", recipient.id())
                .param("way", way.name())
                .param("now", OffsetDateTime.now(clock))
                .param("mail", mail)
                .update();
    }

    private boolean hasHeard(UUID noticeId, Recipient recipient) {
        return jdbc.sql("select count(*) from notice_delivery"
                                + " where notice_id = :notice and recipient_kind = :kind and recipient = :recipient")
                        .param("notice", noticeId)
                        .param("kind", recipient.kind().name())
                        .param("recipient", recipient.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String bodyOf(Notice notice) {
        var text = new StringBuilder(cut(notice.text(), LONGEST_TEXT)).append("\n\n");
        if (notice.businessKey() != null) {
            text.append("Mở việc: ")
                    .append(settings.linkTo(notice.businessKey()))
                    .append("\n\n");
        }
        return text.append(MailText.footer(settings)).toString();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
