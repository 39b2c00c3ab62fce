package vn.trienkhai.access;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Accounts in the engine's own tables. The engine counts wrong tries and locks an account after ten. Where a directory or an
 * identity provider knows the people, only administrators have a password here, for the day when that one does not answer.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PasswordOfTheEngine implements PasswordCheck {

    private final IdentityService identityService;
    private final boolean onlyAdministrators;

    PasswordOfTheEngine(IdentityService identityService, Environment environment) {
        this.identityService = identityService;
        this.onlyAdministrators = environment.acceptsProfiles(Profiles.of("ldap", "oidc"));
    }

    @Override
    public Optional<String> accountOf(String name, String password) {
        identityService.clearAuthentication();
        if (onlyAdministrators && !isAdministrator(name)) {
            PasswordHash.takeTheTimeOfACheck(password);
            return Optional.empty();
        }
        return identityService.checkPassword(name, password) ? Optional.of(name) : Optional.empty();
    }

    private boolean isAdministrator(String name) {
        return identityService
                        .createUserQuery()
                        .userId(name)
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count()
                == 1;
    }
}
