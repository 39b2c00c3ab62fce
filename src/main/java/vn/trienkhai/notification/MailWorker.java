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

    private final MailRound round;
    private final NotificationSettings settings;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile ScheduledExecutorService thread;

    MailWorker(MailRound round, NotificationSettings settings) {
        this.round = round;
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
        thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mail"));
        var every = settings.every().toMillis();
        thread.scheduleWithFixedDelay(round::run, every, every, TimeUnit.MILLISECONDS);
    }

    /** The mail at hand is finished; the rest waits in the database. */
    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
