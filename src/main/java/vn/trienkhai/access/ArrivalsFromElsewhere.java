package vn.trienkhai.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Unit;

/**
 * Gives people whom a directory or an identity provider knows their account here, each time they sign in: the posts and
 * units that the other system says, no more and no fewer. What a substitution lent them stays until it ends.
 *
 * <p>Only people of the organisation chart come in, and administrators.
 */
@Component
class ArrivalsFromElsewhere {

    private final IdentityService identityService;
    private final Organisation organisation;
    private final DirectorySettings settings;
    private final JdbcClient jdbc;

    ArrivalsFromElsewhere(
            IdentityService identityService, Organisation organisation, DirectorySettings settings, JdbcClient jdbc) {
        this.identityService = identityService;
        this.organisation = organisation;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** @throws NotInTheOrganisation if the chart does not know the person, or no group means a post or unit */
    @Transactional
    void admit(String userId, Collection<String> groupsElsewhere) {
        identityService.clearAuthentication();
        var person = organisation.person(userId);
        var groups = groupsHere(groupsElsewhere, person);
        if (groups.isEmpty() || person.isEmpty() && !groups.contains(Groups.CAMUNDA_ADMIN)) {
            throw new NotInTheOrganisation(userId);
        }
        establish(userId, person);
        var current = identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        groups.stream()
                .filter(group -> !current.contains(group))
                .forEach(group -> identityService.createMembership(userId, group));
        var lent = jdbc.sql("select group_id from lent_membership where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .set();
        current.stream()
                .filter(group -> !groups.contains(group) && !lent.contains(group))
                .forEach(group -> identityService.deleteMembership(userId, group));
    }

    /** A system that still names a unit that ended means the post that the person has now. */
    private Set<String> groupsHere(Collection<String> groupsElsewhere, Optional<Person> person) {
        var posts = organisation.posts().stream().collect(Collectors.toMap(Post::id, Post::unit));
        var units = organisation.units().stream().map(Unit::id).collect(Collectors.toSet());
        var ended = organisation.unitsOfAllTimes().stream()
                .map(Unit::id)
                .filter(unit -> !units.contains(unit))
                .collect(Collectors.toSet());
        var here = new LinkedHashSet<String>();
        for (var group : groupsElsewhere) {
            var meant = settings.groups().get(group);
            if (Groups.CAMUNDA_ADMIN.equals(meant)) {
                here.add(meant);
                continue;
            }
            var named = meant == null ? group : meant;
            if (ended.contains(named) || ended.contains(posts.getOrDefault(named, ""))) {
                person.filter(one -> units.contains(one.unit())).ifPresent(one -> {
                    here.add(one.post());
                    here.add(one.unit());
                });
            } else if (posts.containsKey(named)) {
                here.add(named);
                here.add(posts.get(named));
            } else if (units.contains(named)) {
                here.add(named);
            }
        }
        return here;
    }

    private void establish(String userId, Optional<Person> person) {
        if (identityService.createUserQuery().userId(userId).count() == 0) {
            var account = identityService.newUser(userId); // without a password: it is kept elsewhere
            account.setFirstName(person.map(Person::name).orElse(userId));
            account.setLastName("");
            person.map(Person::email).ifPresent(account::setEmail);
            identityService.saveUser(account);
        }
    }
}
