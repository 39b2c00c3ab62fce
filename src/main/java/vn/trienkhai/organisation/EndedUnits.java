package vn.trienkhai.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which units ended and what took their place; read once in a transaction, since rights ask it for every piece of work. */
class EndedUnits {

    private final JdbcClient jdbc;

    EndedUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Ended(LocalDate on, Optional<String> successor) {}

    /** The unit itself, or the last of its successors; empty if it ended without one. */
    Optional<String> current(String unit) {
        return currentOn(unit, LocalDate.MAX);
    }

    /** Ids of the units whose place this one had taken by a day, inclusive: one after the other, or several at once. */
    Set<String> before(String unit, LocalDate day) {
        var before = new TreeSet<String>();
        for (var former : ended().keySet()) {
            if (currentOn(former, day).filter(unit::equals).isPresent()) {
                before.add(former);
            }
        }
        before.remove(unit);
        return before;
    }

    private Optional<String> currentOn(String unit, LocalDate day) {
        var ended = ended();
        var now = Optional.of(unit);
        while (now.isPresent()
                && ended.containsKey(now.get())
                && !ended.get(now.get()).on().isAfter(day)) {
            now = ended.get(now.get()).successor();
        }
        return now;
    }

    /** To be told when a unit ended in this transaction. */
    void changed() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Ended> ended() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read();
        }
        var known = (Map<String, Ended>) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var fresh = read();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new Forgotten());
        return fresh;
    }

    private Map<String, Ended> read() {
        var ended = new HashMap<String, Ended>();
        jdbc.sql("select id, ended_on, successor_id from unit where ended_on is not null")
                .query((row, number) -> ended.put(
                        row.getString("id"),
                        new Ended(
                                row.getObject("ended_on", LocalDate.class),
                                Optional.ofNullable(row.getString("successor_id")))))
                .list();
        return ended;
    }

    /** A suspended transaction takes what it read along; a finished one leaves nothing behind. */
    private final class Forgotten implements TransactionSynchronization {

        private Object read;

        @Override
        public void suspend() {
            read = TransactionSynchronizationManager.unbindResourceIfPossible(EndedUnits.this);
        }

        @Override
        public void resume() {
            if (read != null) {
                TransactionSynchronizationManager.bindResource(EndedUnits.this, read);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(EndedUnits.this);
        }
    }
}
