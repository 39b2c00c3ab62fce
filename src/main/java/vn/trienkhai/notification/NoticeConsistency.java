package vn.trienkhai.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Snapshot;

/**
 * What was to be mailed at once has its one mail, and each mail tells somebody of something; a mail is either still to be tried
 * or came to an end. Nobody hears twice of one event: the tables refuse that. Of an event whose messages were all cleaned up
 * ({@code NoticeRetention}) the row stays, marked.
 */
@Component
class NoticeConsistency implements ConsistencyCheck {

    private static final EnumSet<MailState> ON_ITS_WAY =
            EnumSet.of(MailState.WAITING, MailState.SENDING, MailState.HANDED_OVER, MailState.FAILED_FOR_NOW);

    private static final Map<String, ?> NAMES = Map.of(
            "atOnce", MailWay.AT_ONCE.name(),
            "sent", MailState.SENT.name(),
            "onItsWay", ON_ITS_WAY.stream().map(Enum::name).toList(),
            "states", Arrays.stream(MailState.values()).map(Enum::name).toList());

    @Override
    public String subject() {
        return "Tin báo và thư";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.of(withoutMail(snapshot), mailsOfNothing(snapshot), mailsNowhere(snapshot), unheard(snapshot))
                .flatMap(found -> found);
    }

    private static Stream<String> withoutMail(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select n.event, n.subject, d.recipient from notice_delivery d join notice n on n.id = d.notice_id
                        where d.way = :atOnce and not exists (select 1 from notice_mail m where m.id = d.mail_id
                          and m.recipient = d.recipient and m.recipient_kind = d.recipient_kind)
                        order by n.created_at, n.event, d.recipient
                        """,
                        NAMES,
                        (row, number) -> "Tin “%s” (%s) phải gửi ngay cho %s mà không có thư."
                                .formatted(
                                        row.getString("subject"), row.getString("event"), row.getString("recipient")))
                .stream();
    }

    private static Stream<String> mailsOfNothing(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select m.purpose, m.recipient from notice_mail m
                        where not exists (select 1 from notice_delivery d where d.mail_id = m.id)
                        order by m.created_at, m.purpose
                        """,
                        (row, number) -> "Thư %s cho %s không báo tin nào."
                                .formatted(row.getString("purpose"), row.getString("recipient")))
                .stream();
    }

    private static Stream<String> mailsNowhere(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select m.purpose, m.recipient, m.state from notice_mail m
                        where (m.state in (:onItsWay) and m.next_attempt_at is null)
                        or (m.state not in (:onItsWay) and m.next_attempt_at is not null)
                        or (m.state = :sent and m.sent_at is null) or m.state not in (:states)
                        order by m.created_at, m.purpose
                        """,
                        NAMES,
                        (row, number) -> "Thư %s cho %s ở trạng thái %s không được gửi tiếp mà cũng chưa xong."
                                .formatted(
                                        row.getString("purpose"), row.getString("recipient"), row.getString("state")))
                .stream();
    }

    private static Stream<String> unheard(Snapshot snapshot) {
        return snapshot
                .rows(
                        """
                        select n.event, n.subject from notice n
                        where not exists (select 1 from notice_delivery d where d.notice_id = n.id)
                        and n.let_go_at is null
                        order by n.created_at, n.event
                        """,
                        (row, number) -> "Tin “%s” (%s) không đến ai."
                                .formatted(row.getString("subject"), row.getString("event")))
                .stream();
    }
}
