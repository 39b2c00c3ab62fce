package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.cluster.Turns;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;

@DataJpaTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid}")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@AutoConfigureJson
@Import({Organisation.class, Plans.class, Audit.class, Turns.class, PlansTests.Surroundings.class})
@RecordApplicationEvents
class PlansTests {

    private static final String PLAN_269 = "269-kh-ubnd-2021";
    private static final String PLAN_12 = "12-kh-ubnd-2022";
    private static final PlanFiles FILES_269 = PlanFiles.in(Path.of("plans/" + PLAN_269));
    private static final PlanFiles FILES_12 = PlanFiles.in(Path.of("src/test/resources/test-plans/" + PLAN_12));

    @Autowired
    Turns turns;

    @Autowired
    private Plans plans;

    @Autowired
    private Organisation organisation;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Surroundings surroundings;

    @AfterEach
    void closeWork() {
        surroundings.openWork = Optional.empty();
    }

    @Test
    void loadsThePlanAndItsUnitsAsProposed(ApplicationEvents events) {
        assertThat(plans.load(FILES_269)).isEqualTo(new PlanLoading(PLAN_269, PlanLoading.Outcome.LOADED));
        startAnew();
        assertThat(plans.plan(PLAN_269).status()).isEqualTo(PlanStatus.PROPOSED);
        assertThat(plans.plan(PLAN_269).number()).isEqualTo("269/KH-UBND");
        assertThat(plans.definition(PLAN_269).duties()).hasSize(16);
        assertThat(organisation.expand("communes")).hasSize(9).allMatch(unit -> unit.kind() == UnitKind.COMMUNE);
        assertThat(events.stream(PlanProposed.class)).containsExactly(new PlanProposed(PLAN_269));
    }

    @Test
    void sameFilesAgainChangeNothing(ApplicationEvents events) {
        plans.load(FILES_269);
        plans.adopt(PLAN_269, "ubnd.head");
        surroundings.openWork = Optional.of("còn 3 việc chưa hoàn thành");
        startAnew();
        assertThat(plans.load(FILES_269).outcome()).isEqualTo(PlanLoading.Outcome.UNCHANGED);
        assertThat(plans.plan(PLAN_269).status()).isEqualTo(PlanStatus.ADOPTED);
        assertThat(events.stream(PlanProposed.class)).hasSize(1);
    }

    @Test
    void refusesAChangedPlanWhileWorkIsOpen() {
        plans.load(FILES_12);
        surroundings.openWork = Optional.of("còn 3 việc chưa hoàn thành");
        startAnew();
        assertThatThrownBy(() -> plans.load(changed()))
                .isInstanceOf(PlanChangeRefused.class)
                .hasMessage("Không thay được kế hoạch số 12/KH-UBND bằng bản đã sửa vì còn việc đang mở:"
                        + " còn 3 việc chưa hoàn thành");
        startAnew();
        assertThat(plans.definition(PLAN_12).duty("DC-1").name()).startsWith("Chọn địa điểm");
    }

    @Test
    void replacesAChangedPlanAndProposesItAnew() {
        plans.load(FILES_12);
        plans.adopt(PLAN_12, "xa-xanh-dia-chinh.head");
        startAnew();
        assertThat(plans.load(changed()).outcome()).isEqualTo(PlanLoading.Outcome.REPLACED);
        startAnew();
        assertThat(plans.plan(PLAN_12).status()).isEqualTo(PlanStatus.PROPOSED);
        assertThat(plans.plan(PLAN_12).adoptedBy()).isEmpty();
        assertThat(plans.definition(PLAN_12).duty("DC-1").name()).isEqualTo("Trồng cây");
    }

    @Test
    void aBadPlanLoadsNothing() {
        var bad = withPlan(text(FILES_12).replace("kind: RESULT", "kind: PARTY"));
        assertThatThrownBy(() -> plans.load(bad)).isInstanceOf(PlanInvalid.class);
        startAnew();
        assertThat(plans.all()).isEmpty();
        assertThat(organisation.units()).isEmpty();
    }

    @Test
    void onlyAnAdoptedPlanIsInForceAndOnlyInItsPeriod() {
        plans.load(FILES_269);
        plans.load(FILES_12);
        assertThat(plans.inForce()).isEmpty();
        plans.adopt(PLAN_269, "ubnd.head");
        plans.adopt(PLAN_12, "ubnd.head");
        // The clock stands in August 2021: plan 12 runs from February 2022.
        assertThat(plans.inForce()).extracting(PlanDefinition::id).containsExactly(PLAN_269);
        assertThat(plans.plan(PLAN_269).adoptedAt()).contains(Surroundings.NOW);
    }

    @Test
    void aPlanIsAdoptedOnceOrSentBackBefore() {
        plans.load(FILES_12);
        plans.sendBack(PLAN_12, "Thiếu phân công cho trường học");
        assertThat(plans.plan(PLAN_12).returnedBecause()).contains("Thiếu phân công cho trường học");
        plans.adopt(PLAN_12, "xa-xanh-dia-chinh.head");
        assertThatThrownBy(() -> plans.adopt(PLAN_12, "ubnd.deputy")).isInstanceOf(PlanAlreadyAdopted.class);
        assertThatThrownBy(() -> plans.sendBack(PLAN_12, "Muộn")).isInstanceOf(PlanAlreadyAdopted.class);
        assertThat(plans.plan(PLAN_12).adoptedBy()).contains("xa-xanh-dia-chinh.head");
    }

    @Test
    void oneHeadingWithManyOwnersIsOwedByEachOfThem() {
        plans.load(FILES_269);
        assertThat(plans.ownersOf(PLAN_269, "KT-2a"))
                .extracting(Unit::id)
                .containsExactly(
                        "phong-kinh-te",
                        "van-phong",
                        "noi-vu",
                        "tai-chinh-ke-hoach",
                        "tai-nguyen-moi-truong",
                        "quan-ly-do-thi",
                        "giao-duc-dao-tao",
                        "lao-dong-tbxh",
                        "y-te",
                        "tu-phap",
                        "thanh-tra",
                        "cong-an",
                        "quan-su",
                        "thue");
        assertThat(plans.dutiesOf(PLAN_269, "an-thoi")).extracting(Duty::code).containsExactly("XP-1", "XP-2", "XP-3");
        assertThat(plans.dutiesOf(PLAN_269, "mttq")).isEmpty();
        assertThat(plans.channelsFor(PLAN_269, "an-thoi"))
                .extracting(Channel::code)
                .contains("KENH-03", "KENH-04", "KENH-05")
                .doesNotContain("KENH-01", "KENH-19");
    }

    @Test
    void loadsEveryPlanAtTheConfiguredLocationsWhenTheProgramStarts() throws IOException {
        var settings = new PlanSettings(List.of("classpath:plans/*/", "file:src/test/resources/test-plans/*/"));
        var atStartup = new PlansAtStartup(settings, plans, new PathMatchingResourcePatternResolver(), turns);
        atStartup.run(new DefaultApplicationArguments());
        assertThat(plans.all()).extracting(Plan::id).containsExactly(PLAN_12, PLAN_269);
    }

    @Test
    void aRefusedChangeDoesNotStopTheProgram() throws IOException {
        plans.load(changed());
        surroundings.openWork = Optional.of("còn 3 việc chưa hoàn thành");
        var settings = new PlanSettings(List.of("file:src/test/resources/test-plans/*/"));
        new PlansAtStartup(settings, plans, new PathMatchingResourcePatternResolver(), turns)
                .run(new DefaultApplicationArguments());
        assertThat(plans.definition(PLAN_12).duty("DC-1").name()).isEqualTo("Trồng cây");
    }

    @Test
    void saysThatAPlanIsUnknown() {
        assertThatThrownBy(() -> plans.definition("999"))
                .isInstanceOf(PlanUnknown.class)
                .hasMessageContaining("“999”");
    }

    private void startAnew() {
        entities.flush();
        entities.clear();
    }

    private static PlanFiles changed() {
        return withPlan(text(FILES_12).replace("name: Chọn địa điểm, trồng và chăm sóc cây", "name: Trồng cây"));
    }

    private static PlanFiles withPlan(String text) {
        return new PlanFiles(
                PLAN_12,
                Optional.of(text.getBytes(StandardCharsets.UTF_8)),
                FILES_12.source(),
                FILES_12.organisation());
    }

    private static String text(PlanFiles files) {
        return new String(files.plan().orElseThrow(), StandardCharsets.UTF_8);
    }

    @TestConfiguration
    static class Surroundings implements OpenPlanWork {

        static final Instant NOW = Instant.parse("2021-08-16T01:00:00Z");

        private Optional<String> openWork = Optional.empty();

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
        }

        @Override
        public Optional<String> openWorkOf(String planId) {
            return openWork;
        }
    }
}
