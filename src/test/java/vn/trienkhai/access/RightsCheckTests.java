package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Our check decides as the engine's own, whatever rights there are. */
class RightsCheckTests {

    private static final List<String> PEOPLE = List.of("an", "binh", "*");
    private static final List<String> GROUPS = List.of("phong-kinh-te", "phong-kinh-te.head", "van-phong");
    private static final List<String> TASKS = List.of("*", "task-1", "task-2");
    private static final List<String> PROCESSES = List.of("*", "duty-assignment");
    private static final List<Permission> OF_TASKS = List.of(
            TaskPermissions.READ, TaskPermissions.UPDATE, TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN);
    private static final List<Permission> OF_PROCESSES = List.of(
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.UPDATE_TASK,
            ProcessDefinitionPermissions.TASK_WORK);

    private static ProcessEngine engine;
    private static ProcessEngineConfigurationImpl stock;
    private static RightsCheck ours;

    @BeforeAll
    static void startsAnEngineAsItIsShipped() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("rights");
        configuration.setJdbcUrl("jdbc:h2:mem:rights");
        configuration.setAuthorizationEnabled(true);
        configuration.setAuthorizationCheckRevokes("always");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        stock = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        ours = new RightsCheck(new JdbcTemplate(stock.getDataSource()));
    }

    @AfterAll
    static void ends() {
        engine.close();
    }

    /** Two hundred sets of rights, each asked whatever can be asked of a task: some ten thousand decisions. */
    @Test
    void decidesAsTheEngine() {
        var chance = new Random(1);
        var allowed = 0;
        var refused = 0;
        for (int set = 0; set < 200; set++) {
            var rights = someRights(chance);
            for (int question = 0; question < 50; question++) {
                var person = one(List.of("an", "binh"), chance);
                var groups = some(GROUPS, chance);
                var check = someCheck(chance);
                var expected = stock.getCommandExecutorTxRequired()
                        .execute(command -> command.getAuthorizationManager().isAuthorized(person, groups, check));

                assertThat(ours.isAuthorized(person, groups, check))
                        .as("%s of %s, %s, with %s", person, groups, said(check), rights)
                        .isEqualTo(expected);

                allowed += expected ? 1 : 0;
                refused += expected ? 0 : 1;
            }
            engine.getAuthorizationService()
                    .createAuthorizationQuery()
                    .list()
                    .forEach(right -> engine.getAuthorizationService().deleteAuthorization(right.getId()));
        }
        assertThat(allowed).as("the questions are of both kinds").isGreaterThan(2000);
        assertThat(refused).isGreaterThan(2000);
    }

    /** At most one right of each kind for the same holder and resource: the engine's table is unique in that. */
    private static List<String> someRights(Random chance) {
        var rights = new ArrayList<String>();
        for (int i = 0; i < 1 + chance.nextInt(8); i++) {
            var right = engine.getAuthorizationService()
                    .createNewAuthorization(chance.nextInt(Authorization.AUTH_TYPE_REVOKE + 1));
            if (right.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL) {
                right.setUserId("*");
            } else if (chance.nextBoolean()) {
                right.setUserId(one(PEOPLE.subList(0, 2), chance));
            } else {
                right.setGroupId(one(GROUPS, chance));
            }
            var ofTask = chance.nextBoolean();
            right.setResource(ofTask ? Resources.TASK : Resources.PROCESS_DEFINITION);
            right.setResourceId(one(ofTask ? TASKS : PROCESSES, chance));
            var permissions = some(ofTask ? OF_TASKS : OF_PROCESSES, chance);
            if (right.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
                permissions.forEach(right::removePermission);
            } else {
                right.setPermissions(permissions.toArray(Permission[]::new));
            }
            var holder = "%d %s %s %s %s"
                    .formatted(
                            right.getAuthorizationType(),
                            right.getUserId(),
                            right.getGroupId(),
                            right.getResourceType(),
                            right.getResourceId());
            if (rights.stream().noneMatch(known -> known.startsWith(holder))) {
                engine.getAuthorizationService().saveAuthorization(right);
                rights.add(holder + " " + permissions);
            }
        }
        return rights;
    }

    private static CompositePermissionCheck someCheck(Random chance) {
        var check = new CompositePermissionCheck(chance.nextBoolean());
        for (int i = 0; i < 1 + chance.nextInt(4); i++) {
            var each = new PermissionCheck();
            var ofTask = chance.nextBoolean();
            each.setResource(ofTask ? Resources.TASK : Resources.PROCESS_DEFINITION);
            each.setPermission(one(ofTask ? OF_TASKS : OF_PROCESSES, chance));
            each.setResourceId(one(ofTask ? TASKS : PROCESSES, chance));
            if (chance.nextInt(10) == 0) {
                each.setResource(Resources.AUTHORIZATION);
                each.setPermission(Permissions.CREATE);
                each.setResourceId(null);
            }
            if (chance.nextInt(5) == 0) {
                each.setAuthorizationNotFoundReturnValue((long) chance.nextInt(2));
            }
            check.addAtomicCheck(each);
        }
        return check;
    }

    private static String said(CompositePermissionCheck check) {
        return check.getAtomicChecks().stream()
                        .map(each -> "%s %s %s %s"
                                .formatted(
                                        each.getPermission(),
                                        each.getResource(),
                                        each.getResourceId(),
                                        each.getAuthorizationNotFoundReturnValue()))
                        .toList()
                + (check.isDisjunctive() ? " (one)" : " (all)");
    }

    private static <T> T one(List<T> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    private static <T> List<T> some(List<T> of, Random chance) {
        return new ArrayList<>(of.stream().filter(each -> chance.nextBoolean()).toList());
    }
}
