package vn.trienkhai.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.ProcessTest;

/** Messages in the program, where no mail server is configured. */
class NoticesTests extends ProcessTest {

    private static final String OFFICER = "y-te.officer";
    private static final String HEAD = "y-te.head";

    @Autowired
    Notices notices;

    @Autowired
    NoticeBox box;

    @Autowired
    MailSending sending;

    @Autowired
    DeliveryTroubleProcess trouble;

    @Autowired
    DeliveryTrouble watch;

    @Autowired
    TransactionTemplate transaction;

    private final String event = "thử/" + UUID.randomUUID();

    @Test
    void areReadInTheProgramWithoutAMailServer() {
        announce(Set.of(OFFICER));
        sending.sendWhatIsDue();
        watch.look();

        var message = messageOf(OFFICER);
        assertThat(message.kind()).isEqualTo("Giao việc");
        assertThat(message.subject()).isEqualTo("Nhận việc: " + event);
        assertThat(message.text()).isEqualTo("Hạn: hết ngày 30/9/2021.");
        assertThat(message.at()).isEqualTo("01/07/2021 08:00");
        assertThat(message.link()).isEqualTo("/viec/b-1");
        assertThat(message.delivery()).isEqualTo("Chưa cấu hình máy chủ thư");
        assertThat(message.problem()).isNull();
        assertThat(message.read()).isFalse();
        assertThat(trouble.isOpen()).as("no server is no trouble").isFalse();
    }

    @Test
    void reachEachRecipientOnceHoweverOftenAnEventIsAnnounced() {
        announce(Set.of(OFFICER));
        announce(Set.of(OFFICER));
        announce(Set.of(OFFICER, HEAD));

        assertThat(messagesOf(OFFICER)).isEqualTo(1);
        assertThat(messagesOf(HEAD)).isEqualTo(1);
    }

    @Test
    void stayWithTheTransactionOfWhatTheyTellAbout() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    announce(Set.of(OFFICER));
                    throw new IllegalStateException("the work was refused");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(messagesOf(OFFICER)).isZero();
    }

    @Test
    void areMarkedReadByTheirReaderOnly() {
        announce(Set.of(OFFICER, HEAD));
        var unread = box.unreadOf(OFFICER);

        box.read(messageOf(OFFICER).id(), HEAD);
        assertThat(box.unreadOf(OFFICER)).isEqualTo(unread);

        box.read(messageOf(OFFICER).id(), OFFICER);
        assertThat(box.unreadOf(OFFICER)).isEqualTo(unread - 1);
        assertThat(messageOf(OFFICER).read()).isTrue();
        assertThat(messageOf(HEAD).read()).isFalse();
    }

    @Test
    void ofAUnitAreReadByItsPeopleUnlessTheyGotThemThemselves() {
        notices.announce(new Notice(
                event, NoticeKind.REMINDER, Set.of(HEAD), Set.of("y-te"), "Nhắc: " + event, "Còn 3 ngày.", null));

        assertThat(box.ofTheUnitOf(OFFICER))
                .filteredOn(message -> message.subject().endsWith(event))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.delivery()).isEqualTo("Chờ thư gộp sáng làm việc tới");
                    assertThat(message.link()).isNull();
                });
        assertThat(box.ofTheUnitOf(HEAD)).noneMatch(message -> message.subject().endsWith(event));
        assertThat(box.ofTheUnitOf("phong-kinh-te.head"))
                .noneMatch(message -> message.subject().endsWith(event));
    }

    @Test
    void areCutWhereTooLongForAMessage() {
        notices.announce(new Notice(
                event, NoticeKind.ASSIGNED, Set.of(OFFICER), Set.of(), "v".repeat(201), "d".repeat(4001), null));

        assertThat(box.of(OFFICER))
                .filteredOn(message -> message.subject().startsWith("vv"))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.subject()).hasSize(200).endsWith("v…");
                    assertThat(message.text()).hasSize(4000).endsWith("d…");
                });
    }

    @Test
    void areNotMailedToWhoWantsMailOnlyForWhatIsOverdue() {
        assertThat(MailChoice.ESCALATION_ONLY.wayOf(NoticeKind.REMINDER)).isEqualTo(MailWay.NONE);
        assertThat(MailChoice.ESCALATION_ONLY.wayOf(NoticeKind.ESCALATION)).isEqualTo(MailWay.AT_ONCE);
        assertThat(MailChoice.DIGEST.wayOf(NoticeKind.ASSIGNED)).isEqualTo(MailWay.DIGEST);
        assertThat(MailChoice.DIGEST.wayOf(NoticeKind.ESCALATION)).isEqualTo(MailWay.AT_ONCE);
        assertThat(MailChoice.AT_ONCE.wayOf(NoticeKind.CHANGED)).isEqualTo(MailWay.AT_ONCE);
    }

    private void announce(Set<String> people) {
        notices.announce(new Notice(
                event,
                NoticeKind.ASSIGNED,
                people,
                Set.of(),
                "Nhận việc: " + event,
                "Hạn: hết ngày 30/9/2021.",
                "b-1"));
    }

    private NoticeBox.Message messageOf(String userId) {
        return box.of(userId).stream()
                .filter(message -> message.subject().endsWith(event))
                .findFirst()
                .orElseThrow();
    }

    private long messagesOf(String userId) {
        return box.of(userId).stream()
                .filter(message -> message.subject().endsWith(event))
                .count();
    }
}
