package vn.trienkhai.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.consistency.CheckConsistency;

/** 400 days after 1 July 2021 is 5 August 2022. */
@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:notice-retention;DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH")
@DirtiesContext
class NoticeRetentionTests extends ProcessTest {

    private static final LocalDate WRITTEN = LocalDate.of(2021, 7, 1);
    private static final LocalDate NOT_YET = LocalDate.of(2022, 8, 5);
    private static final LocalDate OLD = LocalDate.of(2022, 8, 6);

    @Autowired
    NoticeRetention retention;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    String url;

    @Test
    void letsGoWhatWasReadOrSentLongAgo() {
        retention.letOldOnesGo();
        var read = message(true, mail("SENT", false));
        var unread = message(false, mail("SENT", false));
        var alone = mail("SENT", false);
        var waiting = mail("FAILED_FOR_NOW", true);
        var ofWaiting = message(true, waiting);
        var doubtful = mail("UNCERTAIN", false);
        var ofDoubtful = message(true, doubtful);

        clock.moveTo(NOT_YET);
        assertThat(retention.letOldOnesGo()).isEqualTo(new NoticeRetention.Gone(0, 0));

        clock.moveTo(OLD);
        retention.letOldOnesGo();

        assertThat(delivery(read)).isFalse();
        assertThat(delivery(unread)).isTrue();
        assertThat(mailOf(unread)).as("still told of by a message").isEqualTo(1);
        assertThat(isMail(alone)).isFalse();
        assertThat(isMail(waiting)).as("still to be sent").isTrue();
        assertThat(delivery(ofWaiting)).as("what it tells").isTrue();
        assertThat(isMail(doubtful)).as("still to be decided").isTrue();
        assertThat(delivery(ofDoubtful)).as("what it tells").isTrue();
        assertThat(jdbc.sql("select count(*) from notice where event like 'cũ/%'")
                        .query(Long.class)
                        .single())
                .as("an event is never told again")
                .isEqualTo(4);
        assertThat(CheckConsistency.run(
                        "--check-consistency",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=sa",
                        "--spring.datasource.password="))
                .as("what was cleaned up is not lost; see the lines above")
                .isZero();
    }

    private UUID message(boolean read, UUID mail) {
        clock.moveTo(WRITTEN);
        var notice = UUID.randomUUID();
        jdbc.sql(
                        "insert into notice (id, event, kind, subject, body, created_at) values (?, ?, 'ASSIGNED', 'a', 'b', ?)")
                .params(notice, "cũ/" + notice, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var delivery = UUID.randomUUID();
        jdbc.sql(
                        "insert into notice_delivery (id, notice_id, recipient_kind, recipient, way, created_at, mail_id, read_at)"
                                + " values (?, ?, 'PERSON', 'y-te.officer', 'AT_ONCE', ?, ?, ?)")
                .params(Arrays.asList(
                        delivery,
                        notice,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        mail,
                        read ? clock.instant().atOffset(ZoneOffset.UTC) : null))
                .update();
        return delivery;
    }

    private UUID mail(String state, boolean toBeSent) {
        clock.moveTo(WRITTEN);
        var mail = UUID.randomUUID();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        "insert into notice_mail (id, purpose, recipient_kind, recipient, subject, body, created_at, state, attempts,"
                                + " next_attempt_at, sent_at) values (?, ?, 'PERSON', 'y-te.officer', 'a', 'b', ?, ?, 1, ?, ?)")
                .params(Arrays.asList(
                        mail, "cũ/" + mail, now, state, toBeSent ? now : null, state.equals("SENT") ? now : null))
                .update();
        return mail;
    }

    private boolean delivery(UUID id) {
        return count("select count(*) from notice_delivery where id = ?", id) == 1;
    }

    private long mailOf(UUID delivery) {
        return count(
                "select count(*) from notice_mail m join notice_delivery d on d.mail_id = m.id where d.id = ?",
                delivery);
    }

    private boolean isMail(UUID id) {
        return count("select count(*) from notice_mail where id = ?", id) == 1;
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }
}
