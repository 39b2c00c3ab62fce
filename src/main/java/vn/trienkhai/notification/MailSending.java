package vn.trienkhai.notification;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Service;
import vn.trienkhai.notification.MailServer.AddressRefused;
import vn.trienkhai.notification.MailServer.NoAnswer;
import vn.trienkhai.notification.MailServer.NotOurs;
import vn.trienkhai.notification.MailServer.ServerUnavailable;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.UnitUnknown;

/**
 * Sends what is due, one mail after the other, each noted before, at the last moment, and after. Runs outside every transaction:
 * nobody's work waits for a mail server, and nothing is locked while one answers. Any number of nodes may do so at once.
 */
@Service
class MailSending {

    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    private final Outbox outbox;
    private final MailServer server;
    private final Organisation organisation;

    /** What the server took and the database did not hear of: this node knows, and tells it as soon as it can. */
    private final Queue<Letter> taken = new ConcurrentLinkedQueue<>();

    private volatile boolean stopping;

    /** Of this node; another node that misses the return of the server waits for the next attempts. */
    private volatile boolean serverWasAway;

    MailSending(Outbox outbox, MailServer server, Organisation organisation) {
        this.outbox = outbox;
        this.server = server;
        this.organisation = organisation;
    }

    /** Until nothing is due any more, the server takes nothing, or this node stops. */
    void sendWhatIsDue() {
        noteWhatWasTaken();
        outbox.doubtWhatBrokeOff();
        if (!server.isConfigured()) {
            outbox.noteThatNoServerIsConfigured();
            return;
        }
        outbox.takeUpWhatIsStillNews();
        for (var letter = outbox.claim(); letter.isPresent(); letter = outbox.claim()) {
            if (!send(letter.get()) || stopping) {
                return;
            }
        }
    }

    /** The mail at hand is finished, no other begun. */
    void stopAfterThisMail() {
        stopping = true;
    }

    void goOn() {
        stopping = false;
    }

    /** @throws RuntimeException if the database still does not listen */
    void noteWhatWasTaken() {
        for (var letter = taken.peek(); letter != null; letter = taken.peek()) {
            outbox.sent(letter);
            taken.remove(letter);
        }
    }

    /** @return false if the server is away, and trying the next mail would be in vain */
    private boolean send(Letter letter) {
        var address = addressOf(letter.recipient());
        if (address.isEmpty()) {
            outbox.hasNoAddress(letter);
            return true;
        }
        try {
            server.send(letter, address.get(), () -> outbox.handOver(letter));
        } catch (AddressRefused refused) {
            LOG.warn("Mail {} to {} was refused for good: {}", letter.id(), address.get(), technical(refused));
            outbox.refused(letter, refused.getMessage());
            return true;
        } catch (ServerUnavailable away) {
            LOG.warn("Mail server is away: {}", technical(away));
            outbox.failed(letter, away.getMessage());
            serverWasAway = true;
            return false;
        } catch (MailServer.MailNotTaken notTaken) {
            LOG.warn("Mail {} to {} was not taken: {}", letter.id(), address.get(), technical(notTaken));
            outbox.failed(letter, notTaken.getMessage());
            return true;
        } catch (NoAnswer doubtful) {
            LOG.warn("Mail {} to {} may have been taken: {}", letter.id(), address.get(), technical(doubtful));
            outbox.doubt(letter, doubtful.getMessage());
            return true;
        } catch (NotOurs takenOver) {
            LOG.warn("Mail {} to {} took so long that another sender took it over", letter.id(), address.get());
            return true;
        } catch (RuntimeException failure) {
            LOG.error("Mail {} to {} could not be sent", letter.id(), address.get(), failure);
            outbox.failed(letter, "Chương trình chưa gửi được thư này.");
            return true;
        }
        taken.add(letter);
        noteWhatWasTaken();
        if (serverWasAway) {
            serverWasAway = false;
            outbox.tryAgainNow();
        }
        return true;
    }

    private Optional<String> addressOf(Recipient recipient) {
        if (recipient.kind() == Recipient.Kind.PERSON) {
            return organisation.person(recipient.id()).map(Person::email);
        }
        try {
            return Optional.ofNullable(organisation.unit(recipient.id()).email());
        } catch (UnitUnknown unknown) {
            return Optional.empty();
        }
    }

    private static String technical(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).toString();
    }
}
