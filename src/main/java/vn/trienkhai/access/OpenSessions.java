package vn.trienkhai.access;

import java.security.Principal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** The sessions that people have open on this node. */
@Component
class OpenSessions {

    private final SessionRegistry registry;

    OpenSessions(SessionRegistry registry) {
        this.registry = registry;
    }

    /** Signs a person out everywhere: their next request meets the sign-in. */
    void endOf(String userId) {
        registry.getAllPrincipals().stream()
                .filter(principal -> userId.equals(nameOf(principal)))
                .flatMap(principal -> registry.getAllSessions(principal, false).stream())
                .forEach(SessionInformation::expireNow);
    }

    private static String nameOf(Object principal) {
        return principal instanceof Principal named ? named.getName() : principal.toString();
    }
}
