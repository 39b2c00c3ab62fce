package vn.trienkhai.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a node does for the mail each time it looks: write digests, send, watch. One that fails does not stop the others. */
@Component
class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final Digests digests;
    private final MailSending sending;
    private final DeliveryTrouble trouble;

    MailRound(Digests digests, MailSending sending, DeliveryTrouble trouble) {
        this.digests = digests;
        this.sending = sending;
        this.trouble = trouble;
    }

    void run() {
        attempt("write digests", digests::writeTodays);
        attempt("send mail", sending::sendWhatIsDue);
        attempt("watch the mail", trouble::look);
    }

    private static void attempt(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.error("Could not {}; the next round tries again", what, failure);
        }
    }
}
