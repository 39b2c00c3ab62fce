package vn.trienkhai.access;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Accounts in the engine's own tables. The engine counts wrong tries and locks an account after ten. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PasswordOfTheEngine implements PasswordCheck {

    private final IdentityService identityService;

    PasswordOfTheEngine(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Optional<String> accountOf(String name, String password) {
        identityService.clearAuthentication();
        return identityService.checkPassword(name, password) ? Optional.of(name) : Optional.empty();
    }
}
