package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.Plans;

class ApprovalRouteTests extends ProcessTest {

    @Autowired
    ContentApprovers approvers;

    @Autowired
    Plans plans;

    @ParameterizedTest
    @CsvSource({
        // for all units: the leaders sign, whatever the channel and whoever drafts
        "VISUAL, ALL_UNITS, AGENCY, UBND_LEADER",
        "PORTAL, ALL_UNITS, AGENCY, UBND_LEADER",
        "LOUDSPEAKER, ALL_UNITS, COMMUNE, UBND_LEADER",
        // the portal
        "PORTAL, UNIT, AGENCY, EDITORIAL_BOARD",
        "PORTAL, UNIT, PUBLIC_SERVICE, EDITORIAL_BOARD",
        // loudspeakers of a commune, then of others
        "LOUDSPEAKER, UNIT, COMMUNE, COMMUNE_LEADER",
        "LOUDSPEAKER, UNIT, PUBLIC_SERVICE, BROADCAST_CENTRE",
        "LOUDSPEAKER, UNIT, AGENCY, BROADCAST_CENTRE",
        // everything else: the head of the unit
        "WEBSITE, UNIT, AGENCY, UNIT_HEAD",
        "WEBSITE, UNIT, COMMUNE, UNIT_HEAD",
        "VISUAL, UNIT, AGENCY, UNIT_HEAD",
        "VISUAL, UNIT, COMMUNE, UNIT_HEAD",
        "PRINTED, UNIT, COMMUNE, UNIT_HEAD",
        "MEETING, UNIT, AGENCY, UNIT_HEAD",
        "MOBILE, UNIT, PUBLIC_SERVICE, UNIT_HEAD",
        "EVENT, UNIT, AGENCY, UNIT_HEAD"
    })
    void namesWhoSigns(ChannelType channel, ContentScope scope, UnitKind kind, Approver expected) {
        var decided = engine.getDecisionService()
                .evaluateDecisionTableByKey("approval-route", new ApprovalRoute(channel, scope, kind).variables());

        assertThat(decided.<String>getSingleEntry()).isEqualTo(expected.name());
    }

    @Test
    void hasOneAnswerForEveryCase() {
        for (var channel : ChannelType.values()) {
            for (var scope : ContentScope.values()) {
                for (var kind : UnitKind.values()) {
                    var decided = engine.getDecisionService()
                            .evaluateDecisionTableByKey(
                                    "approval-route", new ApprovalRoute(channel, scope, kind).variables());
                    assertThat(decided.<String>getSingleEntry())
                            .as("%s %s %s", channel, scope, kind)
                            .isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KENH-07 KENH-01 KENH-04, PORTAL",
        "KENH-07 KENH-04, LOUDSPEAKER",
        "KENH-07 KENH-11, VISUAL",
        "KENH-11 KENH-07, PRINTED"
    })
    void looksAtTheChannelWithTheStrictestControl(String channels, ChannelType expected) {
        var draft = new ContentDraft(
                "Tiêu đề",
                "ND-3",
                List.of(),
                "HT-2",
                List.of("DT-04"),
                List.of(channels.split(" ")),
                ContentScope.UNIT,
                "Nội dung",
                Set.of());

        assertThat(draft.decidingChannelOf(plans.definition(PLAN_269))).isEqualTo(expected);
    }

    @Test
    void findsThePeopleBehindEachApprover() {
        assertThat(Map.of(
                        "leader", groups(Approver.UBND_LEADER, "phong-kinh-te", ""),
                        "board", groups(Approver.EDITORIAL_BOARD, "phong-vhtt", ""),
                        "commune", groups(Approver.COMMUNE_LEADER, "duong-to", ""),
                        "unit", groups(Approver.UNIT_HEAD, "y-te", ""),
                        "centre", groups(Approver.BROADCAST_CENTRE, "tt-vhtt", ""),
                        "through the centre", groups(Approver.BROADCAST_CENTRE, "phong-vhtt", "")))
                .isEqualTo(Map.of(
                        "leader", List.of("ubnd.head", "ubnd.deputy"),
                        "board", List.of("ban-bien-tap.head", "ban-bien-tap.deputy"),
                        "commune", List.of("duong-to.head", "duong-to.deputy"),
                        "unit", List.of("y-te.head", "y-te.deputy"),
                        "centre", List.of("tt-vhtt.head", "tt-vhtt.deputy"),
                        "through the centre", List.of("tt-vhtt.head", "tt-vhtt.deputy")));
    }

    @ParameterizedTest
    @CsvSource({
        "phong-kinh-te, phong-kinh-te.officer, phong-kinh-te.head, van-phong.officer",
        "duong-to, duong-to.culture-officer, duong-to.head, duong-to.officer",
        // the commune's own officer drafted it: the office checks it
        "duong-to, duong-to.officer, duong-to.head, van-phong.officer",
        // the office's own officer drafted it: somebody else of the office does
        "van-phong, van-phong.officer, van-phong.head, van-phong"
    })
    void findsSomebodyElseToCheckForm(String unit, String drafter, String checker, String expected) {
        assertThat(approvers.formCheckersOf(unit, List.of(drafter, checker))).containsExactly(expected);
    }

    private List<String> groups(Approver approver, String unit, String who) {
        return approvers.groupsOf(approver, PLAN_269, unit, who);
    }
}
