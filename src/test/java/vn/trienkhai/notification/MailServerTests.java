package vn.trienkhai.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.notification.MailServer.AddressRefused;
import vn.trienkhai.notification.MailServer.MailNotTaken;
import vn.trienkhai.notification.MailServer.NoAnswer;
import vn.trienkhai.notification.MailServer.NotOurs;
import vn.trienkhai.notification.MailServer.ServerUnavailable;

/** What answers of an SMTP server mean (RFC 5321): for good, for now, or away. */
class MailServerTests {

    private static final Letter LETTER =
            new Letter(UUID.randomUUID(), Recipient.person("a"), "Nhận việc", "Hạn 09/7.", 1);

    private ServerSocket server;
    private volatile String toRecipient = "250 OK";
    private volatile String toData = "250 OK";
    private volatile String toGoodbye = "221 Bye";
    private final AtomicInteger ends = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0);
        var thread = new Thread(this::answer, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anAddressRefusedWith5xxIsRefusedForGood() {
        toRecipient = "550 5.1.1 No such user";

        assertThatThrownBy(this::send)
                .isInstanceOf(AddressRefused.class)
                .hasMessage("Máy chủ thư từ chối địa chỉ này (550).");
    }

    @Test
    void anAddressRefusedWith4xxIsTriedAgain() {
        toRecipient = "450 4.2.1 Mailbox busy";

        assertThatThrownBy(this::send).isInstanceOf(MailNotTaken.class);
    }

    @Test
    void aMailNotTakenIsTriedAgain() {
        toData = "451 4.3.0 Try again later";

        assertThatThrownBy(this::send)
                .isInstanceOf(MailNotTaken.class)
                .hasMessage("Máy chủ thư chưa nhận thư này (451).");
    }

    @Test
    void aMailWhoseEndIsNotAnsweredMayHaveBeenTaken() {
        toData = null;

        assertThatThrownBy(this::send)
                .isInstanceOf(NoAnswer.class)
                .hasMessage("Máy chủ thư không trả lời là đã nhận thư này hay chưa.");
        assertThat(ends).hasValue(1);
    }

    @Test
    void aMailIsHandedOverAtTheVeryEndAndNotWithoutConsent() {
        var server = server("127.0.0.1", this.server.getLocalPort());

        assertThatThrownBy(() -> server.send(LETTER, "a@phuquoc.example", () -> {
                    assertThat(ends).hasValue(0);
                    return false;
                }))
                .isInstanceOf(NotOurs.class);
        assertThatThrownBy(() -> server.send(LETTER, "a@phuquoc.example", () -> {
                    throw new QueryTimeoutException("the database is away");
                }))
                .isInstanceOf(QueryTimeoutException.class);
        send();

        assertThat(ends).as("only the third mail came to its end").hasValue(1);
    }

    @Test
    void aServerThatDoesNotAnswerIsAway() throws IOException {
        try (var holdsThePortAndHearsNobody = new Socket()) {
            holdsThePortAndHearsNobody.bind(new InetSocketAddress("127.0.0.1", 0));
            var away = server("127.0.0.1", holdsThePortAndHearsNobody.getLocalPort());

            assertThatThrownBy(() -> send(away))
                    .isInstanceOf(ServerUnavailable.class)
                    .hasMessage("Không kết nối được máy chủ thư.");
        }
    }

    @Test
    void aMailTakenStaysTakenWhateverIsSaidAtTheEnd() {
        toGoodbye = "421 4.3.0 Shutting down";

        send();
    }

    @Test
    void isNotConfiguredWithoutAHost() {
        assertThat(server("", server.getLocalPort()).isConfigured()).isFalse();
    }

    private void send() {
        send(server("127.0.0.1", server.getLocalPort()));
    }

    private static void send(MailServer server) {
        server.send(LETTER, "a@phuquoc.example", () -> true);
    }

    private static MailServer server(String host, int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        var settings = new NotificationSettings(
                true,
                Duration.ofSeconds(15),
                "trien-khai@phuquoc.example",
                URI.create("http://localhost"),
                LocalTime.of(7, 0),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15));
        return new MailServer(
                new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class),
                host,
                settings,
                Clock.system(VietnamTime.ZONE));
    }

    private void answer() {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                talk(connection);
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        say(connection, "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                say(connection, toRecipient);
            } else if (line.equals("DATA")) {
                say(connection, "354 go on");
                for (var text = in.readLine(); !".".equals(text); text = in.readLine()) {
                    if (text == null) {
                        return; // a mail without its end is none
                    }
                }
                ends.incrementAndGet();
                if (toData == null) {
                    return;
                }
                say(connection, toData);
            } else if (line.equals("QUIT")) {
                say(connection, toGoodbye);
                return;
            } else {
                say(connection, "250 OK");
            }
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
