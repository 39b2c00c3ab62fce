package vn.trienkhai.form;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Lets the substitute into tasks that name an absent person as candidate, and out again. Whoever is a candidate only as a
 * substitute carries a second link of the type {@value #SUBSTITUTE} on the task: these alone are taken back.
 */
@Component
public class SubstituteCandidates {

    public static final String SUBSTITUTE = "substitute";

    private final TaskService taskService;
    private final AuthorizationService authorizationService;
    private final SingletonSupplier<Optional<Substitutes>> substitutes;

    SubstituteCandidates(
            TaskService taskService,
            AuthorizationService authorizationService,
            ObjectProvider<Substitutes> substitutes) {
        this.taskService = taskService;
        this.authorizationService = authorizationService;
        this.substitutes = SingletonSupplier.of(() -> substitutes.stream().findAny());
    }

    /** A new task: its candidates are known, nobody has claimed it. */
    void created(DelegateTask task) {
        var named = task.getCandidates().stream()
                .map(IdentityLink::getUserId)
                .filter(user -> user != null)
                .collect(Collectors.toSet());
        for (var user : standingInFor(named)) {
            task.addCandidateUser(user);
            task.addUserIdentityLink(user, SUBSTITUTE);
        }
    }

    /** Brings a task in line with who stands in for its candidates now; whoever did so and claimed it gives it back. */
    public void follow(String taskId) {
        var lent = usersLinked(taskId, SUBSTITUTE);
        var named = usersLinked(taskId, IdentityLinkType.CANDIDATE);
        named.removeAll(lent);
        var wanted = standingInFor(named);
        for (var user : wanted) {
            if (!lent.contains(user)) {
                taskService.addCandidateUser(taskId, user);
                taskService.addUserIdentityLink(taskId, user, SUBSTITUTE);
            }
        }
        for (var user : lent) {
            if (!wanted.contains(user)) {
                taskService.deleteUserIdentityLink(taskId, user, SUBSTITUTE);
                taskService.deleteCandidateUser(taskId, user);
                giveBack(taskId, user);
            }
        }
    }

    /** To be told when a task's candidate users were replaced: who was a substitute before is forgotten. */
    public void replaced(String taskId) {
        for (var user : usersLinked(taskId, SUBSTITUTE)) {
            taskService.deleteUserIdentityLink(taskId, user, SUBSTITUTE);
        }
        follow(taskId);
    }

    /**
     * A task that somebody may no longer work on returns to the list of its candidates. The engine grants a task to whoever
     * gets a link to it and never takes the grant back: this does.
     */
    public void giveBack(String taskId, String userId) {
        var task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task != null && userId.equals(task.getAssignee())) {
            taskService.setAssignee(taskId, null);
        }
        authorizationService
                .createAuthorizationQuery()
                .userIdIn(userId)
                .resourceType(Resources.TASK)
                .resourceId(taskId)
                .list()
                .forEach(grant -> authorizationService.deleteAuthorization(grant.getId()));
    }

    private Set<String> standingInFor(Set<String> named) {
        var found = new HashSet<String>();
        substitutes.obtain().ifPresent(answering -> named.forEach(user -> found.addAll(answering.substitutesOf(user))));
        found.removeAll(named);
        return found;
    }

    private Set<String> usersLinked(String taskId, String type) {
        return taskService.getIdentityLinksForTask(taskId).stream()
                .filter(link -> type.equals(link.getType()) && link.getUserId() != null)
                .map(IdentityLink::getUserId)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
