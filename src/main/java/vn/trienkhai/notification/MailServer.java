package vn.trienkhai.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The SMTP server, if one is configured. */
@Component
class MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final String SENDER = "Triển Khai";

    private final Optional<JavaMailSender> sender;
    private final NotificationSettings settings;
    private final Clock clock;

    MailServer(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            NotificationSettings settings,
            Clock clock) {
        this.sender = host.isBlank() ? Optional.empty() : Optional.ofNullable(sender.getIfAvailable());
        this.settings = settings;
        this.clock = clock;
    }

    boolean isConfigured() {
        return sender.isPresent();
    }

    /**
     * Returns when the server took the mail.
     *
     * @param handOver called when all of the mail is written but the end that makes it the server's; if it says false, or
     *     fails, the mail is not sent
     * @throws NoAnswer if it was handed over and the server did not say whether it took it
     * @throws NotOurs if {@code handOver} said false
     * @throws AddressRefused if it never will
     * @throws ServerUnavailable if it takes no mail at all now
     * @throws MailNotTaken if it did not take this one now
     */
    void send(Letter letter, String address, BooleanSupplier handOver) {
        var server = sender.orElseThrow();
        var message = new Outgoing(server.createMimeMessage().getSession(), handOver);
        try {
            var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(settings.from(), SENDER, StandardCharsets.UTF_8.name()));
            helper.setTo(new InternetAddress(address, true));
            helper.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " ")); // one line: no header of its own
            helper.setText(letter.body().replaceAll("\\R", "\r\n"));
            helper.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", messageIdOf(letter.id()));
            message.setHeader("Auto-Submitted", "auto-generated");
            deliver(server, message);
        } catch (AddressException invalid) {
            throw new AddressRefused("Địa chỉ thư không hợp lệ.", invalid);
        } catch (MailException | MessagingException | UnsupportedEncodingException failure) {
            throw message.handingOverFailed().orElseGet(() -> explained(failure, message.isHandedOver()));
        }
    }

    /** Tells the moment between "can still be left" and "may have been taken": SMTP ends a mail with a line of its own. */
    private static class Outgoing extends MimeMessage {

        private final BooleanSupplier handOver;
        private boolean handedOver;
        private RuntimeException failure;

        Outgoing(Session session, BooleanSupplier handOver) {
            super(session);
            this.handOver = handOver;
        }

        boolean isHandedOver() {
            return handedOver;
        }

        Optional<RuntimeException> handingOverFailed() {
            return Optional.ofNullable(failure);
        }

        @Override
        public void writeTo(OutputStream server, String[] ignored) throws IOException, MessagingException {
            super.writeTo(server, ignored);
            try {
                handedOver = handOver.getAsBoolean();
                failure = handedOver ? null : new NotOurs();
            } catch (RuntimeException noted) {
                failure = noted;
            }
            if (failure != null) {
                throw new IOException("Not handed over", failure); // the connection is dropped before the mail's end
            }
        }
    }

    private static void deliver(JavaMailSender server, MimeMessage message) {
        try {
            server.send(message);
        } catch (MailSendException failure) {
            if (!failure.getFailedMessages().isEmpty()) {
                throw failure;
            }
            LOG.debug("The mail was taken; only saying goodbye failed", failure);
        }
    }

    /** The same at each attempt: the server's log tells by it what became of a mail, and a mailbox that got it twice can show it once. */
    String messageIdOf(UUID mail) {
        return "<" + mail + "@" + settings.from().replaceFirst("^.*@", "") + ">";
    }

    private static RuntimeException explained(Exception failure, boolean handedOver) {
        var notTaken = find(failure, SMTPSendFailedException.class);
        if (handedOver && (notTaken == null || notTaken.getReturnCode() < 0)) {
            return new NoAnswer("Máy chủ thư không trả lời là đã nhận thư này hay chưa.", failure);
        }
        if (failure instanceof MailAuthenticationException) {
            return new ServerUnavailable("Máy chủ thư không nhận tài khoản gửi thư.", failure);
        }
        if (failure instanceof MailSendException && failure.getCause() != null) {
            return new ServerUnavailable("Không kết nối được máy chủ thư.", failure);
        }
        var refusal = find(failure, SMTPAddressFailedException.class);
        if (refusal != null && isForGood(refusal.getReturnCode())) {
            return new AddressRefused(
                    "Máy chủ thư từ chối địa chỉ này (%d).".formatted(refusal.getReturnCode()), failure);
        }
        return new MailNotTaken(
                notTaken == null
                        ? "Máy chủ thư chưa nhận thư này."
                        : "Máy chủ thư chưa nhận thư này (%d).".formatted(notTaken.getReturnCode()),
                failure);
    }

    /** Among the causes, and among what the mail library hangs on to each of them. */
    private static <T extends Exception> T find(Throwable failure, Class<T> type) {
        if (failure == null) {
            return null;
        }
        if (type.isInstance(failure)) {
            return type.cast(failure);
        }
        if (failure instanceof MailSendException sending) {
            for (var each : sending.getMessageExceptions()) {
                var found = find(each, type);
                if (found != null) {
                    return found;
                }
            }
        }
        if (failure instanceof MessagingException mail) {
            return find(mail.getNextException(), type);
        }
        return find(failure.getCause(), type);
    }

    /** 5xx: "the SMTP client should not repeat the exact request" (RFC 5321, 4.2.1). */
    private static boolean isForGood(int returnCode) {
        return returnCode >= 500;
    }

    /** Message: why, as people read it. */
    static class NoAnswer extends RuntimeException {

        NoAnswer(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** Another sender has begun another attempt. */
    static class NotOurs extends RuntimeException {}

    /** Message: why, as people read it. */
    static class AddressRefused extends RuntimeException {

        AddressRefused(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** Message: why, as people read it. */
    static class ServerUnavailable extends RuntimeException {

        ServerUnavailable(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** Message: why, as people read it. */
    static class MailNotTaken extends RuntimeException {

        MailNotTaken(String message, Exception cause) {
            super(message, cause);
        }
    }
}
