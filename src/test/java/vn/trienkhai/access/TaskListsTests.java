package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
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
                        .count())
                .isEqualTo(1);
        assertThat(filterService
                        .createTaskFilterQuery()
                        .filterName("Việc quản trị")
                        .count())
                .isEqualTo(1);
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
