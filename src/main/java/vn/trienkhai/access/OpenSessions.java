package vn.trienkhai.access;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions that people have open, on whatever node. */
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Signs a person out everywhere: their next request meets the sign-in. */
    public void endOf(String userId) {
        sessions.findByPrincipalName(userId).keySet().forEach(sessions::deleteById);
    }

    /** Signs a person out everywhere but in one session, in which they changed their password (OWASP ASVS 4.0, 3.3.3). */
    void endOthersOf(String userId, String sessionId) {
        sessions.findByPrincipalName(userId).keySet().stream()
                .filter(id -> !id.equals(sessionId))
                .forEach(sessions::deleteById);
    }
}
