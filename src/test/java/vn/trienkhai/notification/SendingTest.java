package vn.trienkhai.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Fact;

/** Mail as a real SMTP server receives it. The rounds are run by the tests, at hours that they choose. */
@DirtiesContext
abstract class SendingTest extends ProcessTest {

    static final String HEAD = "phong-kinh-te.head";
    static final String OFFICER = "phong-kinh-te.officer";
    static final String UNIT = "phong-kinh-te";

    static final GreenMail MAIL = started();

    @Autowired
    Notices notices;

    @Autowired
    MailRound round;

    @Autowired
    MailSending sending;

    @Autowired
    MailChoices choices;

    @Autowired
    NoticeBox box;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    @Autowired
    Digests digests;

    @Autowired
    DeliveryTrouble trouble;

    @Autowired
    DeliveryTroubleForms forms;

    private static GreenMail started() {
        var mail = new GreenMail(
                new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("plan.notification.from", () -> "trien-khai@phuquoc.example");
        registry.add("plan.notification.base-url", () -> "https://trien-khai.phuquoc.example/");
    }

    @BeforeEach
    void emptyMailboxes() throws Exception {
        for (var table : List.of("notice_delivery", "notice_mail", "notice", "notice_setting")) {
            jdbc.sql("delete from " + table).update();
        }
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("delivery-trouble")
                .list()
                .forEach(open -> engine.getRuntimeService().deleteProcessInstance(open.getId(), "test"));
        engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("delivery-trouble")
                .list()
                .forEach(past -> engine.getHistoryService().deleteHistoricProcessInstance(past.getId()));
        MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void serverIsBack() {
        if (!MAIL.isRunning()) {
            MAIL.start();
        }
    }

    @Test
    void leavesAtOnceAsVietnamesePlainText() throws Exception {
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc: treo băng rôn đường 30/4 – hạn 09/7", Set.of(HEAD));

        round.run();

        var mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Nhận việc: treo băng rôn đường 30/4 – hạn 09/7");
        assertThat(recipients()).containsExactly("phong-kinh-te.head@phuquoc.example");
        assertThat(MimeUtility.decodeText(mail.getHeader("From", null)))
                .isEqualTo("Triển Khai <trien-khai@phuquoc.example>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Message-ID", null)).matches("<[0-9a-f-]{36}@phuquoc.example>");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(textOf(mail))
                .isEqualTo(
                        """
                        Phòng VH&TT giao, hết ngày 09/7/2021.

                        Mở việc: https://trien-khai.phuquoc.example/viec/b-1

                        --\s
                        Thư tự động của Triển Khai. Chọn cách nhận thư: https://trien-khai.phuquoc.example/trien-khai/tin-bao.html""");
        assertThat(headersOf(mail)).as("raw headers").allMatch(line -> line.chars()
                .allMatch(letter -> letter < 128));
        assertThat(stateOf(HEAD)).isEqualTo("Đã gửi");
    }

    @Test
    void aTextIsNoHeaderAndNoMarkupOfAMail() throws Exception {
        var typed = "Việc kín\r\nBcc: ke.la@evil.example\r\n\r\n<img src=x onerror=alert(1)>";
        notices.announce(new Notice("e-h", NoticeKind.ASSIGNED, Set.of(HEAD), Set.of(), typed, typed, "b-1"));

        round.run();

        var mail = onlyMail();
        assertThat(recipients()).containsExactly("phong-kinh-te.head@phuquoc.example");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Việc kín Bcc: ke.la@evil.example <img src=x onerror=alert(1)>");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(textOf(mail)).startsWith("Việc kín\nBcc: ke.la@evil.example\n\n<img src=x onerror=alert(1)>\n");
    }

    @Test
    void anAddressIsNoHeaderOfAMail() {
        givenAddress(HEAD, "ai@phuquoc.example\r\nBcc: ke.la@evil.example");
        try {
            announce("e-a", NoticeKind.ASSIGNED, "Việc", Set.of(HEAD));
            round.run();
            assertThat(MAIL.getReceivedMessages()).isEmpty();
        } finally {
            givenAddress(HEAD, addressOf(HEAD));
        }
    }

    @Test
    void tellsNobodyTwiceOfOneEvent() {
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        round.run();
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD, OFFICER));
        round.run();
        round.run();

        assertThat(recipients()).containsExactlyInAnyOrder(addressOf(HEAD), addressOf(OFFICER));
    }

    @Test
    void gathersForADigestOnWorkingMorningsOnly() throws Exception {
        choices.choose(HEAD, MailChoice.DIGEST);
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc: KT-1b", Set.of(HEAD));
        announce("e-2", NoticeKind.ASSIGNED, "Nhận việc: KT-2a", Set.of(HEAD));
        announce("e-3", NoticeKind.REMINDER, "Còn 3 ngày: KT-4", Set.of(HEAD));
        round.run();
        clock.moveTo(at(2021, 7, 2, 6, 59));
        round.run();
        assertThat(recipients()).as("before the morning's hour").isEmpty();

        clock.moveTo(at(2021, 7, 2, 7, 0)); // Friday
        round.run();
        assertThat(onlyMail().getSubject()).isEqualTo("Tin báo sáng 02/07/2021: 3 tin mới");
        assertThat(textOf(onlyMail()))
                .isEqualTo(
                        """
                        Nhắc hạn (1)
                        - Còn 3 ngày: KT-4
                          https://trien-khai.phuquoc.example/viec/b-1

                        Giao việc (2)
                        - Nhận việc: KT-1b
                          https://trien-khai.phuquoc.example/viec/b-1
                        - Nhận việc: KT-2a
                          https://trien-khai.phuquoc.example/viec/b-1

                        --\s
                        Thư tự động của Triển Khai. Chọn cách nhận thư: https://trien-khai.phuquoc.example/trien-khai/tin-bao.html""");
        assertThat(stateOf(HEAD)).isEqualTo("Đã gửi");

        clock.moveTo(at(2021, 7, 2, 10, 0));
        announce("e-4", NoticeKind.CHANGED, "Đổi hạn: KT-2a", Set.of(HEAD));
        round.run();
        clock.moveTo(at(2021, 7, 3, 8, 0)); // Saturday
        round.run();
        clock.moveTo(at(2021, 7, 4, 8, 0)); // Sunday
        round.run();
        assertThat(recipients())
                .as("no second digest on a day, none on a day off")
                .hasSize(1);

        clock.moveTo(at(2021, 7, 5, 7, 0)); // Monday
        round.run();
        assertThat(subjects())
                .containsExactly("Tin báo sáng 02/07/2021: 3 tin mới", "Tin báo sáng 05/07/2021: 1 tin mới");

        clock.moveTo(at(2021, 7, 6, 7, 0));
        round.run();
        assertThat(recipients()).as("nothing new, no digest").hasSize(2);
    }

    @Test
    void writesTheMorningsDigestLateIfItWasDownInTheMorning() {
        choices.choose(HEAD, MailChoice.DIGEST);
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc: KT-1b", Set.of(HEAD));

        clock.moveTo(at(2021, 7, 12, 15, 20)); // Monday, after a week without the program
        announce("e-2", NoticeKind.ASSIGNED, "Nhận việc: KT-2a", Set.of(HEAD));
        round.run();

        assertThat(subjects()).containsExactly("Tin báo sáng 12/07/2021: 1 tin mới");
    }

    @Test
    void givesAUnitsMailboxTheDigestOnly() throws Exception {
        notices.announce(new Notice(
                "e-1", NoticeKind.ESCALATION, Set.of(), Set.of(UNIT), "Quá hạn 1 ngày: KT-1b", "Quá hạn.", "b-1"));
        round.run();
        assertThat(recipients()).isEmpty();

        clock.moveTo(at(2021, 7, 2, 7, 0));
        round.run();

        assertThat(recipients()).containsExactly("phong-kinh-te@phuquoc.example");
        assertThat(subjects()).containsExactly("Tin báo sáng 02/07/2021 – Phòng Kinh tế: 1 tin mới");
        assertThat(textOf(onlyMail())).startsWith("Quá hạn (1)\n- Quá hạn 1 ngày: KT-1b\n");
    }

    @Test
    void sendsWhatIsOverdueAtOnceWhateverWasChosen() {
        choices.choose(HEAD, MailChoice.DIGEST);
        choices.choose(OFFICER, MailChoice.ESCALATION_ONLY);
        announce("e-1", NoticeKind.REMINDER, "Còn 1 ngày", Set.of(OFFICER));
        announce("e-2", NoticeKind.ESCALATION, "Quá hạn 1 ngày", Set.of(HEAD, OFFICER));
        round.run();
        clock.moveTo(at(2021, 7, 2, 7, 0));
        round.run();

        assertThat(subjects()).containsExactly("Quá hạn 1 ngày", "Quá hạn 1 ngày");
        assertThat(box.of(OFFICER))
                .extracting(NoticeBox.Message::subject, NoticeBox.Message::delivery)
                .containsExactlyInAnyOrder(
                        tuple("Quá hạn 1 ngày", "Đã gửi"), tuple("Còn 1 ngày", "Không gửi thư, theo lựa chọn của bạn"));
    }

    @Test
    void writesOneDigestHoweverManyNodesDo() throws Exception {
        choices.choose(HEAD, MailChoice.DIGEST);
        choices.choose(OFFICER, MailChoice.DIGEST);
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc: KT-1b", Set.of(HEAD, OFFICER));
        clock.moveTo(at(2021, 7, 2, 7, 0));

        together(4, digests::writeTodays);
        round.run();

        assertThat(recipients()).containsExactlyInAnyOrder(addressOf(HEAD), addressOf(OFFICER));
    }

    @Test
    void saysWhoHasNoAddressAndWhoseIsRefusedAndGoesOnWithTheOthers() {
        givenAddress("phong-kinh-te.deputy", null);
        givenAddress(OFFICER, "không phải địa chỉ");
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of("phong-kinh-te.deputy", OFFICER, HEAD));

        round.run();

        assertThat(recipients()).containsExactly(addressOf(HEAD));
        assertThat(stateOf("phong-kinh-te.deputy")).isEqualTo("Chưa có địa chỉ thư");
        assertThat(stateOf(OFFICER)).isEqualTo("Máy chủ thư từ chối địa chỉ");
        assertThat(box.of(OFFICER).get(0).problem()).isEqualTo("Địa chỉ thư không hợp lệ.");
        givenAddress("phong-kinh-te.deputy", addressOf("phong-kinh-te.deputy"));
        givenAddress(OFFICER, addressOf(OFFICER));
    }

    @Test
    void isDelayedByADeadServerAndThenAllArriveOnce() {
        MAIL.stop();
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc: KT-1b", Set.of(HEAD, OFFICER));
        announce("e-2", NoticeKind.ASSIGNED, "Nhận việc: KT-2a", Set.of(HEAD));
        round.run();
        assertThat(statesOf(HEAD, OFFICER))
                .contains("Gửi chưa được, sẽ thử lại")
                .doesNotContain("Đã gửi");
        clock.moveTo(at(2021, 7, 1, 8, 14));
        round.run();
        assertThat(troubles()).as("not failing for long yet").isEmpty();

        clock.moveTo(at(2021, 7, 1, 8, 15));
        round.run();
        round.run();
        assertThat(troubles()).singleElement().satisfies(task -> assertThat(task.getName())
                .isEqualTo("Khắc phục việc gửi thư: 3 thư chưa gửi được, 01/07/2021 08:15"));
        assertThat(incidents())
                .containsExactly("Thư gửi không được từ 01/07/2021 08:00: Không kết nối được máy chủ thư.");
        assertThat(desk.as("admin").sees())
                .anyMatch(task -> task.getTaskDefinitionKey().equals("UserTask_MendDelivery"));
        assertThat(forms.of(new FormOpened("UserTask_MendDelivery", "admin", "delivery-trouble", Map.of()))
                        .known()
                        .facts())
                .contains(
                        new Fact(
                                "Tình trạng",
                                "Thư gửi không được từ 01/07/2021 08:00: Không kết nối được máy chủ thư."),
                        new Fact("Thư chưa gửi", "3"),
                        new Fact("Thư gửi được gần nhất", "chưa có thư nào"));

        MAIL.start();
        clock.moveTo(at(2021, 7, 1, 9, 0));
        round.run();

        assertThat(recipients()).containsExactlyInAnyOrder(addressOf(HEAD), addressOf(HEAD), addressOf(OFFICER));
        assertThat(statesOf(HEAD, OFFICER)).containsOnly("Đã gửi");
        assertThat(troubles()).isEmpty();
        assertThat(incidents()).isEmpty();
        assertThat(endsOfTrouble()).containsExactly("EndEvent_FlowsAgain");
    }

    @Test
    void triesAgainAfterGrowingDelaysForEver() {
        MAIL.stop();
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        var start = at(2021, 7, 1, 8, 0);
        var minutes = List.of(0, 1, 3, 8, 23, 53, 113, 173, 233); // +1 +2 +5 +15 +30 +60 +60 +60

        for (int attempt = 1; attempt <= minutes.size(); attempt++) {
            var due = start.plusMinutes(minutes.get(attempt - 1));
            if (attempt > 1) {
                clock.moveTo(due.minusSeconds(1));
                sending.sendWhatIsDue();
                assertThat(attempts()).as("a second before %s", due).isEqualTo(attempt - 1);
            }
            clock.moveTo(due);
            sending.sendWhatIsDue();
            assertThat(attempts()).as("at %s", due).isEqualTo(attempt);
        }
    }

    @Test
    void takesTheAdministratorsWordAndCallsAgainIfItStaysDead() {
        MAIL.stop();
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        round.run();
        clock.moveTo(at(2021, 7, 1, 8, 15));
        round.run();
        var task = troubles().get(0);

        assertThat(desk.as("admin").refusedWhenCompleting(task, Map.of()).reasons())
                .containsExactly(new FormRefused.Reason("note", "Chưa ghi đã làm gì."));
        assertThat(troubles()).hasSize(1);
        desk.as("admin").complete(task, Map.of("note", "Đã khởi động lại máy chủ thư"));
        round.run();
        assertThat(troubles()).as("time to show").isEmpty();
        assertThat(incidents()).isEmpty();
        assertThat(endsOfTrouble()).containsExactly("EndEvent_Mended");

        clock.moveTo(at(2021, 7, 1, 8, 30));
        round.run();
        assertThat(troubles()).as("still dead").hasSize(1);
    }

    @Test
    void callsOneAdministratorHoweverManyNodesSeeTheTrouble() throws Exception {
        MAIL.stop();
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        round.run();
        clock.moveTo(at(2021, 7, 1, 8, 15));

        together(4, trouble::look);

        assertThat(troubles()).hasSize(1);
    }

    @Test
    void callsNobodyForOneMailboxThatTakesNothingWhileOthersDo() {
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        outbox.failed(outbox.claim().orElseThrow(), "Máy chủ thư chưa nhận thư này (452).");
        clock.moveTo(at(2021, 7, 1, 8, 0).plusSeconds(1));
        announce("e-2", NoticeKind.ASSIGNED, "Nhận việc", Set.of(OFFICER));
        round.run();
        clock.moveTo(at(2021, 7, 1, 8, 20));
        trouble.look();

        assertThat(recipients()).containsExactly(addressOf(OFFICER));
        assertThat(stateOf(HEAD)).isEqualTo("Gửi chưa được, sẽ thử lại");
        assertThat(troubles()).isEmpty();
    }

    @Test
    void warnsWhenAWorkingDayPassesWithoutAnyExpectedMail() {
        clock.moveTo(at(2021, 7, 2, 8, 0)); // Friday
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        clock.moveTo(at(2021, 7, 2, 23, 59));
        trouble.look();
        assertThat(troubles()).isEmpty();

        clock.moveTo(at(2021, 7, 3, 0, 0));
        trouble.look();
        trouble.look();
        assertThat(troubles()).hasSize(1);
        assertThat(incidents())
                .containsExactly("Không thư nào được gửi trong ngày làm việc 02/07/2021 dù có thư phải gửi.");

        round.run();
        assertThat(recipients()).hasSize(1);
        assertThat(troubles()).isEmpty();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void sendsOnlyYesterdaysNewsOnceAServerIsConfigured() {
        announce("e-1", NoticeKind.ASSIGNED, "Từ hôm kia", Set.of(HEAD));
        clock.moveTo(at(2021, 7, 2, 9, 0));
        announce("e-2", NoticeKind.ASSIGNED, "Từ hôm qua", Set.of(HEAD));
        outbox.noteThatNoServerIsConfigured();
        assertThat(statesOf(HEAD)).containsOnly("Chưa cấu hình máy chủ thư");

        clock.moveTo(at(2021, 7, 3, 8, 59));
        round.run();

        assertThat(subjects()).containsExactly("Từ hôm qua");
    }

    @Test
    void sendsUnderTheSameNameWhatADeadNodeHadClaimedAndNotHandedOver() throws Exception {
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        var lost = outbox.claim().orElseThrow(); // and the node dies
        round.run();
        clock.moveTo(at(2021, 7, 1, 8, 9));
        round.run();
        assertThat(recipients()).isEmpty();
        assertThat(stateOf(HEAD)).isEqualTo("Đang gửi");

        clock.moveTo(at(2021, 7, 1, 8, 10));
        round.run();

        assertThat(onlyMail().getHeader("Message-ID", null)).isEqualTo("<" + lost.id() + "@phuquoc.example>");
        assertThat(stateOf(HEAD)).isEqualTo("Đã gửi");
    }

    @Test
    void asksAnAdministratorAboutWhatADeadNodeHadHandedOver() throws Exception {
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc: KT-1b", Set.of(HEAD));
        announce("e-2", NoticeKind.ASSIGNED, "Nhận việc: KT-2a", Set.of(OFFICER));
        var first = handedOverByADeadNode();
        var second = handedOverByADeadNode();
        clock.moveTo(at(2021, 7, 1, 8, 9));
        round.run();
        assertThat(statesOf(HEAD, OFFICER)).containsOnly("Đang gửi");

        clock.moveTo(at(2021, 7, 1, 8, 10));
        round.run();
        round.run();

        assertThat(recipients()).as("nobody may hear twice").isEmpty();
        assertThat(statesOf(HEAD, OFFICER)).containsOnly("Không chắc đã gửi");
        assertThat(box.of(HEAD).get(0).problem()).isEqualTo("Máy đang gửi thư này dừng giữa chừng.");
        assertThat(troubles()).singleElement().satisfies(task -> assertThat(task.getName())
                .isEqualTo("Khắc phục việc gửi thư: 2 thư không chắc đã gửi, 01/07/2021 08:10"));
        assertThat(incidents()).containsExactly("2 thư không chắc đã gửi: cần quyết định có gửi lại không.");
        var view = forms.of(new FormOpened("UserTask_MendDelivery", "admin", "delivery-trouble", Map.of()));
        assertThat(view.answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .extractingByKey("uncertain", InstanceOfAssertFactories.list(DeliveryTroubleForms.Doubt.class))
                .extracting(DeliveryTroubleForms.Doubt::mail, DeliveryTroubleForms.Doubt::messageId)
                .containsExactlyInAnyOrder(
                        tuple(first.id(), "<" + first.id() + "@phuquoc.example>"),
                        tuple(second.id(), "<" + second.id() + "@phuquoc.example>"));

        var undecided = new HashMap<String, Object>();
        undecided.put("mail", second.id());
        undecided.put("again", null);
        assertThat(desk.as("admin")
                        .refusedWhenCompleting(
                                troubles().get(0),
                                Map.of(
                                        "note",
                                        "Đã xem nhật ký máy chủ thư",
                                        "uncertain",
                                        List.of(Map.of("mail", first.id(), "again", true), undecided)))
                        .reasons())
                .containsExactly(new FormRefused.Reason("uncertain[1].again", "Chưa chọn có gửi lại thư này không."));
        desk.as("admin")
                .complete(
                        troubles().get(0),
                        Map.of(
                                "note",
                                "Đã xem nhật ký máy chủ thư",
                                "uncertain",
                                List.of(
                                        Map.of("mail", first.id(), "again", true),
                                        Map.of("mail", second.id(), "again", false))));
        round.run();

        assertThat(onlyMail().getHeader("Message-ID", null)).isEqualTo("<" + first.id() + "@phuquoc.example>");
        assertThat(statesOf(HEAD, OFFICER)).containsExactlyInAnyOrder("Đã gửi", "Không chắc đã gửi, không gửi lại");
        assertThat(troubles()).isEmpty();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void doesNotHandOverWhatAnotherSenderHasTakenOver() {
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        var slow = outbox.claim().orElseThrow();
        clock.moveTo(at(2021, 7, 1, 8, 10));
        var other = outbox.claim().orElseThrow();

        assertThat(outbox.handOver(slow)).isFalse();
        assertThat(outbox.handOver(other)).isTrue();
        assertThat(outbox.handOver(other)).as("a second time").isFalse();
    }

    @Test
    void notesLaterWhatTheServerTookWhileTheDatabaseDidNotListen() {
        announce("e-1", NoticeKind.ASSIGNED, "Nhận việc", Set.of(HEAD));
        var mailboxes = MAIL.getUserManager();
        var before = mailboxes.getMessageDeliveryHandler();
        mailboxes.setMessageDeliveryHandler((message, address) -> {
            jdbc.sql("alter table notice_mail rename to notice_mail_away").update();
            return before.handle(message, address);
        });
        try {
            assertThatThrownBy(sending::sendWhatIsDue).isInstanceOf(DataAccessException.class);
        } finally {
            mailboxes.setMessageDeliveryHandler(before);
            jdbc.sql("alter table notice_mail_away rename to notice_mail").update();
        }
        assertThat(recipients()).containsExactly(addressOf(HEAD));
        assertThat(stateOf(HEAD)).isEqualTo("Đang gửi");

        clock.moveTo(at(2021, 7, 1, 8, 30)); // another node would by now hold it for broken off
        round.run();

        assertThat(stateOf(HEAD)).isEqualTo("Đã gửi");
        assertThat(recipients()).containsExactly(addressOf(HEAD));
        assertThat(troubles()).isEmpty();
    }

    @Test
    void finishesTheMailAtHandWhenItsNodeStops() throws Exception {
        for (int i = 0; i < 3; i++) {
            announce("e-" + i, NoticeKind.ASSIGNED, "Nhận việc " + i, Set.of(HEAD));
        }
        var worker = new MailWorker(round, sending, everyHour());
        var mailboxes = MAIL.getUserManager();
        var before = mailboxes.getMessageDeliveryHandler();
        var held = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        mailboxes.setMessageDeliveryHandler((message, address) -> {
            held.countDown();
            try {
                released.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return before.handle(message, address);
        });
        try {
            worker.start();
            worker.wake(new NoticesWaiting());
            held.await();
            var stopping = CompletableFuture.runAsync(worker::stop);
            await().until(() -> !worker.isRunning());
            released.countDown();
            stopping.get();
        } finally {
            released.countDown();
            mailboxes.setMessageDeliveryHandler(before);
            sending.goOn();
        }

        assertThat(recipients()).hasSize(1);
        assertThat(statesOf(HEAD)).containsExactlyInAnyOrder("Đã gửi", "Chờ gửi", "Chờ gửi");
    }

    @Test
    void sendsEachMailOnceHoweverManySendersWork() throws Exception {
        for (int i = 0; i < 50; i++) {
            announce("e-" + i, NoticeKind.ASSIGNED, "Nhận việc " + i, Set.of(HEAD, OFFICER));
        }

        together(4, sending::sendWhatIsDue);

        assertThat(recipients()).hasSize(100);
        assertThat(messageIds()).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select max(attempts) from notice_mail")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(statesOf(HEAD, OFFICER)).hasSize(100).containsOnly("Đã gửi");
    }

    private void announce(String event, NoticeKind kind, String subject, Set<String> people) {
        notices.announce(
                new Notice(event, kind, people, Set.of(), subject, "Phòng VH&TT giao, hết ngày 09/7/2021.", "b-1"));
    }

    private Letter handedOverByADeadNode() {
        var letter = outbox.claim().orElseThrow();
        assertThat(outbox.handOver(letter)).isTrue();
        return letter;
    }

    private static NotificationSettings everyHour() {
        return new NotificationSettings(
                true,
                Duration.ofHours(1),
                "trien-khai@phuquoc.example",
                URI.create("https://trien-khai.phuquoc.example/"),
                LocalTime.of(7, 0),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15));
    }

    private static ZonedDateTime at(int year, int month, int day, int hour, int minute) {
        return LocalDate.of(year, month, day).atTime(hour, minute).atZone(VietnamTime.ZONE);
    }

    private static String addressOf(String id) {
        return id + "@phuquoc.example";
    }

    private void givenAddress(String userId, String email) {
        jdbc.sql("update person set email = :email where user_id = :user")
                .param("email", email)
                .param("user", userId)
                .update();
    }

    private static void together(int nodes, Runnable act) throws Exception {
        var pool = Executors.newFixedThreadPool(nodes);
        try {
            for (var done : pool.invokeAll(IntStream.range(0, nodes)
                    .mapToObj(node -> Executors.callable(act))
                    .toList())) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private int attempts() {
        return jdbc.sql("select attempts from notice_mail").query(Integer.class).single();
    }

    private List<Task> troubles() {
        return desk.openTasks("delivery-trouble");
    }

    private List<String> incidents() {
        return engine.getRuntimeService().createIncidentQuery().incidentType("mailDelivery").list().stream()
                .map(Incident::getIncidentMessage)
                .toList();
    }

    private List<String> endsOfTrouble() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityType("noneEndEvent")
                .list()
                .stream()
                .filter(end -> end.getProcessDefinitionKey().equals("delivery-trouble"))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** Of the newest message. */
    private String stateOf(String userId) {
        return box.of(userId).get(0).delivery();
    }

    private List<String> statesOf(String... userIds) {
        return Arrays.stream(userIds)
                .flatMap(userId -> box.of(userId).stream())
                .map(NoticeBox.Message::delivery)
                .toList();
    }

    private static MimeMessage onlyMail() {
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        return MAIL.getReceivedMessages()[0];
    }

    private static List<String> recipients() {
        return each(mail -> mail.getAllRecipients()[0].toString());
    }

    private static List<String> subjects() {
        return each(Message::getSubject);
    }

    private static List<String> messageIds() {
        return each(mail -> mail.getHeader("Message-ID", null));
    }

    private static List<String> headersOf(MimeMessage mail) throws MessagingException {
        return Collections.list(mail.getAllHeaderLines());
    }

    private static String textOf(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }

    private interface Reading {
        String of(MimeMessage mail) throws MessagingException;
    }

    private static List<String> each(Reading reading) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(mail -> {
                    try {
                        return reading.of(mail);
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }
}
