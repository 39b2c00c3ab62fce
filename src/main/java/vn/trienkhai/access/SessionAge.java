package vn.trienkhai.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session half an hour after its person was last there, and twelve hours after they signed in, both exclusive (OWASP
 * ASVS 4.0, 3.3.2, level 2). Open pages ask for news by themselves; they mark those requests, which therefore count as
 * nobody being there.
 */
class SessionAge extends OncePerRequestFilter {

    /** Set by our pages on requests that no key and no pointer caused. */
    static final String BY_ITSELF = "X-Trien-Khai-Tu-Dong";

    static final String SIGNED_IN_AT = "vn.trienkhai.signedInAt";
    static final String LAST_THERE_AT = "vn.trienkhai.lastThereAt";

    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    SessionAge(Clock clock, AccessSettings settings) {
        this.clock = clock;
        this.idle = settings.idle();
        this.longest = settings.longest();
    }

    void begin(HttpSession session) {
        session.setAttribute(SIGNED_IN_AT, clock.instant());
        session.setAttribute(LAST_THERE_AT, clock.instant());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SIGNED_IN_AT) instanceof Instant signedIn) {
            var now = clock.instant();
            var lastThere = session.getAttribute(LAST_THERE_AT) instanceof Instant last ? last : signedIn;
            if (now.isAfter(signedIn.plus(longest)) || now.isAfter(lastThere.plus(idle))) {
                session.invalidate();
            } else if (request.getHeader(BY_ITSELF) == null) {
                session.setAttribute(LAST_THERE_AT, now);
            }
        }
        chain.doFilter(request, response);
    }
}
