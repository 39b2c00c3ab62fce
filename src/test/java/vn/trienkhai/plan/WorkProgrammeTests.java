package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Unit;

/** Periods, proposals and the guarded steps of a programme. */
class WorkProgrammeTests {

    private static final Instant NOW = Instant.parse("2021-07-01T01:00:00Z");
    private static final PlanReading READING =
            PlanReading.of(PlanFiles.in(Path.of("plans/269-kh-ubnd-2021")), KnownUnits.of(List.of(), List.of()));
    private static final PlanDefinition PLAN = READING.plan();
    private static final ProgrammePeriod QUARTER_III = ProgrammePeriod.quarterOf(LocalDate.of(2021, 7, 1));

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, quý I/2021, 2021-01-01, 2021-03-31",
        "2021-06-30, quý II/2021, 2021-04-01, 2021-06-30",
        "2021-08-15, quý III/2021, 2021-07-01, 2021-09-30",
        "2024-12-31, quý IV/2024, 2024-10-01, 2024-12-31"
    })
    void namesTheQuarterOfADay(LocalDate day, String label, LocalDate from, LocalDate to) {
        var quarter = ProgrammePeriod.quarterOf(day);

        assertThat(quarter.label()).isEqualTo(label);
        assertThat(quarter.from()).isEqualTo(from);
        assertThat(quarter.to()).isEqualTo(to);
    }

    @Test
    void knowsTheNextQuarterAndTheNextYear() {
        assertThat(ProgrammePeriod.quarterOf(LocalDate.of(2021, 12, 20)).next().label())
                .isEqualTo("quý I/2022");
        assertThat(ProgrammePeriod.yearOf(LocalDate.of(2021, 12, 20)).next().label())
                .isEqualTo("năm 2022");
    }

    @Test
    void refusesDaysThatAreNoPeriod() {
        assertRefused(ProgrammeKind.QUARTER, "2021-07-02", "2021-09-30", "from");
        assertRefused(ProgrammeKind.QUARTER, "2021-07-01", "2021-12-31", "from");
        assertRefused(ProgrammeKind.YEAR, "2021-01-01", "2022-12-31", "from");
        assertRefused(ProgrammeKind.CAMPAIGN, "2021-07-02", "2021-07-01", "to");
        assertThatThrownBy(() -> new ProgrammePeriod(ProgrammeKind.CAMPAIGN, null, LocalDate.of(2021, 7, 1)))
                .isInstanceOf(FormRefused.class);
    }

    @Test
    void oneHeadingWithManyOwnersBecomesOneItemForEachOfThem() {
        var items = proposed(programme(QUARTER_III, null, "KT-2a"));

        assertThat(items)
                .extracting(ProgrammeItem::unit)
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
        assertThat(items.get(0))
                .isEqualTo(new ProgrammeItem(
                        "KT-2a",
                        "phong-kinh-te",
                        "phong-vhtt",
                        "KT-2a – Phòng Kinh tế – quý III/2021",
                        true,
                        LocalDate.of(2021, 9, 30),
                        "Treo băng rôn, pano, áp phích"));
    }

    @Test
    void reportsAreNeverProposed() {
        var items = proposed(programme(QUARTER_III, null, "VHTT-3b", "KT-1c", "XP-3", "XP-2"));

        assertThat(items).extracting(ProgrammeItem::dutyCode).containsOnly("XP-2");
        assertThat(items).hasSize(9);
    }

    @Test
    void theIssuerAsksForWhatTheLeadAgencyDoesItself() {
        var items = proposed(programme(QUARTER_III, null, "VHTT-1a", "VHTT-1b", "VHTT-2", "VHTT-3a", "TTVH-3"));

        assertThat(items)
                .extracting(ProgrammeItem::dutyCode, ProgrammeItem::assigner)
                .containsExactly(
                        tuple("VHTT-1a", "ubnd"),
                        tuple("VHTT-1b", "ubnd"),
                        tuple("VHTT-2", "ubnd"),
                        tuple("VHTT-3a", "ubnd"),
                        tuple("TTVH-3", "phong-vhtt"));
    }

    @Test
    void aCampaignIsCalledByItsNameAndItsFocusIsPartOfWhatIsExpected() {
        var campaign = new ProgrammePeriod(ProgrammeKind.CAMPAIGN, LocalDate.of(2021, 8, 1), LocalDate.of(2021, 8, 31));

        assertThat(proposed(programme(campaign, "ND-3", "TTVH-3")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.subject()).isEqualTo("TTVH-3 – Trung tâm VH-TT-TT – Đợt thử");
                    assertThat(item.instruction())
                            .endsWith("cách làm hay. Nội dung trọng tâm: Các mô hình thực hành tốt");
                    assertThat(item.due()).isEqualTo("2021-08-31");
                });
    }

    @Test
    void goesThroughItsStepsInOrderOnly() {
        var programme = programme(QUARTER_III, null, "TTVH-3");

        assertThatThrownBy(() -> programme.approve("ubnd.head", NOW)).isInstanceOf(FormRefused.class);
        programme.propose(proposed(programme));
        programme.prepare(programme.items());
        assertThatThrownBy(() -> programme.prepare(programme.items()))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chương trình “Đợt thử” đang ở trạng thái “Chờ duyệt”, không phải “Đang lập”.");
        programme.approve("ubnd.head", NOW);
        assertThatThrownBy(programme::reject).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> programme.close("Xong", NOW))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chương trình “Đợt thử” đang ở trạng thái “Đã duyệt”, không phải “Đang thực hiện”.");
    }

    private static WorkProgramme programme(ProgrammePeriod period, String topic, String... duties) {
        return new WorkProgramme(
                new ProgrammeProposal(PLAN.id(), period, "Đợt thử", topic, List.of(duties), null),
                "phong-vhtt.head",
                NOW);
    }

    private static List<ProgrammeItem> proposed(WorkProgramme programme) {
        return ProgrammeProposals.itemsOf(PLAN, programme, WorkProgrammeTests::ownersOf);
    }

    private static List<Unit> ownersOf(Duty duty) {
        var chart = READING.chart().orElseThrow();
        return duty.owners().stream()
                .flatMap(owner -> chart.groups().stream()
                        .filter(group -> group.id().equals(owner))
                        .findFirst()
                        .map(group -> group.units().stream())
                        .orElse(List.of(owner).stream()))
                .map(id -> chart.units().stream()
                        .filter(unit -> unit.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static void assertRefused(ProgrammeKind kind, String from, String to, String field) {
        assertThatThrownBy(() -> new ProgrammePeriod(kind, LocalDate.parse(from), LocalDate.parse(to)))
                .isInstanceOfSatisfying(FormRefused.class, refused -> assertThat(refused.reasons())
                        .extracting(FormRefused.Reason::field)
                        .containsExactly(field));
    }
}
