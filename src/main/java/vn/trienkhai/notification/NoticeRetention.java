package vn.trienkhai.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets old messages go: a message to a person once it was read and is old, a mail once it ended and is old. What was not read, and what still
 * is to be sent, stays. An event keeps its row, so that it is never told again.
 */
@Service
class NoticeRetention {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRetention.class);

    /** No mail is left that tells of nothing. */
    private static final String MAIL_GOES_TOO = "not exists (select 1 from notice_mail m where m.id = mail_id"
            + " and (m.next_attempt_at is not null or m.state = 'UNCERTAIN' or m.created_at >= :sentBefore))";

    private final JdbcClient jdbc;
    private final NoticeRetentionSettings settings;
    private final Clock clock;

    NoticeRetention(JdbcClient jdbc, NoticeRetentionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param messages that were read @param mails that were sent or given up */
    record Gone(int messages, int mails) {}

    @Scheduled(cron = "0 15 2 * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    Gone letOldOnesGo() {
        var messages = jdbc.sql("delete from notice_delivery where recipient_kind = 'PERSON' and read_at < :before"
                        + " and " + MAIL_GOES_TOO)
                .param("before", before(settings.keepRead()))
                .param("sentBefore", before(settings.keepSent()))
                .update();
        // a unit's mailbox marks nothing as read: its messages go by age
        messages += jdbc.sql("delete from notice_delivery where recipient_kind = 'UNIT' and created_at < :before"
                        + " and " + MAIL_GOES_TOO)
                .param("before", before(settings.keepRead()))
                .param("sentBefore", before(settings.keepSent()))
                .update();
        // what a message that is still kept tells of its mail, it goes on telling
        var mails = jdbc.sql("delete from notice_mail where next_attempt_at is null and state <> 'UNCERTAIN'"
                        + " and created_at < :before"
                        + " and not exists (select 1 from notice_delivery d where d.mail_id = notice_mail.id)")
                .param("before", before(settings.keepSent()))
                .update();
        // the event itself stays, so that it is never told again
        jdbc.sql("update notice set let_go_at = :now where let_go_at is null and created_at < :before"
                        + " and not exists (select 1 from notice_delivery d where d.notice_id = notice.id)")
                .param("now", before(Duration.ZERO))
                .param("before", before(settings.keepRead()))
                .update();
        if (messages + mails > 0) {
            LOG.info("Đã dọn {} tin đã đọc và {} thư đã gửi quá thời hạn lưu.", messages, mails);
        }
        return new Gone(messages, mails);
    }

    private OffsetDateTime before(Duration age) {
        return OffsetDateTime.ofInstant(clock.instant().minus(age), clock.getZone());
    }
}
