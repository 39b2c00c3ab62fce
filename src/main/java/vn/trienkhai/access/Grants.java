package vn.trienkhai.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.PlanDefinition;

/**
 * What people may see and start, as the engine's own authorisations, so that they hold for every way in. A task itself is
 * granted to its candidates by the engine (TASK_WORK: work on it, not give it away).
 */
@Component
class Grants {

    /** Processes that any member of a unit may start. */
    private static final List<String> FOR_EVERYBODY = List.of(
            "content-production",
            "content-correction",
            "assignment-steering",
            "deadline-extension",
            "absence",
            "absence-return",
            "document-issue",
            "document-revision");

    /** Processes that the lead agency of a plan starts. */
    private static final List<String> FOR_THE_LEAD_AGENCY =
            List.of("work-programme", "inspection-programme", "inspection-cancellation");

    /** Processes that also the issuer's leaders and its office start (Kế hoạch 269, mục III: "khi có yêu cầu"). */
    private static final List<String> FOR_WHO_ASKS_REPORTS =
            List.of("report-on-request", "report-withdrawal", "report-urging");

    /** Processes that only the office starts: it answers for the form of documents (Nghị định 30/2020/NĐ-CP, Điều 12). */
    private static final List<String> FOR_THE_OFFICE = List.of("document-template");

    private static final List<String> FOR_ADMINISTRATORS =
            List.of("calendar-notice", "public-holiday", "account-leaving", "account-return");

    private final AuthorizationService authorizationService;
    private final Organisation organisation;

    Grants(AuthorizationService authorizationService, Organisation organisation) {
        this.authorizationService = authorizationService;
        this.organisation = organisation;
    }

    /** Tasklist for everybody who has an account, with the names that it shows. */
    void grantToEverybody() {
        grantToAll(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grantToAll(Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        grantToAll(Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        grantToAll(Resources.USER, ANY, Permissions.READ);
        grantToAll(Resources.GROUP, ANY, Permissions.READ);
        FOR_EVERYBODY.forEach(
                key -> grantToAll(Resources.PROCESS_DEFINITION, key, Permissions.READ, Permissions.CREATE_INSTANCE));
    }

    /**
     * Administrators keep accounts, rights and the calendar, and mend what failed in Cockpit. They get no right to the
     * work itself.
     */
    void grantToAdministrators() {
        for (var resource : List.of(
                Resources.APPLICATION,
                Resources.USER,
                Resources.GROUP,
                Resources.GROUP_MEMBERSHIP,
                Resources.AUTHORIZATION,
                Resources.DEPLOYMENT,
                Resources.BATCH,
                Resources.DASHBOARD,
                Resources.REPORT,
                Resources.SYSTEM,
                Resources.OPERATION_LOG_CATEGORY)) {
            grant(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
        }
        grant(
                Groups.CAMUNDA_ADMIN,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(
                Groups.CAMUNDA_ADMIN,
                Resources.PROCESS_INSTANCE,
                ANY,
                ProcessInstancePermissions.READ,
                ProcessInstancePermissions.RETRY_JOB);
        grant(Groups.CAMUNDA_ADMIN, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        FOR_ADMINISTRATORS.forEach(key -> grantStarting(Groups.CAMUNDA_ADMIN, key));
    }

    /** The lead agency and the issuer's leaders start what is theirs and follow the whole plan in Cockpit. */
    void grantFor(PlanDefinition plan) {
        FOR_THE_LEAD_AGENCY.forEach(key -> grantStarting(plan.leadAgency(), key));
        FOR_WHO_ASKS_REPORTS.forEach(key -> {
            grantStarting(plan.leadAgency(), key);
            grantStarting(plan.issuer(), key);
            grantStartingToOffices(key);
        });
        FOR_THE_OFFICE.forEach(this::grantStartingToOffices);
        organisation.leadGroupsOf(plan.leadAgency()).forEach(this::grantFollowing);
        organisation.leadGroupsOf(plan.issuer()).forEach(this::grantFollowing);
        organisation.leadGroupsOf(plan.issuer()).forEach(this::grantLog);
        organisation
                .units()
                .forEach(unit -> organisation.leadGroupsOf(unit.id()).forEach(this::grantCockpit));
        organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                .flatMap(office -> organisation.leadGroupsOf(office.id()).stream())
                .forEach(this::grantLog);
    }

    /** Whoever leads a unit oversees its work in Cockpit, on our pages; the engine's own show them nothing more. */
    private void grantCockpit(String group) {
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    }

    /** Who changed what, of all processes, accounts and rights: read only. */
    private void grantLog(String group) {
        grant(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    }

    private void grantStartingToOffices(String processKey) {
        organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                .forEach(office -> grantStarting(office.id(), processKey));
    }

    private void grantStarting(String group, String processKey) {
        grant(group, Resources.PROCESS_DEFINITION, processKey, Permissions.READ, Permissions.CREATE_INSTANCE);
    }

    private void grantFollowing(String group) {
        grantCockpit(group);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        // With revokes checked, what everybody may do with instances (create them) hides the right from the definition.
        grant(group, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.READ);
        grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var known = authorizationService
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        var authorization = known == null ? authorizationService.createNewAuthorization(AUTH_TYPE_GRANT) : known;
        if (known == null) {
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        for (var permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizationService.saveAuthorization(authorization);
    }

    private void grantToAll(Resource resource, String id, Permission... permissions) {
        var known = authorizationService
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GLOBAL)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (known == null) {
            var authorization = authorizationService.createNewAuthorization(AUTH_TYPE_GLOBAL);
            authorization.setResource(resource);
            authorization.setResourceId(id);
            for (var permission : permissions) {
                authorization.addPermission(permission);
            }
            authorizationService.saveAuthorization(authorization);
        }
    }

    /** Lets one person, or a unit's group, read a task list. */
    void grantFilter(String filterId, String userId, String groupId) {
        var authorization = authorizationService.createNewAuthorization(AUTH_TYPE_GRANT);
        if (userId == null) {
            authorization.setGroupId(groupId);
        } else {
            authorization.setUserId(userId);
        }
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filterId);
        authorization.addPermission(Permissions.READ);
        authorizationService.saveAuthorization(authorization);
    }
}
