package vn.trienkhai.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.trienkhai.RealPostgres;

/**
 * The program is killed while a mail server holds its 21st of 50 mails: handed over already, but not yet noted by the program.
 * That is the one moment after which nobody can know; the mail is not sent again, and its doubt is shown.
 */
class KilledWhileSendingTests {

    private static final int ALL = 50;
    private static final int BEFORE_THE_KILL = 20;

    /** A database that has written what it committed, whoever is killed: H2 takes half a second for that. */
    private final Map<String, Object> database = new LinkedHashMap<>();

    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final AtomicInteger arriving = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Process> programs = new ArrayList<>();

    @AfterEach
    void stop() {
        released.countDown();
        programs.forEach(Process::destroyForcibly);
        mail.stop();
    }

    @Test
    void losesNothingAndSendsNothingTwiceWhenKilledInTheMiddle() throws Exception {
        RealPostgres.use((name, value) -> database.put(name, value.get()));
        mail.start();
        var mailboxes = mail.getUserManager();
        mailboxes.setMessageDeliveryHandler((message, address) -> {
            if (arriving.incrementAndGet() == BEFORE_THE_KILL + 1) {
                held.countDown();
                waitFor(released);
            }
            return mailboxOf(mailboxes, address.getEmail());
        });

        // Its regular rounds are far away: what is announced leaves because the commit wakes the sender.
        var killed = start("1h", "--announce");
        await("mail under way").atMost(Duration.ofMinutes(5)).until(() -> held.getCount() == 0 || !killed.isAlive());
        assertThat(killed.isAlive()).isTrue();
        killed.destroyForcibly().waitFor();
        released.countDown();
        await("the mail that was held").until(() -> arrived().size() == BEFORE_THE_KILL + 1);

        start("1s");
        await("the rest").atMost(Duration.ofMinutes(5)).until(() -> countOf("SENT") == ALL - 1);
        await("the one under way is in doubt").atMost(Duration.ofMinutes(1)).until(() -> countOf("UNCERTAIN") == 1);

        assertThat(arrived()).as("all, each once").hasSize(ALL).doesNotHaveDuplicates();
        assertThat(arrived().stream()
                        .map(mailOfRecipient -> mailOfRecipient.split(" ")[0])
                        .collect(Collectors.groupingBy(recipient -> recipient, Collectors.counting())))
                .hasSize(5)
                .allSatisfy((recipient, mails) -> assertThat(mails).isEqualTo(10));
    }

    private long countOf(String state) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.get("spring.datasource.url").toString(),
                        database.get("spring.datasource.username").toString(),
                        "");
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from notice_mail where state = '" + state + "'")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Each mail that arrived: recipient and Message-ID. */
    private List<String> arrived() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0] + " " + message.getHeader("Message-ID", null);
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private Process start(String every, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SendingProgram.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--plan.notification.every=" + every,
                "--plan.notification.unfinished-after=5s"));
        database.forEach((name, value) -> command.add("--" + name + "=" + value));
        command.addAll(List.of(more));
        var program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-while-sending.log").toFile()))
                .start();
        programs.add(program);
        return program;
    }

    private static GreenMailUser mailboxOf(UserManager mailboxes, String address) {
        var known = mailboxes.getUserByEmail(address);
        try {
            return known == null ? mailboxes.createUser(address, address, address) : known;
        } catch (UserException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
