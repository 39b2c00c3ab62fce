package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Unit;

/** What is wrong in a plan's files is told with file, line, what was expected and what was found, all at once. */
class PlanLoadingTests {

    private static final PlanFiles GOOD = PlanFiles.in(Path.of("src/test/resources/test-plans/12-kh-ubnd-2022"));
    private static final KnownUnits NONE = KnownUnits.of(List.of(), List.of());

    private String plan = text(GOOD.plan());
    private String source = text(GOOD.source());
    private String organisation = text(GOOD.organisation());

    @Test
    void readsAPlanOfAnotherKind() {
        var read = PlanReading.of(files(), NONE).plan();
        assertThat(read.number()).isEqualTo("12/KH-UBND");
        assertThat(read.superior()).isEmpty();
        assertThat(read.aims()).isEmpty();
        assertThat(read.duties()).extracting(Duty::code).containsExactly("DC-1", "TH-1", "TH-2");
        assertThat(read.duty("DC-1").kind()).isEqualTo(DutyKind.RESULT);
        assertThat(read.clause("2").heading()).isEqualTo("2. Phân công");
    }

    @Test
    void readsAStoredPlanAgainAsItWas() {
        var read = PlanReading.of(files(), NONE);
        assertThat(PlanReading.again("12-kh-ubnd-2022", read.definition(), read.source()))
                .isEqualTo(read.plan());
    }

    @Test
    void comparesWordsComposedAndLineBreaksAside() {
        source = Normalizer.normalize(source, Normalizer.Form.NFD).replace("trồng và", "trồng\n\n   và");
        assertThat(PlanReading.of(files(), NONE).plan().duties()).hasSize(3);
    }

    @Test
    void saysInVietnameseWhatAPlanDoesNotHave() {
        var read = PlanReading.of(files(), NONE).plan();
        var unknown = catchThrowableOfType(PlanEntryUnknown.class, () -> read.duty("KT-2a"));
        assertThat(unknown).hasMessage("Kế hoạch số 12/KH-UBND không có nhiệm vụ mang mã “KT-2a”.");
    }

    @Test
    void refusesAnUnknownUnit() {
        plan = plan.replaceFirst("owners: \\[xa-xanh-dia-chinh]", "owners: [phong-la]");
        assertThat(problems())
                .containsExactly("12-kh-ubnd-2022/plan.yml:%d: mong đợi mã của một đơn vị hoặc nhóm đơn vị có trong"
                                .formatted(lineOf("owners: [phong-la]"))
                        + " organisation.yml, gặp “phong-la”");
    }

    @Test
    void refusesACodeUsedTwice() {
        plan = plan.replace("code: TH-2", "code: TH-1");
        assertThat(problems())
                .containsExactly("12-kh-ubnd-2022/plan.yml:%d: mong đợi mã chưa dùng, gặp “TH-1” đã dùng ở dòng %d"
                        .formatted(lineOf("name: Báo cáo") - 1, lineOf("code: TH-1")));
    }

    @Test
    void refusesAMissingQuote() {
        plan = plan.replace("    quote: phát động học sinh tham gia\n", "");
        assertThat(problems())
                .containsExactly("12-kh-ubnd-2022/plan.yml:%d: mong đợi trường “quote”, gặp không có"
                        .formatted(lineOf("code: TH-1")));
    }

    @Test
    void refusesAQuoteThatDoesNotStandInItsClause() {
        plan = plan.replace("quote: phát động học sinh tham gia", "quote: trồng 500 cây bản địa");
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("mong đợi lời nguyên văn của mục 2 trong source.txt, gặp “trồng 500 cây bản địa”")
                .startsWith("12-kh-ubnd-2022/plan.yml:%d:".formatted(lineOf("code: TH-1") + 8));
    }

    @Test
    void refusesAnEmptyPlan() {
        plan = "";
        assertThat(problems()).containsExactly("12-kh-ubnd-2022/plan.yml:1: mong đợi nội dung, gặp tệp trống");
        plan = "# chỉ có lời bình\n";
        assertThat(problems()).containsExactly("12-kh-ubnd-2022/plan.yml:1: mong đợi các trường YAML, gặp tệp trống");
    }

    @Test
    void refusesWhatIsNotYaml() {
        plan = plan.replace("topics:", "topics: [");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("12-kh-ubnd-2022/plan.yml:")
                .contains("mong đợi YAML đúng cú pháp, gặp lỗi: ");
        plan = "một câu không phải YAML có trường";
        assertThat(problems())
                .containsExactly(
                        "12-kh-ubnd-2022/plan.yml:1: mong đợi các trường YAML, gặp một giá trị không có tên trường");
    }

    @Test
    void refusesAnotherEncodingThanUtf8() {
        var files = files();
        var inWindowsEncoding = new PlanFiles(
                files.directory(),
                Optional.of("id: x\ntitle: Tr\u00e0".getBytes(Charset.forName("windows-1252"))),
                files.source(),
                files.organisation());
        assertThat(problemsOf(inWindowsEncoding))
                .containsExactly(
                        "12-kh-ubnd-2022/plan.yml:2: mong đợi chữ mã hóa UTF-8, gặp byte 0xE0 không phải UTF-8");
    }

    @Test
    void refusesAMissingFile() {
        var files = new PlanFiles("x", GOOD.plan(), Optional.empty(), GOOD.organisation());
        assertThat(problemsOf(files))
                .containsExactly("x/source.txt:1: mong đợi tệp này trong thư mục của kế hoạch, gặp không có tệp");
    }

    @Test
    void refusesMissingAndUnknownFields() {
        plan = plan.replace("    timing: NONE\n", "    deadline: mai\n");
        assertThat(problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).endsWith("mong đợi trường “timing”, gặp không có"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains(":%d: mong đợi một trong các trường ".formatted(lineOf("deadline")))
                        .endsWith("gặp trường “deadline”"));
    }

    @Test
    void refusesAFieldGivenTwice() {
        plan = plan.replace("    timing: NONE\n", "    timing: NONE\n    timing: REGULAR\n");
        assertThat(problems()).singleElement().asString().endsWith("mỗi trường một lần, gặp trường “timing” lặp lại");
    }

    @Test
    void refusesUnknownKindsChannelsMeasuresAndClauses() {
        plan = plan.replace("kind: RESULT", "kind: PARTY")
                .replace("measures: [BROADCASTS]", "measures: [SONGS]")
                .replace("channels: [LOA]", "channels: [DAI]")
                .replace("type: LOUDSPEAKER", "type: RADIO")
                .replace("clause: \"3\"", "clause: \"4\"");
        assertThat(problems())
                .hasSize(5)
                .anySatisfy(problem -> assertThat(problem)
                        .contains(":%d: mong đợi một trong COORDINATION, ".formatted(lineOf("kind: PARTY")))
                        .endsWith("gặp “PARTY”"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("ITEMS, BROADCASTS").endsWith("gặp “SONGS”"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("một kênh đã khai").endsWith("gặp “DAI”"))
                .anySatisfy(problem -> assertThat(problem).contains("PORTAL, ").endsWith("gặp “RADIO”"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("một mục đã khai").endsWith("gặp “4”"));
    }

    @Test
    void refusesADateThatIsNotUnderstood() {
        plan = plan.replace("value: 2022-01-15", "value: 15/01/2022").replace("to: 2022-12-31", "to: 2021-12-31");
        assertThat(problems())
                .containsExactly(
                        "12-kh-ubnd-2022/plan.yml:%d: mong đợi ngày theo dạng năm-tháng-ngày ở “value”, ví dụ 2021-06-10, gặp “15/01/2022”"
                                .formatted(lineOf("issuedOn")),
                        "12-kh-ubnd-2022/plan.yml:%d: mong đợi ngày không trước “from” (2022-02-01), gặp 2021-12-31"
                                .formatted(lineOf("period")));
    }

    @Test
    void refusesADutyWithoutOwner() {
        plan = plan.replaceFirst("owners: \\[xa-xanh-dia-chinh]", "owners: []");
        assertThat(problems())
                .containsExactly(
                        "12-kh-ubnd-2022/plan.yml:%d: mong đợi ít nhất một đơn vị thực hiện DC-1, gặp không có đơn vị nào"
                                .formatted(lineOf("owners: []")));
    }

    @Test
    void refusesAPlanWithoutLeadAgencyOrDuties() {
        plan = plan.replaceFirst("leadAgency: .*\n", "")
                .replaceFirst("(?s)duties:.*recipients:", "duties: []\nrecipients:");
        assertThat(problems())
                .containsExactly(
                        "12-kh-ubnd-2022/plan.yml:2: mong đợi mục “leadAgency”, gặp không có",
                        "12-kh-ubnd-2022/plan.yml:%d: mong đợi ít nhất một mục ở “duties”, gặp không có mục nào"
                                .formatted(lineOf("duties: []")));
    }

    @Test
    void refusesDutiesForMassOrganisations() {
        organisation = organisation.replace("PUBLIC_SERVICE", "MASS_ORGANISATION");
        assertThat(problems()).hasSize(2).allSatisfy(problem -> assertThat(problem)
                .endsWith(
                        "mong đợi đơn vị được giao việc, gặp “xa-xanh-truong-hoc” là đoàn thể, chỉ đề nghị phối hợp"));
    }

    @Test
    void refusesAnOrganisationThatIsNotInOrder() {
        organisation = organisation
                .replace("id: xa-xanh-truong-hoc", "id: xa-xanh-dia-chinh")
                .replace("kind: OFFICE", "kind: SHOP")
                .replace("role: head, title: Phụ trách", "role: officer-2, title: Phụ trách");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("12-kh-ubnd-2022/organisation.yml:9: mong đợi mã chưa dùng,"
                                + " gặp “xa-xanh-dia-chinh” đã dùng ở dòng 2"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("12-kh-ubnd-2022/organisation.yml:5: mong đợi một trong LEADERSHIP"))
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("12-kh-ubnd-2022/organisation.yml:6: mong đợi một chức danh đứng đầu (head) của"
                                + " “xa-xanh-dia-chinh”, gặp không có"));
    }

    @Test
    void givesEverybodyAnAddressOfTheMailDomainUnlessTheyStateTheirOwn() {
        organisation = "mailDomain: xa-xanh.example\n"
                + organisation.replace(
                        "title: Phụ trách địa chính xã",
                        "title: Phụ trách địa chính xã, email: dia.chinh@tinh.example");

        var chart = PlanReading.of(files(), NONE).chart().orElseThrow();

        assertThat(chart.units()).extracting(Unit::email).contains("xa-xanh-dia-chinh@xa-xanh.example");
        assertThat(chart.people())
                .extracting(Person::email)
                .contains("dia.chinh@tinh.example", "xa-xanh-dia-chinh.officer@xa-xanh.example");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        organisation = organisation.replace("kind: OFFICE", "kind: OFFICE\n    email: dia chinh");
        assertThat(problems())
                .containsExactly("12-kh-ubnd-2022/organisation.yml:6: mong đợi địa chỉ thư điện tử, gặp “dia chinh”");
    }

    @Test
    void tellsProblemsOfBothFilesAtOnce() {
        organisation = organisation.replace("kind: OFFICE", "kind: SHOP");
        plan = plan.replace("kind: RESULT", "kind: PARTY");
        assertThat(problems())
                .extracting(problem -> problem.split(":")[0])
                .containsExactly("12-kh-ubnd-2022/organisation.yml", "12-kh-ubnd-2022/plan.yml");
    }

    private List<String> problems() {
        return problemsOf(files());
    }

    private static List<String> problemsOf(PlanFiles files) {
        return catchThrowableOfType(PlanInvalid.class, () -> PlanReading.of(files, NONE)).problems().stream()
                .map(PlanProblem::toString)
                .toList();
    }

    private PlanFiles files() {
        return new PlanFiles("12-kh-ubnd-2022", bytes(plan), bytes(source), bytes(organisation));
    }

    private int lineOf(String words) {
        return (int) plan.substring(0, plan.indexOf(words)).lines().count()
                + (plan.charAt(plan.indexOf(words) - 1) == '\n' ? 1 : 0);
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Optional<byte[]> content) {
        return new String(content.orElseThrow(), StandardCharsets.UTF_8);
    }
}
