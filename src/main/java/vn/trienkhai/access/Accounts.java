package vn.trienkhai.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.OrganisationEstablished;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Succession;
import vn.trienkhai.organisation.Unit;

/**
 * Keeps the engine's groups and accounts in step with the organisation: a group for each unit and each post, and each
 * person in the groups of the unit and of the post. Tasks go to posts, so work follows the post and not the person.
 */
@Component
class Accounts {

    /** A property of the engine: this database has, or had, accounts whose password everybody knows. */
    static final String DEMO_WAS_HERE = "trien-khai.demo";

    private final ProcessEngine engine;
    private final IdentityService identityService;
    private final ManagementService managementService;
    private final Organisation organisation;
    private final AccessSettings settings;
    private final JdbcClient jdbc;
    private UserEntity demo;

    Accounts(ProcessEngine engine, Organisation organisation, AccessSettings settings, JdbcClient jdbc) {
        this.engine = engine;
        this.identityService = engine.getIdentityService();
        this.managementService = engine.getManagementService();
        this.organisation = organisation;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void organisationEstablished(OrganisationEstablished established) {
        organisation.units().forEach(this::establish);
        organisation.posts().forEach(this::establish);
        if (settings.hasDemoAccounts()) {
            managementService.setProperty(DEMO_WAS_HERE, "true");
            var inForce = organisation.units().stream().map(Unit::id).collect(Collectors.toSet());
            organisation.people().stream()
                    .filter(person -> inForce.contains(person.unit()))
                    .forEach(this::establishDemo);
        }
    }

    /**
     * Whoever was in a group of a unit that ended is in the group that continues it, also for a time as a substitute; where
     * none does, in no group in its place. Accounts and their history stay.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void unitsSucceeded(Succession succession) {
        succession.successor().ifPresent(next -> {
            establish(next);
            organisation.postsOf(next.id()).forEach(this::establish);
        });
        for (var former : succession.groups().keySet()) {
            var next = succession.ends(former)
                    ? succession.successor().map(Unit::id)
                    : Optional.ofNullable(succession.posts().get(former));
            for (var user :
                    identityService.createUserQuery().memberOfGroup(former).list()) {
                identityService.deleteMembership(user.getId(), former);
                next.ifPresent(group -> establishMembership(user.getId(), group));
            }
            next.ifPresentOrElse(
                    group -> jdbc.sql("update lent_membership set group_id = :next where group_id = :former")
                            .param("next", group)
                            .param("former", former)
                            .update(),
                    () -> jdbc.sql("delete from lent_membership where group_id = :former")
                            .param("former", former)
                            .update());
        }
    }

    /** Ids of the groups that an account is in. */
    Set<String> groupsOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    void establishAdministrator() {
        if (!settings.hasAdminAccount()) {
            return;
        }
        establishGroup(Groups.CAMUNDA_ADMIN, "Quản trị hệ thống", Groups.GROUP_TYPE_SYSTEM);
        establishUser("admin", "Quản trị hệ thống", settings.adminPassword());
        establishMembership("admin", Groups.CAMUNDA_ADMIN);
        identityService.unlockUser("admin"); // whoever starts the program can always come in again
    }

    private void establish(Unit unit) {
        establishGroup(unit.id(), unit.name(), "UNIT");
    }

    private void establish(Post post) {
        establishGroup(post.id(), post.title(), "POST");
    }

    private void establishDemo(Person person) {
        if (identityService.createUserQuery().userId(person.userId()).count() == 0) {
            var user = (UserEntity) identityService.newUser(person.userId());
            user.setFirstName(person.name());
            user.setLastName("");
            if (demo == null) {
                user.setPassword(settings.demoPassword());
            } else { // hashed once, which takes its time: everybody knows it
                user.setSalt(demo.getSalt());
                user.setDbPassword(demo.getPassword());
            }
            save(user);
            demo = user;
        }
        establishMembership(person.userId(), person.unit());
        establishMembership(person.userId(), person.post());
    }

    private void establishGroup(String id, String name, String type) {
        var known = identityService.createGroupQuery().groupId(id).singleResult();
        var group = known == null ? identityService.newGroup(id) : known;
        if (known == null || !name.equals(group.getName())) {
            group.setName(name);
            group.setType(type);
            identityService.saveGroup(group);
        }
    }

    private void establishUser(String id, String name, String password) {
        if (identityService.createUserQuery().userId(id).count() == 0) {
            var user = identityService.newUser(id);
            user.setFirstName(name);
            user.setLastName("");
            user.setPassword(password);
            save(user);
        }
    }

    /** Past the rules for passwords: ProductionSettings has looked at the administrator's, and everybody knows the demo's. */
    private void save(User user) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new SaveUserCmd(user, true));
    }

    private void establishMembership(String userId, String groupId) {
        if (identityService
                        .createGroupQuery()
                        .groupId(groupId)
                        .groupMember(userId)
                        .count()
                == 0) {
            identityService.createMembership(userId, groupId);
        }
    }
}
