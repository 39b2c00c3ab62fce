package vn.trienkhai.access;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.ObjectProvider;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;

/**
 * The engine's accounts and groups, with two things added: each change is recorded, and no password of a locked account is
 * right, so that whatever signs in by the engine refuses it.
 */
class AuditedIdentities extends DbIdentityServiceProvider {

    private static final String USER = "User";
    private static final String GROUP = "Group";
    private static final Map<String, Boolean> NOT_THERE = Map.of("exists", false);
    private static final Map<String, Boolean> THERE = Map.of("exists", true);

    private final Supplier<Audit> audit;
    private final ObjectProvider<AccountLocks> locks;
    private boolean compared;

    AuditedIdentities(Supplier<Audit> audit, ObjectProvider<AccountLocks> locks) {
        this.audit = audit;
        this.locks = locks;
    }

    static SessionFactory factory(Supplier<Audit> audit, ObjectProvider<AccountLocks> locks) {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return AuditedIdentities.class;
            }

            @Override
            public Session openSession() {
                return new AuditedIdentities(audit, locks);
            }
        };
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        compared = false;
        var right = !locks.getObject().isLocked(userId) && super.checkPassword(userId, password);
        if (!compared && password != null) {
            PasswordHash.takeTheTimeOfACheck(password);
        }
        return right;
    }

    @Override
    protected boolean matchPassword(String password, UserEntity user) {
        compared = true;
        return super.matchPassword(password, user);
    }

    /** Called at each wrong guess. At the last one the engine closes the account until somebody opens it. */
    @Override
    protected void lockUser(UserEntity user) {
        super.lockUser(user);
        if (user.getAttempts() >= Context.getProcessEngineConfiguration().getLoginMaxAttempts()) {
            audit.get()
                    .record(new AuditAct(
                            null,
                            "SIGN_IN_LOCKED",
                            USER,
                            user.getId(),
                            Map.of("lockedByGuesses", false),
                            Map.of("lockedByGuesses", true, "guesses", user.getAttempts())));
        }
    }

    /** The hash of a password is nobody's business; that it changed is. */
    @Override
    public IdentityOperationResult saveUser(User user) {
        var password = user.getPassword();
        var result = super.saveUser(user);
        var isNew = IdentityOperationResult.OPERATION_CREATE.equals(result.getOperation());
        var changed = isNew || !Objects.equals(password, user.getPassword());
        record(
                result,
                USER,
                user.getId(),
                isNew ? NOT_THERE : Map.of("password", "former"),
                isNew ? THERE : Map.of("password", changed ? "new" : "former"));
        return result;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        return recorded(super.deleteUser(userId), USER, userId, THERE, NOT_THERE);
    }

    @Override
    public IdentityOperationResult unlockUser(String userId) {
        return recorded(
                super.unlockUser(userId),
                USER,
                userId,
                Map.of("lockedByGuesses", true),
                Map.of("lockedByGuesses", false));
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        var result = super.saveGroup(group);
        var isNew = IdentityOperationResult.OPERATION_CREATE.equals(result.getOperation());
        return recorded(
                result,
                GROUP,
                group.getId(),
                isNew ? NOT_THERE : THERE,
                Map.of("exists", true, "type", String.valueOf(group.getType())));
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        return recorded(super.deleteGroup(groupId), GROUP, groupId, THERE, NOT_THERE);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        return recorded(
                super.createMembership(userId, groupId),
                "Membership",
                userId + "|" + groupId,
                Map.of("member", false),
                Map.of("member", true));
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        return recorded(
                super.deleteMembership(userId, groupId),
                "Membership",
                userId + "|" + groupId,
                Map.of("member", true),
                Map.of("member", false));
    }

    private IdentityOperationResult recorded(
            IdentityOperationResult result, String type, String subject, Map<String, ?> before, Map<String, ?> after) {
        record(result, type, subject, before, after);
        return result;
    }

    private void record(
            IdentityOperationResult result, String type, String subject, Map<String, ?> before, Map<String, ?> after) {
        if (!IdentityOperationResult.OPERATION_NONE.equals(result.getOperation())) {
            audit.get()
                    .record(new AuditAct(
                            null,
                            "%s_%s".formatted(type, result.getOperation()).toUpperCase(Locale.ROOT),
                            type,
                            subject,
                            before,
                            after));
        }
    }
}
