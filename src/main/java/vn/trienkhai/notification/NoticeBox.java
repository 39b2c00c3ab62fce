package vn.trienkhai.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.organisation.Organisation;

/** Messages as people read them in the program, whether or not they also went by mail. */
@Service
@Transactional(readOnly = true)
class NoticeBox {

    /** Older ones have long been dealt with. */
    private static final int SHOWN = 200;

    private static final String MESSAGES = "select d.id, d.way, d.created_at, d.read_at, n.kind, n.subject, n.body,"
            + " n.business_key, m.state, m.problem from notice_delivery d join notice n on n.id = d.notice_id"
            + " left join notice_mail m on m.id = d.mail_id ";
    private static final String NEWEST_FIRST =
            " order by d.created_at desc, n.event fetch first " + SHOWN + " rows only";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    NoticeBox(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * @param at dd/MM/yyyy HH:mm
     * @param link path of the task; null if it leads to none
     * @param delivery what became of the mail, in words
     * @param problem why it was not sent yet; null if nothing is wrong
     */
    record Message(
            UUID id,
            String kind,
            String subject,
            String text,
            String at,
            String link,
            boolean read,
            String delivery,
            String problem) {}

    List<Message> of(String userId) {
        return jdbc.sql(MESSAGES + "where d.recipient_kind = 'PERSON' and d.recipient = :user" + NEWEST_FIRST)
                .param("user", userId)
                .query(NoticeBox::message)
                .list();
    }

    /** What went to the mailbox of the person's unit and not to the person too. */
    List<Message> ofTheUnitOf(String userId) {
        return organisation
                .person(userId)
                .map(person -> jdbc.sql(MESSAGES
                                + "where d.recipient_kind = 'UNIT' and d.recipient = :unit and not exists ("
                                + "select 1 from notice_delivery own where own.notice_id = d.notice_id"
                                + " and own.recipient_kind = 'PERSON' and own.recipient = :user)" + NEWEST_FIRST)
                        .param("unit", person.unit())
                        .param("user", userId)
                        .query(NoticeBox::message)
                        .list())
                .orElse(List.of());
    }

    long unreadOf(String userId) {
        return jdbc.sql("select count(*) from notice_delivery"
                        + " where recipient_kind = 'PERSON' and recipient = :user and read_at is null")
                .param("user", userId)
                .query(Long.class)
                .single();
    }

    /** Somebody else's message is left alone. */
    @Transactional
    void read(UUID message, String userId) {
        markRead(" and id = :message", userId).param("message", message).update();
    }

    @Transactional
    void readAll(String userId) {
        markRead("", userId).update();
    }

    private JdbcClient.StatementSpec markRead(String which, String userId) {
        return jdbc.sql("update notice_delivery set read_at = :now"
                        + " where recipient_kind = 'PERSON' and recipient = :user and read_at is null" + which)
                .param("now", OffsetDateTime.now(clock))
                .param("user", userId);
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        var businessKey = row.getString("business_key");
        var state = row.getString("state");
        return new Message(
                row.getObject("id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")).label(),
                row.getString("subject"),
                row.getString("body"),
                VietnamTime.format(
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                businessKey == null ? null : "/viec/" + businessKey,
                row.getObject("read_at", OffsetDateTime.class) != null,
                state == null
                        ? labelOf(MailWay.valueOf(row.getString("way")))
                        : MailState.valueOf(state).label(),
                row.getString("problem"));
    }

    private static String labelOf(MailWay way) {
        return way == MailWay.DIGEST ? "Chờ thư gộp sáng làm việc tới" : "Không gửi thư, theo lựa chọn của bạn";
    }
}
