package vn.trienkhai.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.organisation.Organisation;

/**
 * One digest each working morning for each person who chose it and for each unit's mailbox: what is new since the last,
 * grouped by kind. Nothing new, no digest. However many nodes run, and however late one starts, a recipient gets at most
 * one on a day, with what had been announced by the hour of the digest.
 */
@Service
class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    /** A digest is short; the rest is read in the program. */
    private static final int LONGEST = 30;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final WorkingCalendar calendar;
    private final Organisation organisation;
    private final NotificationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            JdbcClient jdbc,
            Outbox outbox,
            WorkingCalendar calendar,
            Organisation organisation,
            NotificationSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.calendar = calendar;
        this.organisation = organisation;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Item(UUID delivery, NoticeKind kind, String subject, String businessKey) {}

    /** Writes today's digests, if it is a working day and their hour has come. */
    void writeTodays() {
        var today = VietnamTime.dateOf(clock.instant());
        var hour = today.atTime(settings.digestAt()).atZone(VietnamTime.ZONE).toOffsetDateTime();
        if (!calendar.isWorkingDay(today) || clock.instant().isBefore(hour.toInstant())) {
            return;
        }
        for (var recipient : waitingSinceBefore(hour)) {
            try {
                transaction.executeWithoutResult(status -> write(recipient, today, hour));
            } catch (DuplicateKeyException alreadyWritten) {
                LOG.debug("Another node wrote the digest of {}", recipient);
            } catch (RuntimeException failure) {
                LOG.error("No digest for {}; the others are written", recipient, failure);
            }
        }
    }

    private void write(Recipient recipient, LocalDate today, OffsetDateTime hour) {
        var purpose = purposeOf(recipient, today);
        var items = itemsFor(recipient, hour);
        if (items.isEmpty() || isWritten(purpose)) {
            return;
        }
        var mail = outbox.put(purpose, recipient, subjectOf(recipient, today, items.size()), bodyOf(items));
        for (var item : items) {
            jdbc.sql("update notice_delivery set mail_id = :mail where id = :id")
                    .param("mail", mail)
                    .param("id", item.delivery())
                    .update();
        }
    }

    private static String purposeOf(Recipient recipient, LocalDate day) {
        return "digest/" + recipient.kind() + "/" + recipient.id() + "/" + day;
    }

    private boolean isWritten(String purpose) {
        return jdbc.sql("select count(*) from notice_mail where purpose = :purpose")
                        .param("purpose", purpose)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Recipient> waitingSinceBefore(OffsetDateTime hour) {
        return jdbc.sql("select distinct recipient_kind, recipient from notice_delivery"
                        + " where mail_id is null and way = :digest and created_at < :hour"
                        + " order by recipient_kind, recipient")
                .param("digest", MailWay.DIGEST.name())
                .param("hour", hour)
                .query((row, number) -> new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")))
                .list();
    }

    private List<Item> itemsFor(Recipient recipient, OffsetDateTime hour) {
        return jdbc.sql("select d.id, n.kind, n.subject, n.business_key from notice_delivery d"
                        + " join notice n on n.id = d.notice_id"
                        + " where d.mail_id is null and d.way = :digest and d.created_at < :hour"
                        + " and d.recipient_kind = :kind and d.recipient = :recipient order by d.created_at, n.event")
                .param("digest", MailWay.DIGEST.name())
                .param("hour", hour)
                .param("kind", recipient.kind().name())
                .param("recipient", recipient.id())
                .query(Digests::item)
                .list();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("business_key"));
    }

    private String subjectOf(Recipient recipient, LocalDate day, int count) {
        var unit = recipient.kind() == Recipient.Kind.UNIT
                ? " – " + organisation.unit(recipient.id()).shortName()
                : "";
        return "Tin báo sáng %s%s: %d tin mới".formatted(VietnamTime.format(day), unit, count);
    }

    /** What presses most comes first. */
    private String bodyOf(List<Item> items) {
        var text = new StringBuilder();
        var left = LONGEST;
        var kinds = new ArrayList<>(List.of(NoticeKind.values()));
        Collections.reverse(kinds);
        for (var kind : kinds) {
            var ofKind = items.stream().filter(item -> item.kind() == kind).toList();
            if (ofKind.isEmpty()) {
                continue;
            }
            text.append(kind.label()).append(" (").append(ofKind.size()).append(")\n");
            for (var item : ofKind.subList(0, Math.min(left, ofKind.size()))) {
                text.append("- ").append(item.subject()).append('\n');
                if (item.businessKey() != null) {
                    text.append("  ")
                            .append(settings.linkTo(item.businessKey()))
                            .append('\n');
                }
                left--;
            }
            text.append('\n');
        }
        if (items.size() > LONGEST) {
            text.append("Còn %d tin nữa, đọc tại %s\n\n".formatted(items.size() - LONGEST, settings.linkToNotices()));
        }
        return text.append(MailText.footer(settings)).toString();
    }
}
