package vn.trienkhai.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.PlanDefinition;

/**
 * What people may see and start, as the engine's own authorisations, so that they hold for every way in. They follow the
 * chart of the organisation and the plans; nobody gives or takes them by hand. A task itself is granted to its candidates by
 * the engine (TASK_WORK: work on it, not give it away).
 */
@Component
class Grants {

    /** Processes that any member of a unit may start, save of those that are only asked (đoàn thể). */
    private static final List<String> FOR_EVERYBODY = List.of(
            "content-production",
            "content-correction",
            "assignment-steering",
            "deadline-extension",
            "absence",
            "absence-return",
            "document-issue",
            "document-revision");

    /** Processes that also whoever is only asked may start: more time for what is asked, and being away. */
    private static final List<String> FOR_WHO_IS_ONLY_ASKED =
            List.of("deadline-extension", "absence", "absence-return");

    /** Processes that the lead agency of a plan starts. */
    private static final List<String> FOR_THE_LEAD_AGENCY =
            List.of("work-programme", "inspection-programme", "inspection-cancellation");

    /** Processes that also the issuer's leaders and its office start (Kế hoạch 269, mục III: "khi có yêu cầu"). */
    private static final List<String> FOR_WHO_ASKS_REPORTS =
            List.of("report-on-request", "report-withdrawal", "report-urging");

    /** Processes that only the office starts: it answers for the form of documents (Nghị định 30/2020/NĐ-CP, Điều 12). */
    private static final List<String> FOR_THE_OFFICE = List.of("document-template");

    private static final List<String> FOR_ADMINISTRATORS = List.of(
            "calendar-notice",
            "public-holiday",
            "absence",
            "absence-return",
            "account-leaving",
            "account-return",
            "unit-succession");

    /** Kinds of rights that only this class gives: whatever else is found of them is taken away. */
    private static final List<Resources> GIVEN_HERE = List.of(
            Resources.APPLICATION,
            Resources.AUTHORIZATION,
            Resources.BATCH,
            Resources.DASHBOARD,
            Resources.DECISION_DEFINITION,
            Resources.DECISION_REQUIREMENTS_DEFINITION,
            Resources.DEPLOYMENT,
            Resources.GROUP_MEMBERSHIP,
            Resources.HISTORIC_PROCESS_INSTANCE,
            Resources.HISTORIC_TASK,
            Resources.OPERATION_LOG_CATEGORY,
            Resources.PROCESS_DEFINITION,
            Resources.PROCESS_INSTANCE,
            Resources.REPORT,
            Resources.SYSTEM,
            Resources.TENANT,
            Resources.TENANT_MEMBERSHIP);

    private static final String EVERYBODY = "*";

    private final AuthorizationService authorizationService;
    private final Organisation organisation;

    Grants(AuthorizationService authorizationService, Organisation organisation) {
        this.authorizationService = authorizationService;
        this.organisation = organisation;
    }

    /** @param group {@value #EVERYBODY} for everybody */
    private record Holder(String group, int resource, String id) {}

    /** Rights by who holds them on what. */
    private static class Wanted extends LinkedHashMap<Holder, Set<Permission>> {

        private static final long serialVersionUID = 1L;

        void to(String group, Resource resource, String id, Permission... permissions) {
            computeIfAbsent(new Holder(group, resource.resourceType(), id), holder -> new LinkedHashSet<>())
                    .addAll(List.of(permissions));
        }

        void starting(String group, String processKey) {
            to(group, Resources.PROCESS_DEFINITION, processKey, Permissions.READ, Permissions.CREATE_INSTANCE);
        }
    }

    /** Brings the engine's rights in line with the chart and the plans; called again it changes nothing. */
    void establish(List<PlanDefinition> plans) {
        var wanted = new Wanted();
        forEverybody(wanted);
        forAdministrators(wanted);
        forUnits(wanted);
        plans.forEach(plan -> forPlan(plan, wanted));
        align(wanted);
    }

    /** Tasklist for everybody who has an account, with the names that it shows. */
    private static void forEverybody(Wanted wanted) {
        wanted.to(EVERYBODY, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        wanted.to(EVERYBODY, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        wanted.to(EVERYBODY, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        wanted.to(EVERYBODY, Resources.USER, ANY, Permissions.READ);
        wanted.to(EVERYBODY, Resources.GROUP, ANY, Permissions.READ);
    }

    /**
     * Administrators keep accounts and the calendar, and let failed work try again in Cockpit. They get no right to the work
     * itself, nor to read what its forms show, drafts among it; they deploy nothing, for models come with the program; they give no rights, for rights come from posts; and
     * they cannot clear the log.
     */
    private static void forAdministrators(Wanted wanted) {
        wanted.to(Groups.CAMUNDA_ADMIN, Resources.APPLICATION, ANY, Permissions.ACCESS);
        wanted.to(Groups.CAMUNDA_ADMIN, Resources.USER, ANY, Permissions.ALL);
        wanted.to(Groups.CAMUNDA_ADMIN, Resources.GROUP_MEMBERSHIP, ANY, Permissions.ALL);
        for (var resource : List.of(Resources.GROUP, Resources.AUTHORIZATION, Resources.DEPLOYMENT, Resources.BATCH)) {
            wanted.to(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.READ);
        }
        wanted.to(Groups.CAMUNDA_ADMIN, Resources.SYSTEM, ANY, SystemPermissions.READ);
        wanted.to(
                Groups.CAMUNDA_ADMIN, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
        wanted.to(
                Groups.CAMUNDA_ADMIN,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        wanted.to(
                Groups.CAMUNDA_ADMIN,
                Resources.PROCESS_INSTANCE,
                ANY,
                ProcessInstancePermissions.READ,
                ProcessInstancePermissions.RETRY_JOB);
        wanted.to(Groups.CAMUNDA_ADMIN, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        FOR_ADMINISTRATORS.forEach(key -> wanted.starting(Groups.CAMUNDA_ADMIN, key));
    }

    private void forUnits(Wanted wanted) {
        for (var unit : organisation.units()) {
            (unit.canBeAssigned() ? FOR_EVERYBODY : FOR_WHO_IS_ONLY_ASKED)
                    .forEach(key -> wanted.starting(unit.id(), key));
            var leaders = organisation.leadGroupsOf(unit.id());
            // On our pages they oversee their unit's work; the engine's own pages show them nothing more.
            leaders.forEach(group -> wanted.to(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS));
            if (unit.kind() == UnitKind.OFFICE) {
                leaders.forEach(group -> log(group, wanted));
            }
        }
    }

    /** The lead agency and the issuer's leaders start what is theirs and follow the whole plan in Cockpit. */
    private void forPlan(PlanDefinition plan, Wanted wanted) {
        FOR_THE_LEAD_AGENCY.forEach(key -> wanted.starting(plan.leadAgency(), key));
        FOR_WHO_ASKS_REPORTS.forEach(key -> {
            wanted.starting(plan.leadAgency(), key);
            wanted.starting(plan.issuer(), key);
            startingByOffices(key, wanted);
        });
        FOR_THE_OFFICE.forEach(key -> startingByOffices(key, wanted));
        organisation.leadGroupsOf(plan.leadAgency()).forEach(group -> following(group, wanted));
        organisation.leadGroupsOf(plan.issuer()).forEach(group -> following(group, wanted));
        organisation.leadGroupsOf(plan.issuer()).forEach(group -> log(group, wanted));
    }

    private void startingByOffices(String processKey, Wanted wanted) {
        organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                .forEach(office -> wanted.starting(office.id(), processKey));
    }

    /** Who changed what, of all processes, accounts and rights: read only. */
    private static void log(String group, Wanted wanted) {
        wanted.to(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    }

    private static void following(String group, Wanted wanted) {
        wanted.to(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        // With revokes checked, what everybody may do with instances (create them) hides the right from the definition.
        wanted.to(group, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.READ);
        wanted.to(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    }

    private void align(Wanted wanted) {
        var known = new HashMap<Holder, Authorization>();
        for (var resource : Resources.values()) {
            for (var found : authorizationService
                    .createAuthorizationQuery()
                    .resourceType(resource)
                    .list()) {
                var holder = holderOf(found);
                if (holder != null && wanted.containsKey(holder) && !known.containsKey(holder)) {
                    known.put(holder, found);
                } else if (GIVEN_HERE.contains(resource)) {
                    authorizationService.deleteAuthorization(found.getId());
                }
            }
        }
        wanted.forEach((holder, permissions) -> give(holder, permissions, known.get(holder)));
    }

    /** Null for what a single person holds. */
    private static Holder holderOf(Authorization found) {
        if (found.getAuthorizationType() == AUTH_TYPE_GLOBAL) {
            return new Holder(EVERYBODY, found.getResourceType(), found.getResourceId());
        }
        return found.getAuthorizationType() == AUTH_TYPE_GRANT && found.getGroupId() != null
                ? new Holder(found.getGroupId(), found.getResourceType(), found.getResourceId())
                : null;
    }

    private void give(Holder holder, Set<Permission> permissions, Authorization known) {
        var global = holder.group().equals(EVERYBODY);
        var authorization = known == null
                ? authorizationService.createNewAuthorization(global ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT)
                : known;
        if (known == null) {
            if (!global) {
                authorization.setGroupId(holder.group());
            }
            authorization.setResourceType(holder.resource());
            authorization.setResourceId(holder.id());
        }
        authorization.setPermissions(permissions.toArray(Permission[]::new));
        authorizationService.saveAuthorization(authorization);
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
