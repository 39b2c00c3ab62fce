package vn.trienkhai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Records acts in the transaction that does them. They are gathered while it runs and written as its very last step: only then
 * is the head of the chain locked, so transactions wait for one another for the length of a commit, and no other lock is
 * taken while it is held. What is rolled back leaves no line and no gap.
 *
 * <p>Safe on several nodes: the lock is the row of audit_head.
 */
@Component
public class Audit {

    private static final int LONGEST_VALUE = 8000;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_BEHALF = 500;

    private final JdbcTemplate jdbc;
    private final SingletonSupplier<List<EntityManagerFactory>> entities;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final SingletonSupplier<Optional<Actors>> actors;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(
            JdbcTemplate jdbc,
            ObjectProvider<EntityManagerFactory> entities,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<Actors> actors,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.entities = SingletonSupplier.of(() -> entities.stream().toList());
        this.transactions = transactions;
        this.actors = SingletonSupplier.of(() -> actors.stream().findAny());
        this.json = json;
        this.clock = clock;
    }

    private record Noted(Instant at, String actor, AuditAct act) {}

    /** Records in the transaction that runs; without one, in its own. */
    public void record(AuditAct act) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            unwritten().add(new Noted(clock.instant(), actorOf(act), act));
        } else {
            new TransactionTemplate(transactions.getObject()).executeWithoutResult(own -> record(act));
        }
    }

    /**
     * From the beginning of a transaction: acts that Hibernate only tells while it writes its rows at the end would find the
     * moment before the commit gone.
     */
    void gather() {
        unwritten();
    }

    private String actorOf(AuditAct act) {
        if (act.actor() != null) {
            return act.actor();
        }
        return actors.obtain().flatMap(Actors::current).orElse(null);
    }

    /** Bound, not looked for among what waits for the end: a plan of thousands of units makes ten thousands of acts. */
    private Unwritten unwritten() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Unwritten known && !known.over) {
            return known;
        }
        var fresh = new Unwritten();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, fresh);
        return fresh;
    }

    /** Acts of one transaction that waits for its end. A transaction that is suspended takes its own along. */
    private final class Unwritten implements TransactionSynchronization {

        private final List<Noted> acts = new ArrayList<>();
        private boolean committing;
        private boolean over;

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Audit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Audit.this, this);
        }

        /** Not to be committed: whoever acts after it does so in another transaction. */
        @Override
        public void beforeCompletion() {
            over = !committing;
        }

        @Override
        public void afterCompletion(int status) {
            over = true;
            if (TransactionSynchronizationManager.getResource(Audit.this) == this) {
                TransactionSynchronizationManager.unbindResource(Audit.this);
            }
        }

        void add(Noted noted) {
            acts.add(noted);
            if (committing) {
                write();
            }
        }

        /** After whatever else wants to do something before the commit. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!readOnly) {
                writeHeldBack();
            }
            write();
            committing = true;
        }

        private void write() {
            if (!acts.isEmpty()) {
                var toWrite = List.copyOf(acts);
                acts.clear();
                append(toWrite);
            }
        }
    }

    /** Rows that Hibernate still holds back are written, and locked, before the head is. */
    private void writeHeldBack() {
        entities.obtain().stream()
                .map(EntityManagerFactoryUtils::getTransactionalEntityManager)
                .filter(Objects::nonNull)
                .forEach(open -> open.flush());
    }

    private void append(List<Noted> acts) {
        var actingAlone = onlyActorOf(acts);
        var behalf = new HashMap<String, Optional<String>>();
        var lines = acts.stream()
                .map(noted -> {
                    var actor = noted.actor() == null ? actingAlone : noted.actor();
                    return new AuditEntry(
                            0,
                            noted.at().truncatedTo(ChronoUnit.MICROS),
                            actor,
                            actor == null
                                    ? null
                                    : behalf.computeIfAbsent(actor, who -> behalfOf(who, noted.at()))
                                            .orElse(null),
                            noted.act().act(),
                            noted.act().subjectType(),
                            cut(noted.act().subject(), LONGEST_SUBJECT),
                            written(noted.act().before()),
                            written(noted.act().after()),
                            null);
                })
                .toList();
        chain(lines);
    }

    /** What happens in the transaction of one person's act is that person's. @return null for none, or for several */
    private static String onlyActorOf(List<Noted> acts) {
        var known = acts.stream()
                .map(Noted::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0) : null;
    }

    private Optional<String> behalfOf(String actor, Instant at) {
        return actors.obtain()
                .map(known -> known.behalfOf(actor, at))
                .filter(absent -> !absent.isEmpty())
                .map(absent -> cut(String.join(",", absent), LONGEST_BEHALF));
    }

    private void chain(List<AuditEntry> lines) {
        var head = jdbc.queryForMap("select sequence, hash from audit_head where id = 1 for update");
        var sequence = ((Number) head.get("sequence")).longValue();
        var hash = (String) head.get("hash");
        var rows = new ArrayList<Object[]>();
        for (var line : lines) {
            sequence++;
            var chained = new AuditEntry(
                    sequence,
                    line.happenedAt(),
                    line.actor(),
                    line.onBehalfOf(),
                    line.act(),
                    line.subjectType(),
                    line.subject(),
                    line.before(),
                    line.after(),
                    hash);
            hash = chained.hash();
            rows.add(new Object[] {
                sequence,
                line.happenedAt().atOffset(ZoneOffset.UTC),
                line.actor(),
                line.onBehalfOf(),
                line.act(),
                line.subjectType(),
                line.subject(),
                line.before(),
                line.after(),
                chained.formerHash(),
                hash
            });
        }
        jdbc.batchUpdate(
                "insert into audit_entry (" + AuditEntry.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                new int[] {
                    Types.BIGINT,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR
                });
        jdbc.update("update audit_head set sequence = ?, hash = ? where id = 1", sequence, hash);
    }

    private String written(Map<String, ?> values) {
        if (values.isEmpty()) {
            return null;
        }
        try {
            var text = json.writeValueAsString(AuditValue.reduced(values));
            return text.length() <= LONGEST_VALUE
                    ? text
                    : json.writeValueAsString(Map.of("whole", AuditValue.digestOf(text)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Unwritable: " + values.keySet(), impossible);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
