package vn.trienkhai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.NextVersion;

/**
 * The same quarter while new versions of all models come out: before each task that somebody completes, whatever runs of that
 * work is taken over into the other version, with the plan that the engine makes; the quarter ends as if nothing had happened.
 */
@DirtiesContext
@TestPropertySource(
        properties = {"upgrade.everywhere=true", "spring.datasource.url=jdbc:h2:mem:upgrades;DB_CLOSE_DELAY=-1"})
class QuarterWithUpgradesTests extends QuarterOfPlan269Tests {

    @Autowired
    NextVersion nextVersion;

    @AfterEach
    void stoodInManySteps() {
        assertThat(nextVersion.waitStates())
                .contains(
                        "duty-assignment UserTask_ConfirmReceipt",
                        "duty-assignment CallActivity_CarryOut",
                        "unit-campaign CallActivity_ProduceContent",
                        "content-production UserTask_CheckForm",
                        "channel-dissemination UserTask_DisseminateOnChannel",
                        "overdue-escalation CatchEvent_NextRung",
                        "work-programme UserTask_ApproveProgramme",
                        "inspection-visit UserTask_ConductVisit",
                        "report-on-request CallActivity_IssueReport",
                        "document-issue UserTask_Sign")
                .hasSizeGreaterThan(25);
    }
}
