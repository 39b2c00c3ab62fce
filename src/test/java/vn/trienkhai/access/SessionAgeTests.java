package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionAgeTests {

    private final Clock clock = mock(Clock.class);
    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final SessionAge age =
            new SessionAge(clock, new AccessSettings(null, null, Duration.ofMinutes(30), Duration.ofHours(12)));
    private final MockHttpSession session = new MockHttpSession();

    SessionAgeTests() {
        when(clock.instant()).thenAnswer(asked -> now);
        age.begin(session);
    }

    @Test
    void endsHalfAnHourAfterThePersonWasLastThere() throws Exception {
        after(Duration.ofMinutes(30));
        asks(false);
        after(Duration.ofMinutes(30));
        asks(false);
        assertThat(session.isInvalid()).isFalse();

        after(Duration.ofMinutes(30).plusSeconds(1));
        asks(false);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void isNotKeptOpenByWhatAPageAsksByItself() throws Exception {
        for (int minute = 1; minute <= 30; minute++) {
            after(Duration.ofMinutes(1));
            asks(true);
        }
        assertThat(session.isInvalid()).isFalse();

        after(Duration.ofMinutes(1));
        asks(true);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void lastsTwelveHoursAtMost() throws Exception {
        for (int quarter = 1; quarter <= 48; quarter++) {
            after(Duration.ofMinutes(15));
            asks(false);
        }
        assertThat(session.isInvalid()).isFalse();

        after(Duration.ofSeconds(1));
        asks(false);
        assertThat(session.isInvalid()).isTrue();
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private void asks(boolean byItself) throws Exception {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        if (byItself) {
            request.addHeader("X-Trien-Khai-Tu-Dong", "1");
        }
        age.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
