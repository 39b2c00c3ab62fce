package vn.trienkhai.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.beans.factory.ObjectProvider;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;

/**
 * Records each authorisation that is given, changed or taken back, by people in Admin and by the program alike. Not those of
 * single tasks: they follow the task's candidates, and the engine gives and takes them by itself.
 */
class AuditedAuthorizations extends AuthorizationManager {

    private final ObjectProvider<Audit> audit;

    AuditedAuthorizations(ObjectProvider<Audit> audit) {
        this.audit = audit;
    }

    static SessionFactory factory(ObjectProvider<Audit> audit) {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new AuditedAuthorizations(audit);
            }
        };
    }

    @Override
    public void insert(DbEntity given) {
        super.insert(given);
        record("RIGHT_GIVEN", given, Map.of(), of(given));
    }

    @Override
    public void update(AuthorizationEntity changed) {
        var before = of(getDbEntityManager().selectById(AuthorizationEntity.class, changed.getId()));
        super.update(changed);
        record("RIGHT_CHANGED", changed, before, of(changed));
    }

    @Override
    public void delete(DbEntity taken) {
        super.delete(taken);
        record("RIGHT_TAKEN", taken, of(taken), Map.of());
    }

    private void record(String act, DbEntity entity, Map<String, Object> before, Map<String, Object> after) {
        if (entity instanceof AuthorizationEntity right && right.getResourceType() != Resources.TASK.resourceType()) {
            audit.getObject().record(new AuditAct(null, act, "Authorization", right.getId(), before, after));
        }
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
