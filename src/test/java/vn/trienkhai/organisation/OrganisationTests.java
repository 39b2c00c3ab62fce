package vn.trienkhai.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.trienkhai.MovableClock;
import vn.trienkhai.audit.Audit;

@DataJpaTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid}")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@AutoConfigureJson
@Import({Audit.class, Organisation.class, MovableClock.class})
@RecordApplicationEvents
class OrganisationTests {

    @Autowired
    private Organisation organisation;

    @BeforeEach
    void establish() {
        organisation.establish(chart("Phòng Một"));
    }

    @Test
    void expandsAGroupToItsMembersInTheirOrder() {
        assertThat(organisation.expand("both")).extracting(Unit::id).containsExactly("two", "one");
        assertThat(organisation.expand("one")).extracting(Unit::name).containsExactly("Phòng Một");
        assertThat(organisation.expand(List.of("one", "both")))
                .extracting(Unit::id)
                .containsExactly("one", "two");
    }

    @Test
    void refusesAnUnknownUnit() {
        assertThatThrownBy(() -> organisation.unit("three"))
                .isInstanceOf(UnitUnknown.class)
                .hasMessageContaining("“three”");
        assertThatThrownBy(() -> organisation.expand("three")).isInstanceOf(UnitUnknown.class);
        assertThat(organisation.knows("three")).isFalse();
        assertThat(organisation.knows("both")).isTrue();
    }

    @Test
    void headsAndDeputiesLeadTheirOwnUnitOnly() {
        assertThat(organisation.leadGroupsOf("one")).containsExactly("one.head", "one.deputy");
        assertThat(organisation.leads("one.deputy", "one")).isTrue();
        assertThat(organisation.leads("one.deputy", "two")).isFalse();
        assertThat(organisation.leads("one.officer", "one")).isFalse();
        assertThat(organisation.officersOf("one")).extracting(Person::userId).containsExactly("one.officer");
        assertThat(organisation.peopleOf("one")).hasSize(3);
        assertThat(organisation.belongsTo("one.officer", "one")).isTrue();
        assertThat(organisation.belongsTo("one.officer", "two")).isFalse();
    }

    @Test
    void namesPeopleAndLeavesOtherAccountsAsTheyAre() {
        assertThat(organisation.nameOf("one.head")).isEqualTo("Trưởng phòng Một");
        assertThat(organisation.nameOf("admin")).isEqualTo("admin");
        assertThat(organisation.person("admin")).isEmpty();
    }

    @Test
    void assignsNothingToMassOrganisations() {
        assertThat(organisation.canBeAssigned("one")).isTrue();
        assertThat(organisation.canBeAssigned("two")).isFalse();
    }

    @Test
    void establishedAgainTakesTheNewNamesAndDoublesNothing(ApplicationEvents events) {
        organisation.establish(chart("Phòng Một mới"));
        assertThat(organisation.unit("one").name()).isEqualTo("Phòng Một mới");
        assertThat(organisation.units()).hasSize(2);
        assertThat(organisation.posts()).hasSize(4);
        assertThat(organisation.people()).hasSize(4);
        assertThat(organisation.groups()).extracting(UnitGroup::units).containsExactly(List.of("two", "one"));
        assertThat(events.stream(OrganisationEstablished.class))
                .contains(new OrganisationEstablished(List.of("one", "two")));
    }

    private static OrganisationChart chart(String nameOfOne) {
        return new OrganisationChart(
                List.of(
                        new Unit("one", nameOfOne, "Một", UnitKind.AGENCY),
                        new Unit("two", "Hội Hai", "Hai", UnitKind.MASS_ORGANISATION)),
                List.of(
                        new Post("one", "head", "Trưởng phòng Một"),
                        new Post("one", "deputy", "Phó Trưởng phòng Một"),
                        new Post("one", "officer", "Chuyên viên Phòng Một"),
                        new Post("two", "head", "Chủ tịch Hội Hai")),
                List.of(
                        new Person("one.head", "Trưởng phòng Một", "one", "one.head"),
                        new Person("one.deputy", "Phó Trưởng phòng Một", "one", "one.deputy"),
                        new Person("one.officer", "Chuyên viên Phòng Một", "one", "one.officer"),
                        new Person("two.head", "Chủ tịch Hội Hai", "two", "two.head")),
                List.of(new UnitGroup("both", "Cả hai", List.of("two", "one"))));
    }
}
