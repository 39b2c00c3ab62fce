package vn.trienkhai.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;

/**
 * The engine's authorisations, with three differences. Each that is given, changed or taken back is recorded, by people in Admin
 * and by the program alike; not those of single tasks: they follow the task's candidates, and the engine gives and takes them
 * by itself. And no check costs what the engine's own does: none reads all of them, which stand for every open task, and a
 * single one is decided by {@link RightsCheck}. And none is looked for of a task that is not yet written.
 */
class EngineAuthorizations extends AuthorizationManager {

    private final Supplier<Audit> audit;
    private final RightsCheck rights;

    EngineAuthorizations(Supplier<Audit> audit, RightsCheck rights) {
        this.audit = audit;
        this.rights = rights;
    }

    static SessionFactory factory(Supplier<Audit> audit, JdbcTemplate jdbc) {
        var rights = new RightsCheck(jdbc);
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new EngineAuthorizations(audit, rights);
            }
        };
    }

    /**
     * The engine drops the groups that no authorisation names, for which it reads the whole table before each check. A group
     * that none names grants nothing anyway.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public boolean isAuthorized(String person, List<String> groups, CompositePermissionCheck check) {
        return person != null
                        && RightsCheck.canDecide(check)
                        && check.getAtomicChecks().stream().allMatch(this::isResourceValidForPermission)
                ? rights.isAuthorized(person, filterAuthenticatedGroupIds(groups), check)
                : super.isAuthorized(person, groups, check);
    }

    @Override
    public boolean isAuthorized(String person, List<String> groups, PermissionCheck check) {
        return !isAuthorizationEnabled() || isAuthorized(person, groups, createCompositePermissionCheck(check));
    }

    @Override
    public AuthorizationEntity findAuthorizationByUserIdAndResourceId(
            int type, String person, Resource resource, String id) {
        return isOfNewTask(resource, id)
                ? null
                : super.findAuthorizationByUserIdAndResourceId(type, person, resource, id);
    }

    @Override
    public AuthorizationEntity findAuthorizationByGroupIdAndResourceId(
            int type, String group, Resource resource, String id) {
        return isOfNewTask(resource, id)
                ? null
                : super.findAuthorizationByGroupIdAndResourceId(type, group, resource, id);
    }

    /** A task that is not yet in the database has no authorisation there; the engine would look for one of each candidate. */
    private boolean isOfNewTask(Resource resource, String id) {
        if (resource.resourceType() != Resources.TASK.resourceType()) {
            return false;
        }
        var task = getDbEntityManager().getDbEntityCache().getCachedEntity(TaskEntity.class, id);
        return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
    }

    @Override
    public void insert(DbEntity given) {
        super.insert(given);
        if (isRecorded(given)) {
            record("RIGHT_GIVEN", given, Map.of(), of(given));
        }
    }

    @Override
    public void update(AuthorizationEntity changed) {
        if (!isRecorded(changed)) {
            super.update(changed);
            return;
        }
        var before = of(getDbEntityManager().selectById(AuthorizationEntity.class, changed.getId()));
        super.update(changed);
        record("RIGHT_CHANGED", changed, before, of(changed));
    }

    @Override
    public void delete(DbEntity taken) {
        super.delete(taken);
        if (isRecorded(taken)) {
            record("RIGHT_TAKEN", taken, of(taken), Map.of());
        }
    }

    private static boolean isRecorded(DbEntity entity) {
        return entity instanceof AuthorizationEntity right && right.getResourceType() != Resources.TASK.resourceType();
    }

    private void record(String act, DbEntity right, Map<String, Object> before, Map<String, Object> after) {
        audit.get().record(new AuditAct(null, act, "Authorization", right.getId(), before, after));
    }

    private static Map<String, Object> of(DbEntity entity) {
        var values = new HashMap<String, Object>();
        if (entity instanceof AuthorizationEntity right) {
            values.put("type", nameOfType(right.getAuthorizationType()));
            values.put("user", right.getUserId());
            values.put("group", right.getGroupId());
            values.put("resource", right.getResourceType());
            values.put("resourceId", right.getResourceId());
            values.put("permissions", permissionsOf(right));
        }
        return values;
    }

    private static String nameOfType(int type) {
        return switch (type) {
            case Authorization.AUTH_TYPE_GLOBAL -> "GLOBAL";
            case Authorization.AUTH_TYPE_GRANT -> "GRANT";
            default -> "REVOKE";
        };
    }

    private static TreeSet<String> permissionsOf(AuthorizationEntity right) {
        var all = Context.getProcessEngineConfiguration()
                .getPermissionProvider()
                .getPermissionsForResource(right.getResourceType());
        var names = new TreeSet<String>();
        for (var permission : right.getPermissions(all)) {
            names.add(permission.getName());
        }
        names.remove(Permissions.NONE.getName());
        if (names.contains(Permissions.ALL.getName())) {
            names.retainAll(Set.of(Permissions.ALL.getName()));
        }
        return names;
    }
}
