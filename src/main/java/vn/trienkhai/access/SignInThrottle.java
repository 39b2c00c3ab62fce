package vn.trienkhai.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing (OWASP ASVS 4.0, 2.2.1: at most 100 wrong tries an hour for one account). From the fifth wrong try on
 * an account is closed for half a minute, then for twice as long each time, up to a quarter of an hour; an address from its
 * fiftieth, for many people share the address of an office. An hour without a try forgets everything. Names that no account
 * has are counted alike, so that nobody learns which accounts there are.
 *
 * <p>Each node counts for itself; the engine counts in the database and locks an account after its tenth wrong try.
 */
@Component
class SignInThrottle {

    private static final int TRIES_OF_AN_ACCOUNT = 5;
    private static final int TRIES_OF_AN_ADDRESS = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MANY = 10_000;

    private final Clock clock;
    private final Map<String, Tries> triesOf = new ConcurrentHashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int wrong, Instant last, Instant closedUntil) {

        Tries another(Instant now, int allowed) {
            var next = now.isAfter(last.plus(MEMORY)) ? 1 : wrong + 1;
            return new Tries(next, now, now.plus(waitAfter(next, allowed)));
        }

        private static Duration waitAfter(int wrong, int allowed) {
            if (wrong < allowed) {
                return Duration.ZERO;
            }
            var wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - allowed, 10));
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }

    /** Counts a try as wrong until {@link #right} takes it back, so that tries at the same time count too. */
    void begin(String account, String address) {
        var now = clock.instant();
        forgetOld(now);
        refuseClosed(keyOf(account), now);
        refuseClosed(address, now);
        count(keyOf(account), now, TRIES_OF_AN_ACCOUNT);
        count(address, now, TRIES_OF_AN_ADDRESS);
    }

    void right(String account, String address) {
        triesOf.remove(keyOf(account));
        triesOf.computeIfPresent(
                address,
                (key, tries) -> tries.wrong() <= 1 ? null : new Tries(tries.wrong() - 1, tries.last(), tries.last()));
    }

    private void refuseClosed(String key, Instant now) {
        var tries = triesOf.get(key);
        if (tries != null && now.isBefore(tries.closedUntil())) {
            throw new TooManyTries(Duration.between(now, tries.closedUntil()));
        }
    }

    private void count(String key, Instant now, int allowed) {
        triesOf.merge(key, new Tries(1, now, now), (known, first) -> known.another(now, allowed));
    }

    private void forgetOld(Instant now) {
        if (triesOf.size() > MANY) {
            triesOf.values().removeIf(tries -> now.isAfter(tries.last().plus(MEMORY)));
        }
    }

    /** Accounts and addresses cannot be mistaken for one another: no address holds this sign. */
    private static String keyOf(String account) {
        return "@" + account.toLowerCase(Locale.ROOT);
    }
}
