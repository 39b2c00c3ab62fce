package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.Browserless;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;

/** The page "Văn bản", the files and the dossiers, as they are met over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(TestMaker.class)
@DirtiesContext
class DocumentGateTests {

    private static final String PLAN = "269-kh-ubnd-2021";
    private static final String DRAFTER = "phong-vhtt.officer";
    private static final String STRANGER = "y-te.officer";

    @LocalServerPort
    int port;

    @Autowired
    Documents documents;

    @Autowired
    Assignments assignments;

    @Autowired
    DocumentRegister register;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Attachments attachments;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @Test
    void showsDraftsOnlyToWhomTheyConcern() throws Exception {
        var id = drafted("Dự thảo kín");

        for (var user : List.of(DRAFTER, "phong-vhtt.head", "ubnd.head", "van-phong.clerk")) {
            assertThat(Browserless.signedIn(port, user)
                            .get("/api/documents/" + id)
                            .statusCode())
                    .as(user)
                    .isEqualTo(200);
            assertThat(titles(user, "text=du%20thao%20kin")).as(user).containsExactly("Dự thảo kín");
        }
        for (var user : List.of(STRANGER, "admin")) {
            var person = Browserless.signedIn(port, user);
            for (var path : List.of("", "/file.docx", "/file.pdf")) {
                assertThat(person.get("/api/documents/" + id + path).statusCode())
                        .as(user + path)
                        .isEqualTo(404);
            }
            assertThat(person.post("/api/documents/" + id + "/versions", "{\"attachment\": \"" + id + "\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(titles(user, "text=du%20thao%20kin")).as(user).isEmpty();
        }
        assertThat(Browserless.anonymous(port).get("/api/documents").statusCode())
                .isEqualTo(401);
    }

    @Test
    void showsAMassOrganisationWhatWasIssuedAboutWhatItWasAsked() throws Exception {
        var asked = issuedAbout("KT-1b", "Thông báo về việc được hỏi");
        var draft = documents.draft(orderAbout("KT-1b", "Dự thảo về việc được hỏi"), DRAFTER);
        var ofAnother = issuedAbout("KT-2a", "Thông báo về việc khác, không được hỏi");
        assertThat(Browserless.signedIn(port, "ldld.officer")
                        .get("/api/documents/" + asked)
                        .statusCode())
                .as("not asked yet")
                .isEqualTo(404);

        assignments.open(
                new AssignmentOrder(
                        PLAN,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "ldld",
                        "phong-vhtt",
                        "KT-1b – phối hợp",
                        null,
                        LocalDate.of(2030, 12, 31),
                        null),
                "phong-vhtt.head");

        var person = Browserless.signedIn(port, "ldld.officer");
        assertThat(person.get("/api/documents/" + asked).statusCode()).isEqualTo(200);
        assertThat(person.get("/api/documents/" + asked + "/file.docx").statusCode())
                .isEqualTo(200);
        assertThat(titles("ldld.officer", "text=duoc%20hoi")).containsExactly("Thông báo về việc được hỏi");
        for (var hidden : List.of(draft, ofAnother)) { // not issued; about what it was not asked
            for (var path : List.of("", "/file.docx", "/file.pdf")) {
                assertThat(person.get("/api/documents/" + hidden + path).statusCode())
                        .as(hidden + path)
                        .isEqualTo(404);
            }
        }
        assertThat(Browserless.signedIn(port, "mttq.officer")
                        .get("/api/documents/" + asked)
                        .statusCode())
                .as("another that was not asked")
                .isEqualTo(404);
    }

    private static DocumentOrder orderAbout(String clause, String title) {
        return new DocumentOrder(
                DocumentType.NOTICE,
                "ubnd",
                "phong-vhtt",
                PLAN,
                List.of(clause),
                Urgency.ORDINARY,
                new DocumentOrder.Source("test", UUID.randomUUID().toString()),
                DocumentScenario.text(title));
    }

    private UUID issuedAbout(String clause, String title) {
        var id = documents.draft(orderAbout(clause, title), DRAFTER);
        sign(id);
        register.numberHere(id, today(), "van-phong.clerk");
        return id;
    }

    @Test
    void findsIssuedDocumentsByEveryDescription() throws Exception {
        var id = issued(DocumentType.PROPOSAL, "Đề nghị cấp 50% kinh phí_tuyên truyền");
        var number = register.get(id).number().orElseThrow();
        var today = VietnamTime.format(today()).replace("/", "%2F");

        for (var query : List.of(
                "number=" + number.replace("/", "%2F").toLowerCase(),
                "type=PROPOSAL",
                "unit=ubnd&type=PROPOSAL",
                "unit=phong-vhtt&type=PROPOSAL",
                "clause=vhtt-1C&type=PROPOSAL",
                "text=de%20nghi%20cap%2050%25",
                "text=kinh%20phi_tuyen",
                "from=" + today + "&to=" + today + "&type=PROPOSAL",
                "plan=" + PLAN + "&type=PROPOSAL")) {
            assertThat(titles(STRANGER, query)).as(query).containsExactly("Đề nghị cấp 50% kinh phí_tuyên truyền");
        }
        for (var query : List.of(
                "number=999",
                "unit=y-te",
                "clause=VHTT-1x",
                "text=de%20nghi%25kinh",
                "text=phi%25tuyen",
                "to=01%2F01%2F2000",
                "plan=khac")) {
            assertThat(titles(STRANGER, query)).as(query).isEmpty();
        }
        assertThat(Browserless.signedIn(port, STRANGER)
                        .get("/api/documents?from=32%2F01%2F2021")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void findsWhatCanBeAmendedByNumberOrTitleInOneField() throws Exception {
        var id = issued(DocumentType.PROGRAMME, "Chương trình để đính chính");
        var number = register.get(id).number().orElseThrow().replace("/", "%2F");
        drafted("Dự thảo để đính chính");

        assertThat(titles(STRANGER, "amendable=true&words=" + number)).containsExactly("Chương trình để đính chính");
        assertThat(titles(DRAFTER, "amendable=true&words=de%20dinh%20chinh"))
                .containsExactly("Chương trình để đính chính");
        assertThat(titles(DRAFTER, "words=de%20dinh%20chinh"))
                .containsExactlyInAnyOrder("Chương trình để đính chính", "Dự thảo để đính chính");
        assertThat(titles(DRAFTER, "amendable=true&words=khong%20co")).isEmpty();
    }

    /** The clause III.2 holds KT-1a, KT-1b, KT-1c and KT-2a. */
    @Test
    void findsWhatWasMadeAboutADutyUnderItsClauseToo() throws Exception {
        documents.draft(
                new DocumentOrder(
                        DocumentType.SUBMISSION_SLIP,
                        "phong-vhtt",
                        "phong-vhtt",
                        PLAN,
                        List.of("KT-1c"),
                        Urgency.ORDINARY,
                        new DocumentOrder.Source("test", UUID.randomUUID().toString()),
                        DocumentScenario.text("Chỉ mang mã nhiệm vụ")),
                DRAFTER);

        for (var clause : List.of("III.2", "iii.2", "KT-1c", "kt-1C")) {
            assertThat(titles(DRAFTER, "text=chi%20mang%20ma&clause=" + clause))
                    .as(clause)
                    .containsExactly("Chỉ mang mã nhiệm vụ");
        }
        for (var clause : List.of("III.3", "KT-1a")) {
            assertThat(titles(DRAFTER, "text=chi%20mang%20ma&clause=" + clause))
                    .as(clause)
                    .isEmpty();
        }
    }

    @Test
    void callsPlansByTheirNumber() throws Exception {
        drafted("Có kế hoạch");
        var person = Browserless.signedIn(port, DRAFTER);

        assertThat(json.readTree(person.get("/api/documents/options").body())
                        .path("plans")
                        .findValuesAsText("label"))
                .contains("Kế hoạch số 269/KH-UBND ngày 10/06/2021");
        issued(DocumentType.NOTICE, "Vào hồ sơ");
        assertThat(person.get("/api/dossiers/plans/" + PLAN + "/duties/VHTT-1c.zip")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValueSatisfying(disposition ->
                        assertThat(disposition).contains("269-KH-UBND%20ng%C3%A0y%2010-06-2021%2C%20VHTT-1c.zip"));
    }

    @Test
    void listsNewestFirstPageByPage() throws Exception {
        for (int i = 1; i <= 51; i++) {
            documents.draft(
                    DocumentScenario.order(DocumentType.PLAN, "phong-vhtt", "phong-vhtt", "Trang " + i), DRAFTER);
        }
        var first = page(DRAFTER, "type=PLAN");
        var second = page(DRAFTER, "type=PLAN&page=1");

        assertThat(first.path("total").asInt()).isEqualTo(51);
        assertThat(first.path("documents")).hasSize(50);
        assertThat(first.at("/documents/0/title").asText()).isEqualTo("Trang 51");
        assertThat(second.path("documents")).hasSize(1);
        assertThat(second.at("/documents/0/title").asText()).isEqualTo("Trang 1");
    }

    @Test
    void givesTheFileOfTheCurrentOrOfAnEarlierVersion() {
        var id = issued(DocumentType.NOTICE, "Thông báo lịch");
        var person = Browserless.signedIn(port, STRANGER);

        var current = person.get("/api/documents/" + id + "/file.docx");
        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(current.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(current.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("TB-UBND");
        assertThat(person.get("/api/documents/" + id + "/file.docx?version=1").statusCode())
                .isEqualTo(200);
        assertThat(person.get("/api/documents/" + id + "/file.docx?version=9").statusCode())
                .isEqualTo(404);
        assertThat(person.get("/api/documents/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(person.get("/api/documents/khong-co").statusCode()).isEqualTo(404);
        assertThat(person.get("/api/documents/" + id + "/file.pdf").statusCode())
                .as("a PDF, or a sentence why there is none")
                .isIn(200, 503);
    }

    @Test
    void takesAnEditedFileAndVoidsWhatWasChecked() throws Exception {
        var drafter = Browserless.signedIn(port, DRAFTER);
        var id = drafted("Sửa trên trang");
        register.checkContent(id, true, null, "phong-vhtt.head");
        var bytes = edited(register.bytesOf(register.current(register.get(id))));
        var upload = attachments.store("sua.docx", bytes, DRAFTER).id();

        var answer = drafter.post(
                "/api/documents/" + id + "/versions", "{\"attachment\": \"" + upload + "\", \"what\": \"Thêm câu\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var detail = json.readTree(answer.body());
        assertThat(detail.at("/files/versions/0/what").asText()).isEqualTo("Thêm câu");
        assertThat(detail.at("/files/marks/0/holds").asBoolean()).isFalse();
        assertThat(drafter.post("/api/documents/" + id + "/versions", "{}").statusCode())
                .isEqualTo(422);
        assertThat(drafter.postFromAnotherSite("/api/documents/" + id + "/versions", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void savesTheDossierOfADutyWithItsIndex() throws Exception {
        var id = issued(DocumentType.MINUTES, "Biên bản <kiểm tra> & \"ký\"");
        var outside = drafted("Số ngoài");
        sign(outside);
        var scan = attachments
                .store("bản ký.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), "van-phong.clerk")
                .id();
        register.numberOutside(outside, "77/KH-KHAC", today(), Set.of(scan), "van-phong.clerk");
        drafted("Chưa phát hành, không vào hồ sơ");

        var person = Browserless.signedIn(port, STRANGER);
        assertThat(person.get("/api/dossiers/plans/" + PLAN + ".zip").statusCode())
                .isEqualTo(200);
        assertThat(person.get("/api/dossiers/plans/" + PLAN + "/duties/VHTT-1c.zip")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/zip");
        assertThat(person.get("/api/dossiers/plans/" + PLAN + "/duties/KHAC.zip")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browserless.anonymous(port)
                        .get("/api/dossiers/plans/" + PLAN + ".zip")
                        .statusCode())
                .isEqualTo(401);

        var files = unzipped(new DossierScope(PLAN, "VHTT-1c", STRANGER));
        var number = register.get(id).number().orElseThrow().replace('/', '-');
        var path = "van-ban/" + today() + "-" + number + ".docx";
        assertThat(files).containsKeys("muc-luc.html", "muc-luc.xlsx", path);
        assertThat(DocumentRegister.sha256Of(files.get(path)))
                .isEqualTo(register.current(register.get(id)).sha256());
        assertThat(files.keySet()).anyMatch(name -> name.contains("77-KH-KHAC-ban-chup-ban-ky.pdf"));
        var html = new String(files.get("muc-luc.html"), StandardCharsets.UTF_8);
        assertThat(html)
                .contains("Biên bản &lt;kiểm tra&gt; &amp; &quot;ký&quot;")
                .contains(DocumentRegister.sha256Of(files.get(path)))
                .doesNotContain("Chưa phát hành, không vào hồ sơ");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(files.get("muc-luc.xlsx")))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(files.size() - 2);
        }
    }

    @Test
    void runsOnlyItsOwnScripts() {
        var page = Browserless.signedIn(port, "van-phong.officer").get("/trien-khai/van-ban.html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'; script-src 'self';");
    }

    private Map<String, byte[]> unzipped(DossierScope scope) throws Exception {
        var out = new ByteArrayOutputStream();
        dossiers.write("Hồ sơ", dossiers.entriesOf(scope), out);
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] edited(byte[] bytes) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Thêm một câu.");
            document.write(out);
            return out.toByteArray();
        }
    }

    private LocalDate today() {
        return VietnamTime.dateOf(clock.instant());
    }

    private UUID drafted(String title) {
        return documents.draft(DocumentScenario.order(DocumentType.REPORT, "ubnd", "phong-vhtt", title), DRAFTER);
    }

    private UUID issued(DocumentType type, String title) {
        var id = documents.draft(DocumentScenario.order(type, "ubnd", "phong-vhtt", title), DRAFTER);
        sign(id);
        register.numberHere(id, today(), "van-phong.clerk");
        return id;
    }

    private void sign(UUID id) {
        register.checkContent(id, true, null, "phong-vhtt.head");
        register.checkForm(id, true, null, "van-phong.officer");
        register.sign(id, true, null, null, "ubnd.deputy");
    }

    private List<String> titles(String userId, String query) throws Exception {
        return page(userId, query).path("documents").findValuesAsText("title");
    }

    private JsonNode page(String userId, String query) throws Exception {
        var answer = Browserless.signedIn(port, userId).get("/api/documents?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
