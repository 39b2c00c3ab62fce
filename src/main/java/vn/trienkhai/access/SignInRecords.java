package vn.trienkhai.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.trienkhai.audit.SignIns;

/**
 * Tells the audit who came through the gate, who did not, and who left, whatever way they prove who they are; and refuses
 * locked accounts also where somebody else knows the password (OpenID Connect, LDAP).
 */
@Configuration(proxyBeanMethods = false)
class SignInRecords {

    private final SignIns signIns;
    private final AccountLocks locks;

    SignInRecords(SignIns signIns, AccountLocks locks) {
        this.signIns = signIns;
        this.locks = locks;
    }

    /** Refusals of our own kinds are told, too. */
    @Bean
    static AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
        var publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setDefaultAuthenticationFailureEvent(AuthenticationFailureBadCredentialsEvent.class);
        return publisher;
    }

    /** Heard before anybody is let in. @throws LockedException if the account is locked */
    @EventListener
    void proved(AuthenticationSuccessEvent event) {
        if (locks.isLocked(event.getAuthentication().getName())) {
            throw new LockedException("The account is locked");
        }
    }

    @EventListener
    void cameIn(InteractiveAuthenticationSuccessEvent event) {
        var person = event.getAuthentication();
        signIns.succeeded(person.getName(), wayOf(person), addressOf(person));
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        var stranger = event.getAuthentication();
        signIns.refused(stranger.getName(), reasonOf(event.getException()), addressOf(stranger));
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        signIns.signedOut(event.getAuthentication().getName(), "by-request");
    }

    private static String wayOf(Authentication person) {
        return person instanceof UsernamePasswordAuthenticationToken
                ? "password"
                : person.getClass().getSimpleName();
    }

    private static String reasonOf(AuthenticationException refusal) {
        if (refusal instanceof TooManyTries) {
            return "throttled";
        }
        return refusal instanceof LockedException ? "locked" : "bad-credentials";
    }

    private static String addressOf(Authentication person) {
        return person.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
