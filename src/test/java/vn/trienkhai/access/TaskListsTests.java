package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;

/** What stands on the left of everybody's Tasklist. */
class TaskListsTests extends ProcessTest {

    @Autowired
    FilterService filterService;

    @Autowired
    IdentityService identityService;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    AccessAtStartup access;

    @Test
    void everybodyFindsOwnWorkTheUnitsAndWhatTheUnitFollows() {
        assertThat(listsOf("phong-kinh-te.officer", "phong-kinh-te", "phong-kinh-te.officer"))
                .containsExactlyInAnyOrder("Việc của tôi", "Việc của đơn vị", "Việc tôi theo dõi");
    }

    /** The engine would read the rights to every open task, of all people, to find that nothing is granted to this group. */
    @Test
    void noCheckReadsTheRightsOfEverybody() {
        var groups = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> command.getAuthorizationManager().filterAuthenticatedGroupIds(List.of("khong-ai")));

        assertThat(groups).containsExactly("khong-ai");
        assertThat(listsOf("khong-ai", "khong-ai")).isEmpty();
    }

    @Test
    void noListHoldsAnExpression() {
        var lists = filterService.createTaskFilterQuery().list();

        assertThat(lists).isNotEmpty().allSatisfy(list -> assertThat(expressionsOf(list))
                .as(list.getName())
                .isEmpty());
        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .isEnableExpressionsInStoredQueries())
                .isFalse();
    }

    @Test
    void aStartBringsRightsAndListsThatAnOlderProgramDidNotKnow() {
        var right = authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId("deadline-extension")
                .groupIdIn("y-te")
                .singleResult();
        var list = filterService
                .createTaskFilterQuery()
                .filterName("Việc quản trị")
                .singleResult();
        authorizations.deleteAuthorization(right.getId());
        filterService.deleteFilter(list.getId());

        access.establish();
        access.establish();

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId("deadline-extension")
                        .groupIdIn("y-te")
                        .count())
                .isEqualTo(1);
        assertThat(filterService
                        .createTaskFilterQuery()
                        .filterName("Việc quản trị")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aStartTakesBackRightsThatTheChartDoesNotGive() {
        var deploying = authorizations
                .createAuthorizationQuery()
                .groupIdIn("camunda-admin")
                .resourceType(Resources.DEPLOYMENT)
                .singleResult();
        deploying.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(deploying);
        var everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.PROCESS_DEFINITION);
        everybody.setResourceId("document-issue");
        everybody.addPermission(Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(everybody);

        access.establish();

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.DEPLOYMENT)
                        .list())
                .singleElement()
                .satisfies(left ->
                        assertThat(left.isPermissionGranted(Permissions.CREATE)).isFalse());
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .resourceId("document-issue")
                        .count())
                .isZero();
    }

    private List<String> listsOf(String userId, String... groups) {
        identityService.setAuthentication(userId, List.of(groups));
        return filterService.createTaskFilterQuery().list().stream()
                .map(Filter::getName)
                .toList();
    }

    private static Iterable<String> expressionsOf(Filter list) {
        AbstractQuery<?, ?> query = (AbstractQuery<?, ?>) (Object) list.getQuery();
        return query.getExpressions().values();
    }
}
