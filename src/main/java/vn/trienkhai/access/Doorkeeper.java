package vn.trienkhai.access;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets in whoever knows a password, and slows down whoever guesses. An unknown account, a wrong password and a locked
 * account get the same answer.
 */
@Component
class Doorkeeper implements AuthenticationProvider {

    private static final int LONGEST_NAME = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final List<PasswordCheck> checks;
    private final SignInThrottle throttle;

    Doorkeeper(List<PasswordCheck> checks, SignInThrottle throttle) {
        this.checks = checks;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var name = given.getName().strip();
        var password = String.valueOf(given.getCredentials());
        if (name.isEmpty() || name.length() > LONGEST_NAME || password.length() > PasswordRules.LONGEST) {
            throw new BadCredentialsException("No account has such a name or password");
        }
        var address = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.begin(name, address);
        var account = accountOf(name, password);
        throttle.right(name, address);
        var person = UsernamePasswordAuthenticationToken.authenticated(account, null, AuthorityUtils.NO_AUTHORITIES);
        person.setDetails(given.getDetails());
        return person;
    }

    /** A place that does not answer keeps nobody out whom another one knows: administrators come in to look after it. */
    private String accountOf(String name, String password) {
        AuthenticationException silent = null;
        for (var check : checks) {
            try {
                var account = check.accountOf(name, password);
                if (account.isPresent()) {
                    return account.get();
                }
            } catch (AuthenticationServiceException noAnswer) {
                LOG.error("Sign-in: {}", noAnswer.getMessage(), noAnswer);
                silent = noAnswer;
            }
        }
        throw silent == null ? new BadCredentialsException("Wrong name or password") : silent;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
