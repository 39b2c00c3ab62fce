package vn.trienkhai.access;

import java.time.Instant;
import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import vn.trienkhai.audit.SignIns;

/** The sessions that people have open, on whatever node. */
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SignIns signIns;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, SignIns signIns) {
        this.sessions = sessions;
        this.signIns = signIns;
    }

    /** Signs a person out everywhere: their next request meets the sign-in. */
    public void endOf(String userId) {
        sessions.findByPrincipalName(userId).keySet().forEach(sessions::deleteById);
    }

    /**
     * @param lastThere when its person last did something there
     * @param address where its person signed in from; null if nobody says
     */
    record OpenSession(String id, Instant signedIn, Instant lastThere, String address) {}

    List<OpenSession> of(String userId) {
        return sessions.findByPrincipalName(userId).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new OpenSession(
                        session.getId(),
                        session.getAttributeOrDefault(SessionAge.SIGNED_IN_AT, session.getCreationTime()),
                        session.getAttributeOrDefault(SessionAge.LAST_THERE_AT, session.getLastAccessedTime()),
                        addressOf(session)))
                .toList();
    }

    private static String addressOf(Session session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    /**
     * Signs a person out everywhere but in one session: in which they changed their password, or asked for it (OWASP ASVS
     * 4.0, 3.3.3, 3.3.4).
     *
     * @return how many sessions ended
     */
    int endOthersOf(String userId, String sessionId) {
        var others = sessions.findByPrincipalName(userId).keySet().stream()
                .filter(id -> !id.equals(sessionId))
                .toList();
        others.forEach(id -> {
            sessions.deleteById(id);
            signIns.signedOut(userId, "ended-elsewhere");
        });
        return others.size();
    }
}
