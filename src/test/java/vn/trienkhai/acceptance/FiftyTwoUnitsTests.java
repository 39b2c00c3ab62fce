package vn.trienkhai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.DutyKind;
import vn.trienkhai.plan.PlanLoading;
import vn.trienkhai.plan.Plans;

@TestPropertySource(properties = "spring.application.name=fifty-two")
@DirtiesContext
class FiftyTwoUnitsTests extends ProcessTest {

    @Autowired
    Plans plans;

    @Autowired
    Organisation organisation;

    @Test
    void haveFortyAgenciesThatOweAReportAndPeopleWhoCanWriteIt() {
        var loading = plans.load(FiftyTwoUnits.files());

        assertThat(loading.outcome()).isEqualTo(PlanLoading.Outcome.LOADED);
        assertThat(FiftyTwoUnits.TWELVE_UNITS).hasSize(12).doesNotHaveDuplicates();
        assertThat(FiftyTwoUnits.FORTY_AGENCIES)
                .hasSize(40)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(FiftyTwoUnits.TWELVE_UNITS)
                .allSatisfy(agency -> {
                    assertThat(plans.dutiesOf(FiftyTwoUnits.PLAN, agency))
                            .anyMatch(duty -> duty.kind() == DutyKind.REPORT);
                    assertThat(organisation.leads(agency + ".head", agency)).isTrue();
                    assertThat(organisation.belongsTo(agency + ".officer", agency))
                            .isTrue();
                    assertThat(engine.getIdentityService()
                                    .createUserQuery()
                                    .userId(agency + ".head")
                                    .count())
                            .isEqualTo(1);
                });
        assertThat(plans.ownersOf(FiftyTwoUnits.PLAN, "KT-1c"))
                .as("the economic office, the office and the forty")
                .hasSize(42)
                .extracting(Unit::id)
                .containsAll(FiftyTwoUnits.FORTY_AGENCIES);
        assertThat(Stream.concat(FiftyTwoUnits.TWELVE_UNITS.stream(), FiftyTwoUnits.FORTY_AGENCIES.stream())
                        .map(unit -> organisation.unit(unit).name()))
                .doesNotHaveDuplicates();
    }
}
