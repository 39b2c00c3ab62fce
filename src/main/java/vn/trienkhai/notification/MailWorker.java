package vn.trienkhai.notification;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs the rounds of this node in a thread of its own, so that a slow mail server holds up nothing else: at regular
 * intervals, and as soon as a transaction with messages is committed.
 */
@Component
class MailWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

    /** A server that takes longer for one mail leaves it in doubt. */
    private static final int SECONDS_TO_FINISH = 20;

    private final MailRound round;
    private final MailSending sending;
    private final NotificationSettings settings;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile ScheduledExecutorService thread;

    MailWorker(MailRound round, MailSending sending, NotificationSettings settings) {
        this.round = round;
        this.sending = sending;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(NoticesWaiting waiting) {
        var running = thread;
        if (running == null || !woken.compareAndSet(false, true)) {
            return;
        }
        try {
            running.execute(() -> {
                woken.set(false);
                round.run();
            });
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopping; the next start sends what waits");
        }
    }

    @Override
    public void start() {
        if (!settings.sending()) {
            return;
        }
        sending.goOn();
        thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mail"));
        var every = settings.every().toMillis();
        thread.scheduleWithFixedDelay(round::run, every, every, TimeUnit.MILLISECONDS);
    }

    /** The mail at hand is finished and noted; the rest waits in the database. */
    @Override
    public void stop() {
        var running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        sending.stopAfterThisMail();
        running.shutdown();
        try {
            if (!running.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.warn("The mail server has not answered; the mail under way may be in doubt");
                running.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
