package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trienkhai.ProcessTest;

/** Who finds what in Cockpit's own views. */
class CockpitRightsTests extends ProcessTest {

    @ParameterizedTest
    @ValueSource(strings = {"ubnd.head", "ubnd.deputy", "phong-vhtt.head", "admin"})
    void whoFollowsThePlanSeesWhatRuns(String userId) {
        signIn(userId);

        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isPositive();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y-te.head", "duong-dong.deputy", "van-phong.head"})
    void otherHeadsOpenCockpitButItsOwnViewsShowThemNoInstances(String userId) {
        var groups = signIn(userId);

        assertThat(engine.getAuthorizationService()
                        .isUserAuthorized(userId, groups, Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
                .isTrue();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void officersDoNotOpenCockpit() {
        var groups = signIn("y-te.officer");

        assertThat(engine.getAuthorizationService()
                        .isUserAuthorized("y-te.officer", groups, Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
                .isFalse();
    }

    @Test
    void administratorsLetFailedWorkTryAgainAndLeadersOnlyRead() {
        assertThat(mayRetry("admin")).isTrue();
        assertThat(mayRetry("ubnd.head")).isFalse();
    }

    private boolean mayRetry(String userId) {
        var groups = signIn(userId);
        return engine.getAuthorizationService()
                .isUserAuthorized(
                        userId, groups, ProcessInstancePermissions.RETRY_JOB, Resources.PROCESS_INSTANCE, "any");
    }

    private List<String> signIn(String userId) {
        engine.getIdentityService().clearAuthentication();
        var groups = engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(userId, groups);
        return groups;
    }
}
