package vn.trienkhai.operation;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/**
 * Says how far a person sees. Whoever may read the history of every process sees what the engine answers them; whoever
 * leads a unit sees the work of that unit, for which the engine knows no right; nobody else sees anything.
 */
@Component
class Overseers {

    private static final String COCKPIT = "cockpit";

    private final AuthorizationService authorizationService;
    private final IdentityService identityService;
    private final Organisation organisation;

    Overseers(AuthorizationService authorizationService, IdentityService identityService, Organisation organisation) {
        this.authorizationService = authorizationService;
        this.identityService = identityService;
        this.organisation = organisation;
    }

    /** @throws NotAllowed if the person may not open Cockpit */
    Overseer overseer(String userId, Set<String> groupIds) {
        var groups = List.copyOf(groupIds);
        if (!authorizationService.isUserAuthorized(
                userId, groups, Permissions.ACCESS, Resources.APPLICATION, COCKPIT)) {
            throw new NotAllowed("Chỉ lãnh đạo đơn vị và người quản trị xem được trang này.");
        }
        return new Overseer(
                userId,
                authorizationService.isUserAuthorized(
                        userId,
                        groups,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        Resources.PROCESS_DEFINITION,
                        Authorization.ANY),
                unitsLedBy(userId),
                authorizationService.isUserAuthorized(
                        userId,
                        groups,
                        UserOperationLogCategoryPermissions.READ,
                        Resources.OPERATION_LOG_CATEGORY,
                        Authorization.ANY),
                groups.contains(Groups.CAMUNDA_ADMIN));
    }

    private List<String> unitsLedBy(String userId) {
        return Stream.concat(organisation.person(userId).stream(), organisation.standsInFor(userId).stream())
                .map(Person::unit)
                .distinct()
                .filter(unit -> organisation.leads(userId, unit))
                .toList();
    }

    /** Reads or changes what this module has itself found the person to be entitled to. */
    <T> T entitled(Supplier<T> act) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return act.get();
        } finally {
            identityService.setAuthentication(person);
        }
    }
}
