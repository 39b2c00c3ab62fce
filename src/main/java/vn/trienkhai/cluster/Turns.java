package vn.trienkhai.cluster;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that each node does when it starts, and that must not be done by two at once: plans, accounts, rights, lists. Whoever
 * comes second waits until the first has committed, and then finds it done.
 */
@Component
public class Turns {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Turns(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** In one transaction, or in the one that is there; the turn ends with it, also if the node dies. */
    public <T> T take(Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("select name from cluster_turn where name = 'start' for update")
                    .query(String.class)
                    .single();
            return work.get();
        });
    }

    /** @see #take(Supplier) */
    public void take(Runnable work) {
        take(() -> {
            work.run();
            return true;
        });
    }
}
