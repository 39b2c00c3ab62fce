package vn.trienkhai.plan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.trienkhai.organisation.OrganisationChart;

/** Plan 269/KH-UBND as data is the plan as issued: nothing missing, nothing added, every clause word for word. */
class Plan269TraceabilityTests {

    private static final Path DIRECTORY = Path.of("plans/269-kh-ubnd-2021");
    private static final PlanReading READING =
            PlanReading.of(PlanFiles.in(DIRECTORY), KnownUnits.of(List.of(), List.of()));
    private static final PlanDefinition PLAN = READING.plan();
    private static final OrganisationChart CHART = READING.chart().orElseThrow();

    /** The clauses with duties to owners, as the issued text has them. */
    private static final List<String> DUTY_CLAUSES = List.of("III.1", "III.2", "III.3", "III.4");

    @Test
    void sourceIsTheTextAsIssued() {
        assertThat(DIRECTORY.resolve("source.txt"))
                .hasDigest("SHA-256", "8c57a4884753112fa357f2b8d03302a9fc96a7a3a989d459fe65882bce41ece1");
        assertThat(sourceText()).contains("Công thông tin điện tử thành phố").contains("10. CHỦ TỊCH");
    }

    @Test
    void identityIsAsIssued() {
        assertThat(PLAN.number()).isEqualTo("269/KH-UBND");
        assertThat(PLAN.issuedOn()).isEqualTo("2021-06-10");
        assertThat(PLAN.place()).isEqualTo("Phú Quốc");
        assertThat(PLAN.title())
                .isEqualTo("Thông tin, tuyên truyền về Chương trình hành động quốc gia sản xuất và tiêu dùng bền vững"
                        + " giai đoạn 2021 - 2030 trên địa bàn thành phố Phú Quốc");
        assertThat(PLAN.issuer()).isEqualTo("ubnd");
        assertThat(PLAN.leadAgency()).isEqualTo("phong-vhtt");
        assertThat(PLAN.superior().orElseThrow().number()).isEqualTo("115/KH-UBND");
        assertThat(PLAN.superior().orElseThrow().issuedOn()).isEqualTo("2021-06-04");
        assertThat(PLAN.superior().orElseThrow().issuer()).isEqualTo("Ủy ban nhân dân tỉnh Kiên Giang");
        assertThat(PLAN.signature().authority()).isEqualTo("KT. CHỦ TỊCH");
        assertThat(PLAN.signature().position()).isEqualTo("PHÓ CHỦ TỊCH");
        assertThat(PLAN.signature().name()).isEqualTo("Phạm Văn Nghiệp");
        assertThat(PLAN.closing()).startsWith("Trên đây là Kế hoạch").endsWith("thành phố Phú Quốc.");
    }

    @Test
    void periodRunsFrom2021To2030() {
        assertThat(PLAN.period().contains(LocalDate.of(2021, 1, 1))).isTrue();
        assertThat(PLAN.period().contains(LocalDate.of(2030, 12, 31))).isTrue();
        assertThat(PLAN.period().contains(LocalDate.of(2031, 1, 1))).isFalse();
    }

    @Test
    void hasTheAimsTopicsFormsChannelsAndRecipientsOfThePlan() {
        assertThat(PLAN.aims()).extracting(Aim::code).containsExactly("MD-1", "MD-2", "MD-3");
        assertThat(PLAN.topics())
                .extracting(topic ->
                        topic.subTopics().stream().map(SubTopic::letter).collect(joining(" ", topic.code() + ": ", "")))
                .containsExactly("ND-1: a b c", "ND-2: a b c d đ", "ND-3: a b c d đ e g", "ND-4: a b", "ND-5: a");
        assertThat(PLAN.topics())
                .filteredOn(Topic::open)
                .extracting(Topic::code)
                .containsExactly("ND-3");
        assertThat(PLAN.formsOfWork())
                .extracting(FormOfWork::code)
                .containsExactly("HT-1", "HT-2", "HT-3", "HT-4", "HT-5", "HT-6", "HT-7");
        assertThat(PLAN.channels())
                .extracting(Channel::code)
                .containsExactly(
                        "KENH-01", "KENH-02", "KENH-03", "KENH-04", "KENH-05", "KENH-06", "KENH-07", "KENH-08",
                        "KENH-09", "KENH-10", "KENH-11", "KENH-12", "KENH-13", "KENH-14", "KENH-15", "KENH-16",
                        "KENH-17", "KENH-18", "KENH-19");
        assertThat(PLAN.recipients())
                .extracting(Recipient::code)
                .containsExactly("NN-1", "NN-2", "NN-3", "NN-4", "NN-5", "NN-6", "NN-7");
        assertThat(PLAN.audiences()).hasSize(14);
    }

    @Test
    void hasTheSixteenDutiesWithTheirOwnersAndKinds() {
        var expected = new LinkedHashMap<String, String>();
        expected.put("VHTT-1a", "III.1 COORDINATION [phong-vhtt]");
        expected.put("VHTT-1b", "III.1 DISSEMINATION [phong-vhtt]");
        expected.put("VHTT-2", "III.1 INSPECTION [phong-vhtt]");
        expected.put("VHTT-3a", "III.1 MONITORING [phong-vhtt]");
        expected.put("VHTT-3b", "III.1 REPORT [phong-vhtt]");
        expected.put("KT-1a", "III.2 DISSEMINATION [phong-kinh-te, agencies]");
        expected.put("KT-1b", "III.2 INFORMATION [phong-kinh-te, agencies]");
        expected.put("KT-1c", "III.2 REPORT [phong-kinh-te, agencies]");
        expected.put("KT-2a", "III.2 DISSEMINATION [phong-kinh-te, agencies]");
        expected.put("KT-2b", "III.2 DISSEMINATION [phong-kinh-te, agencies]");
        expected.put("TTVH-1", "III.3 DISSEMINATION [tt-vhtt]");
        expected.put("TTVH-2", "III.3 DISSEMINATION [tt-vhtt]");
        expected.put("TTVH-3", "III.3 DISSEMINATION [tt-vhtt]");
        expected.put("XP-1", "III.4 DELEGATION [communes]");
        expected.put("XP-2", "III.4 DISSEMINATION [communes]");
        expected.put("XP-3", "III.4 REPORT [communes]");
        var found = new LinkedHashMap<String, String>();
        PLAN.duties().forEach(duty -> found.put(duty.code(), duty.clause() + " " + duty.kind() + " " + duty.owners()));
        assertThat(found).containsExactlyEntriesOf(expected);
        assertThat(PLAN.duties())
                .filteredOn(duty -> duty.role() == DutyRole.LEAD)
                .extracting(Duty::code)
                .containsExactly("VHTT-1a");
        assertThat(PLAN.duties())
                .filteredOn(duty -> duty.timing() == DutyTiming.ON_REQUEST)
                .extracting(Duty::code)
                .containsExactly("VHTT-3b", "KT-1c", "XP-3");
    }

    @Test
    void centreAndMassOrganisationsHaveNoDutyToReport() {
        assertThat(PLAN.duties())
                .filteredOn(duty -> duty.kind() == DutyKind.REPORT)
                .flatExtracting(Duty::owners)
                .doesNotContain("tt-vhtt", "mass-organisations");
    }

    @Test
    void everyQuoteStandsInTheSource() {
        var source = sourceText();
        assertThat(PLAN.quotations()).hasSizeGreaterThan(90).allSatisfy(quotation -> assertThat(source)
                .as(quotation.entry())
                .contains(quotation.quote()));
    }

    @Test
    void everyEntryIsQuoted() {
        var codes = Stream.of(
                        PLAN.aims().stream().map(Aim::code),
                        PLAN.topics().stream().map(Topic::code),
                        PLAN.topics().stream()
                                .flatMap(topic -> topic.subTopics().stream().map(SubTopic::code)),
                        PLAN.formsOfWork().stream().map(FormOfWork::code),
                        PLAN.channels().stream().map(Channel::code),
                        PLAN.audiences().stream().map(Audience::code),
                        PLAN.duties().stream().map(Duty::code),
                        PLAN.recipients().stream().map(Recipient::code),
                        Stream.of(
                                "number",
                                "issuedOn",
                                "place",
                                "title",
                                "issuer",
                                "leadAgency",
                                "superior",
                                "period",
                                "closing",
                                "signature"))
                .flatMap(all -> all)
                .toList();
        assertThat(PLAN.quotations()).extracting(Quotation::entry).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyWordOfTheSourceIsCovered() {
        assertThat(uncovered(sourceText(), PLAN.quotations(), PLAN.clauses())).isEmpty();
    }

    @Test
    void everyWordOfTheDutiesIsCoveredByADuty() {
        for (var clause : DUTY_CLAUSES) {
            var quotations = PLAN.duties().stream()
                    .filter(duty -> duty.clause().equals(clause))
                    .map(duty -> new Quotation(duty.code(), duty.clause(), duty.quote()))
                    .toList();
            assertThat(uncovered(textOf(clause), quotations, PLAN.clauses())).isEmpty();
        }
    }

    @Test
    void droppingADutyLeavesWordsUncovered() {
        for (var dropped : PLAN.duties()) {
            var others = PLAN.duties().stream()
                    .filter(duty -> duty.clause().equals(dropped.clause()) && !duty.equals(dropped))
                    .map(duty -> new Quotation(duty.code(), duty.clause(), duty.quote()))
                    .toList();
            assertThat(uncovered(textOf(dropped.clause()), others, PLAN.clauses()))
                    .as(dropped.code())
                    .isNotEmpty();
        }
    }

    @Test
    void everyBulletAndRecipientLineIsCoveredByAnEntry() throws IOException {
        var bullets = Pattern.compile("(?m)^- (.+(?:\\n\\n?[a-zà-ỹ].*)*)")
                .matcher(Files.readString(DIRECTORY.resolve(PlanFiles.SOURCE)));
        var found = new ArrayList<String>();
        while (bullets.find()) {
            found.add(PlanText.onOneLine(bullets.group(1)));
        }
        // 3 aims, 5 topics, 3 ways of communication, 11 duties, 7 recipients
        assertThat(found).hasSize(29).allSatisfy(bullet -> assertThat(PLAN.quotations())
                .anyMatch(quotation -> bullet.contains(quotation.quote())));
    }

    @Test
    void namesKnownChannelsForTheDutiesThatNameThem() {
        Map<String, List<String>> channels = new LinkedHashMap<>();
        PLAN.duties().stream()
                .filter(duty -> !duty.channels().isEmpty())
                .forEach(duty -> channels.put(duty.code(), duty.channels()));
        assertThat(channels)
                .containsExactly(
                        Map.entry("VHTT-1a", List.of("KENH-04")),
                        Map.entry("VHTT-1b", List.of("KENH-16")),
                        Map.entry("KT-2a", List.of("KENH-06", "KENH-07", "KENH-08", "KENH-17")),
                        Map.entry("KT-2b", List.of("KENH-18")),
                        Map.entry("TTVH-1", List.of("KENH-19")),
                        Map.entry("TTVH-2", List.of("KENH-04")),
                        Map.entry("XP-2", List.of("KENH-04")));
    }

    @Test
    void everyChannelOfADutySuitsItsOwners() {
        for (var duty : PLAN.duties()) {
            for (var code : duty.channels()) {
                if (duty.role() == DutyRole.DO) {
                    assertThat(PLAN.channel(code).suits())
                            .as(duty.code() + " " + code)
                            .containsAll(duty.owners());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DutyKind.class)
    void everyKindOfDutyIsCarriedOutByAProcess(DutyKind kind) throws IOException {
        var models = Path.of("processes");
        assertThat(kind.workProcess().orElse("duty-assignment"))
                .isIn("unit-campaign", "report-contribution", "duty-assignment");
        if (Files.isDirectory(models)) {
            try (var files = Files.walk(models)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .contains(kind.workProcess().orElse("duty-assignment") + ".bpmn");
            }
        }
    }

    @Test
    void hasTheUnitsOf2021() {
        assertThat(CHART.groups())
                .filteredOn(group -> group.id().equals("communes"))
                .singleElement()
                .satisfies(communes -> assertThat(communes.units())
                        .containsExactly(
                                "duong-dong",
                                "an-thoi",
                                "duong-to",
                                "ham-ninh",
                                "cua-duong",
                                "cua-can",
                                "ganh-dau",
                                "bai-thom",
                                "tho-chau"));
        assertThat(CHART.units()).hasSize(33);
        assertThat(CHART.people()).hasSameSizeAs(CHART.posts());
        assertThat(CHART.people()).extracting(person -> person.name()).doesNotHaveDuplicates();
        assertThat(CHART.posts())
                .extracting(post -> post.id())
                .contains(
                        "ubnd.head",
                        "ubnd.deputy",
                        "van-phong.clerk",
                        "van-phong.officer",
                        "phong-vhtt.officer",
                        "phong-vhtt.officer-2",
                        "duong-to.culture-officer",
                        "duong-to.broadcasting-officer",
                        "ban-bien-tap.head");
    }

    /** Words of the text that no heading covers and no quotation of the clause in which they stand. */
    private static List<String> uncovered(String text, List<Quotation> quotations, List<Clause> clauses) {
        var covered = new boolean[text.length()];
        clauses.stream().map(Clause::heading).forEach(heading -> cover(text, heading, covered));
        quotations.forEach(quotation -> coverIn(text, textOf(quotation.clause()), quotation.quote(), covered));
        var rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            rest.append(covered[i] ? '\n' : text.charAt(i));
        }
        return Arrays.stream(rest.toString().split("\\n+"))
                .filter(stretch -> stretch.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static void coverIn(String text, String clause, String quote, boolean[] covered) {
        int begin = text.indexOf(clause);
        for (int at = clause.indexOf(quote); at >= 0; at = clause.indexOf(quote, at + 1)) {
            Arrays.fill(covered, begin + at, begin + at + quote.length(), true);
        }
    }

    private static void cover(String text, String words, boolean[] covered) {
        int at = text.indexOf(words);
        if (at >= 0) {
            Arrays.fill(covered, at, at + words.length(), true);
        }
    }

    private static String textOf(String clause) {
        var source = new SourceText(READING.source());
        source.divide(PLAN.clauses());
        return source.clause(clause).orElseThrow();
    }

    private static String sourceText() {
        return PlanText.onOneLine(READING.source());
    }
}
