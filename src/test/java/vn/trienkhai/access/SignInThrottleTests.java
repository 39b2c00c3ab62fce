package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

    private final Clock clock = mock(Clock.class);
    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(clock);

    SignInThrottleTests() {
        when(clock.instant()).thenAnswer(asked -> now);
    }

    @Test
    void closesAnAccountFromTheFifthWrongTryOnTwiceAsLongEachTime() {
        guess("y-te.head", "10.0.0.1", 5);
        assertThat(refusal("y-te.head", "10.0.0.2")).isEqualTo("30 giây");

        wait(Duration.ofSeconds(30));
        guess("Y-TE.head", "10.0.0.1", 1);
        assertThat(refusal("y-te.head", "10.0.0.1")).isEqualTo("1 phút");
    }

    @Test
    void neverClosesForLongerThanAQuarterOfAnHour() {
        for (int guess = 0; guess < 40; guess++) {
            guess("y-te.head", "10.0.0." + guess, 1);
            wait(Duration.ofMinutes(15));
        }
        guess("y-te.head", "10.0.1.1", 1);

        assertThat(refusal("y-te.head", "10.0.1.2")).isEqualTo("15 phút");
    }

    @Test
    void closesAnAddressThatTriesManyNames() {
        for (int name = 0; name < 50; name++) {
            guess("ten-" + name, "10.0.0.1", 1);
        }

        assertThat(refusal("ten-51", "10.0.0.1")).isEqualTo("30 giây");
        assertThatCode(() -> throttle.begin("ten-51", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void forgetsAfterARightPasswordAndAfterAnHour() {
        guess("y-te.head", "10.0.0.1", 4);
        throttle.begin("y-te.head", "10.0.0.1");
        throttle.right("y-te.head", "10.0.0.1");
        guess("y-te.head", "10.0.0.1", 4);
        wait(Duration.ofMinutes(61));
        guess("y-te.head", "10.0.0.1", 4);

        assertThatCode(() -> throttle.begin("y-te.head", "10.0.0.1")).doesNotThrowAnyException();
    }

    private void guess(String account, String address, int times) {
        for (int guess = 0; guess < times; guess++) {
            throttle.begin(account, address);
        }
    }

    private void wait(Duration time) {
        now = now.plus(time);
    }

    private String refusal(String account, String address) {
        var refused = catchThrowableOfType(TooManyTries.class, () -> throttle.begin(account, address));
        return refused.sentence().replaceFirst(".*sau (.*)\\.", "$1");
    }
}
