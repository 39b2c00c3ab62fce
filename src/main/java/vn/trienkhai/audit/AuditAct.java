package vn.trienkhai.audit;

import java.util.Map;
import java.util.Objects;

/**
 * Something that happened and must be provable.
 *
 * @param actor user id; null: whoever is acting now, or the program by itself
 * @param act what kind of act, in capitals: TASK_COMPLETED, RECORD_CHANGED, SIGN_IN
 * @param subjectType of what kind is what it happened to: Assignment, AUTHORIZATION, document-issue/UserTask_Sign
 * @param subject id of that
 * @param before names and values that held before; empty if there was nothing. Values are reduced by {@link AuditValue}
 * @param after the same names and the values that hold now; empty if there is nothing left
 */
public record AuditAct(
        String actor, String act, String subjectType, String subject, Map<String, ?> before, Map<String, ?> after) {

    public AuditAct {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(subjectType, "subjectType");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
