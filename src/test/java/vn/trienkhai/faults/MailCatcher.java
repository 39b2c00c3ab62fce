package vn.trienkhai.faults;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mail server that can go and come back, and keeps what it took. */
class MailCatcher {

    /** One mail that arrived. */
    record Arrival(String recipient, String messageId) {}

    private final ServerSetup setup;
    private final List<Arrival> before = new ArrayList<>();
    private GreenMail server;

    MailCatcher(int port) {
        setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    }

    void start() {
        server = new GreenMail(setup);
        server.start();
        var mailboxes = server.getUserManager();
        mailboxes.setMessageDeliveryHandler((message, address) -> {
            var known = mailboxes.getUserByEmail(address.getEmail());
            return known == null ? newMailbox(address.getEmail()) : known;
        });
    }

    void stop() {
        before.addAll(sinceStart());
        server.stop();
        server = null;
    }

    List<Arrival> arrivals() {
        var all = new ArrayList<>(before);
        if (server != null) {
            all.addAll(sinceStart());
        }
        return all;
    }

    private GreenMailUser newMailbox(String address) {
        try {
            return server.getUserManager().createUser(address, address, address);
        } catch (UserException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Arrival> sinceStart() {
        return Arrays.stream(server.getReceivedMessages())
                .map(message -> {
                    try {
                        return new Arrival(
                                message.getAllRecipients()[0].toString(), message.getHeader("Message-ID", null));
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }
}
