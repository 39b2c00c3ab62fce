package vn.trienkhai.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.cluster.Turns;
import vn.trienkhai.form.SubstituteCandidates;
import vn.trienkhai.organisation.Absences;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.OrganisationEstablished;
import vn.trienkhai.organisation.SubstitutionsChanged;

/**
 * Keeps the engine's groups and tasks in step with who stands in for whom now. Whatever the engine holds, one call makes it
 * right: called twice it changes nothing, and called late it takes back what should have ended before.
 *
 * <p>Only memberships that were lent are taken back; the table lent_membership names them.
 */
@Component
class Substitutions {

    private final IdentityService identityService;
    private final TaskService taskService;
    private final SubstituteCandidates substituteCandidates;
    private final Absences absences;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Turns turns;

    Substitutions(
            IdentityService identityService,
            TaskService taskService,
            SubstituteCandidates substituteCandidates,
            Absences absences,
            Organisation organisation,
            JdbcClient jdbc,
            Turns turns) {
        this.identityService = identityService;
        this.taskService = taskService;
        this.substituteCandidates = substituteCandidates;
        this.absences = absences;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.turns = turns;
    }

    /** A group of the engine that a person is in only while standing in for somebody. */
    private record Lent(String userId, String groupId) {}

    /** Before background work begins: what began or ended while the program was down is made up for. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    void started() {
        turns.take(this::align);
    }

    /** After the accounts of the new chart were established. */
    @EventListener(OrganisationEstablished.class)
    @Transactional
    void organisationEstablished() {
        align();
    }

    @EventListener
    @Transactional
    void changed(SubstitutionsChanged changed) {
        if (organisation.substituteOf(changed.absent()).isPresent()) {
            release(changed.absent());
        }
        align();
    }

    /** What somebody claimed before going away waits for whoever is there. */
    private void release(String absent) {
        taskService.createTaskQuery().taskAssignee(absent).list().forEach(task -> {
            taskService.setAssignee(task.getId(), null);
            if (!isCandidate(absent, groupsOf(absent), task.getId())) {
                taskService.addCandidateUser(task.getId(), absent);
            }
        });
    }

    private void align() {
        var wanted = wanted();
        var lent = new HashSet<>(jdbc.sql("select user_id, group_id from lent_membership")
                .query(Lent.class)
                .list());
        wanted.stream().filter(one -> !lent.contains(one)).forEach(this::lend);
        var over = lent.stream().filter(one -> !wanted.contains(one)).toList();
        takeBack(over);
        tasksNaming(concerned()).forEach(substituteCandidates::follow);
    }

    private Set<Lent> wanted() {
        var wanted = new LinkedHashSet<Lent>();
        for (var absence : absences.running()) {
            organisation.person(absence.person()).stream()
                    .flatMap(absent -> Stream.of(absent.unit(), absent.post()))
                    .filter(group -> !ownGroupsOf(absence.substitute()).contains(group))
                    .forEach(group -> wanted.add(new Lent(absence.substitute(), group)));
        }
        return wanted;
    }

    private void lend(Lent lent) {
        if (identityService.createUserQuery().userId(lent.userId()).count() == 0
                || groupsOf(lent.userId()).contains(lent.groupId())) {
            return;
        }
        identityService.createMembership(lent.userId(), lent.groupId());
        jdbc.sql("insert into lent_membership (user_id, group_id) values (:user, :group)")
                .param("user", lent.userId())
                .param("group", lent.groupId())
                .update();
    }

    private void takeBack(List<Lent> over) {
        var groupsByUser = new HashMap<String, Set<String>>();
        for (var lent : over) {
            jdbc.sql("delete from lent_membership where user_id = :user and group_id = :group")
                    .param("user", lent.userId())
                    .param("group", lent.groupId())
                    .update();
            if (!ownGroupsOf(lent.userId()).contains(lent.groupId())) {
                groupsByUser
                        .computeIfAbsent(lent.userId(), user -> new HashSet<>())
                        .add(lent.groupId());
            }
        }
        groupsByUser.forEach((user, groups) -> {
            var kept = groupsOf(user);
            kept.removeAll(groups);
            groups.forEach(group -> identityService.deleteMembership(user, group));
            giveBackWhatOnly(groups, user, kept);
        });
    }

    /** What the former substitute claimed and may no longer do returns to the post. */
    private void giveBackWhatOnly(Set<String> groups, String user, Set<String> kept) {
        taskService
                .createTaskQuery()
                .taskAssignee(user)
                .taskCandidateGroupIn(List.copyOf(groups))
                .includeAssignedTasks()
                .list()
                .stream()
                .filter(task -> !isCandidate(user, kept, task.getId()))
                .forEach(task -> substituteCandidates.giveBack(task.getId(), user));
    }

    private boolean isCandidate(String userId, Set<String> groups, String taskId) {
        return taskService.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> userId.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }

    /** Who is away now, and whoever may still be in tasks as a substitute. */
    private Set<String> concerned() {
        var concerned = new LinkedHashSet<>(absences.substitutes());
        absences.running().forEach(absence -> concerned.add(absence.person()));
        return concerned;
    }

    private Set<String> tasksNaming(Set<String> people) {
        return people.stream()
                .flatMap(user -> taskService.createTaskQuery().taskInvolvedUser(user).list().stream())
                .map(task -> task.getId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> ownGroupsOf(String userId) {
        return organisation
                .person(userId)
                .map(person -> Set.of(person.unit(), person.post()))
                .orElse(Set.of());
    }

    private Set<String> groupsOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
