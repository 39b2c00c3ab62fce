package vn.trienkhai.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The days that hold now, kept in memory. A transaction that changes them sees the change at once, this node when it
 * commits, other nodes on the same database within {@link #TRUSTED}.
 */
@Component
class CurrentDays implements Supplier<WorkingDays> {

    /** How long days are used before the database is asked whether they changed. */
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final CalendarTables tables;
    private final Clock clock;

    private volatile Known known;

    CurrentDays(CalendarTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public WorkingDays get() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Known changedHere) {
            return changedHere.days();
        }
        var last = known;
        var now = clock.instant();
        if (last != null && Duration.between(last.asked(), now).abs().compareTo(TRUSTED) < 0) {
            return last.days();
        }
        var revision = tables.revision();
        var current = last != null && last.revision() == revision
                ? new Known(revision, now, last.days())
                : new Known(revision, now, read());
        keep(current);
        return current.days();
    }

    /** Never goes back behind what another thread learnt meanwhile. */
    private synchronized void keep(Known found) {
        if (known == null || known.revision() <= found.revision()) {
            known = found;
        }
    }

    /** Reads again what the transaction that runs has written; for it now, for everybody once it commits. */
    void changed() {
        var changed = new Known(tables.revision(), clock.instant(), read());
        if (TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.unbindResource(this);
        } else {
            TransactionSynchronizationManager.registerSynchronization(new Publication());
        }
        TransactionSynchronizationManager.bindResource(this, changed);
    }

    private WorkingDays read() {
        return new WorkingDays(
                tables.rules(),
                tables.notices().stream().filter(CalendarNotice::holds).toList());
    }

    private record Known(int revision, Instant asked, WorkingDays days) {}

    private class Publication implements TransactionSynchronization {

        private Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResource(CurrentDays.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CurrentDays.this, suspended);
        }

        @Override
        public void afterCompletion(int status) {
            var changed = (Known) TransactionSynchronizationManager.unbindResource(CurrentDays.this);
            if (status == STATUS_COMMITTED) {
                keep(changed);
            }
        }
    }
}
