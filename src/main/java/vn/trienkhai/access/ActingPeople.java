package vn.trienkhai.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import vn.trienkhai.audit.Actors;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/** Tells the audit who acts: whoever the engine knows to be signed in. */
@Component
class ActingPeople implements Actors {

    private final IdentityService identityService;
    private final Organisation organisation;

    ActingPeople(IdentityService identityService, Organisation organisation) {
        this.identityService = identityService;
        this.organisation = organisation;
    }

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(identityService.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    @Override
    public List<String> behalfOf(String userId, Instant at) {
        return organisation.absentFor(userId, at).stream().map(Person::userId).toList();
    }

    @Override
    public boolean isAccount(String typed) {
        return organisation.person(typed).isPresent()
                || identityService.createUserQuery().userId(typed).count() > 0;
    }
}
