package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.Browserless;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormRefused;

/** What somebody tries with files: their content, their names, their size, and the ids of other people's. */
class AttacksWithFilesTests extends OverHttpTest {

    private static final String OFFICER = World.UNIT + ".officer";
    private static final String STRANGER = "y-te.officer";
    private static final String PASSWD = "root:";

    @Autowired
    Attachments attachments;

    @Autowired
    EvidenceBook evidence;

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("a page called a picture", "anh.png", "<html><script>alert(1)</script></html>"),
                Arguments.of(
                        "a drawing with a script",
                        "anh.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                Arguments.of(
                        "a drawing with an external entity",
                        "anh.svg",
                        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>"),
                Arguments.of(
                        "XML",
                        "x.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"),
                Arguments.of("a program", "chay.png", "\u007fELF\u0002\u0001\u0001"),
                Arguments.of("a shell script", "chay.png", "#!/bin/sh\nrm -rf /\n"),
                Arguments.of("nothing", "rong.png", ""));
    }

    @ParameterizedTest(name = "upload: {0}")
    @MethodSource("contents")
    void whatIsNoDocumentAndNoPictureIsNotKept(String name, String file, String content) {
        var before = state();

        var answer = as(OFFICER).upload(file, content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain(PASSWD);
        assertThat(state()).isEqualTo(before);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("../../../etc/passwd.png", "passwd.png"),
                Arguments.of("..\\..\\windows\\anh.png", "anh.png"),
                Arguments.of("/etc/cron.d/anh.png", "anh.png"),
                Arguments.of("C:\\anh.png", "anh.png"),
                Arguments.of("anh.png\u0000.exe.png", "anh.png_.exe.png"),
                Arguments.of("<img src=x onerror=alert(1)>.png", "_img src=x onerror=alert(1)_.png"),
                Arguments.of("a\r\nSet-Cookie: x=1.png", "a__Set-Cookie_ x=1.png"),
                Arguments.of("=HYPERLINK(\"x\").png", "=HYPERLINK(_x_).png"));
    }

    @ParameterizedTest(name = "name: {0}")
    @MethodSource("names")
    void aNameIsNoPathAndNoHeader(String given, String kept) {
        var file = attachments.store(given, World.PNG, OFFICER);

        assertThat(file.name()).isEqualTo(kept);
        var answer = as(OFFICER).get("/api/attachments/" + file.id());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .doesNotContain("\r", "\n", "<")
                .contains("filename*=UTF-8''");
    }

    @Test
    void aPictureThatIsAlsoAPageRunsNothing() {
        var polyglot = new ByteArrayOutputStream();
        polyglot.writeBytes(World.PNG);
        polyglot.writeBytes(World.text("<html><script>alert(1)</script>"));
        var id = id(as(OFFICER).upload("anh.png", polyglot.toByteArray()));

        var answer = as(OFFICER).get("/api/attachments/" + id);

        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'none'");
    }

    @Test
    void aTextIsSavedAndNotShown() {
        var id = id(as(OFFICER).upload("ghi-chu.txt", World.text("Ghi chú <script>alert(1)</script> của cán bộ.")));

        assertThat(as(OFFICER)
                        .get("/api/attachments/" + id)
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .startsWith("attachment");
    }

    static Stream<Arguments> wordFiles() {
        var entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>";
        return Stream.of(
                Arguments.of(
                        "an external entity in its text",
                        Map.of("word/document.xml", entity + "<w:document>&y;</w:document>")),
                Arguments.of(
                        "an external entity in its list of types",
                        Map.of("[Content_Types].xml", entity + "<Types>&y;</Types>")),
                Arguments.of(
                        "entities that grow",
                        Map.of(
                                "word/document.xml",
                                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>")),
                Arguments.of("60 MB of blanks", Map.of("word/document.xml", " ".repeat(60_000_000))),
                Arguments.of("a name outside of it", Map.of("../../../../tmp/x.xml", "<x/>")));
    }

    @ParameterizedTest(name = "Word: {0}")
    @MethodSource("wordFiles")
    void aHostileWordFileBecomesNoVersion(String name, Map<String, String> parts) throws IOException {
        var draft = world.known("draft");
        var before = count("document_version");
        var begun = Instant.now(Clock.systemUTC());
        var upload = as(OFFICER).upload("van-ban.docx", changed(as(OFFICER), draft, parts));

        if (upload.statusCode() == 200) {
            var answer = as(OFFICER)
                    .post("/api/documents/" + draft + "/versions", "{\"attachment\": \"" + id(upload) + "\"}");
            assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain(PASSWD);
        } else {
            assertThat(upload.statusCode()).as(upload.body()).isEqualTo(422);
        }

        assertThat(count("document_version")).isEqualTo(before);
        assertThat(Duration.between(begun, Instant.now(Clock.systemUTC()))).isLessThan(Duration.ofSeconds(30));
    }

    /** The draft's own file, with parts of it replaced. */
    private byte[] changed(Browserless who, String draft, Map<String, String> parts) throws IOException {
        var word = who.bytes("/api/documents/" + draft + "/file.docx");
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(word));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!parts.containsKey(entry.getName())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(World.text(part.getValue()));
            }
        }
        return out.toByteArray();
    }

    @Test
    void aWorkbookWithAnExternalEntityIsKeptUnread() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : new String[] {"[Content_Types].xml", "xl/workbook.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(World.text("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"));
            }
        }

        var answer = as(OFFICER).upload("so-lieu.xlsx", out.toByteArray());

        assertThat(answer.body()).doesNotContain(PASSWD);
        assertThat(answer.statusCode()).isIn(200, 422);
    }

    @Test
    void aBodyLargerThanAnyFormIsRefused() {
        var answer = as(OFFICER).post("/api/calendar-feeds", "{\"owner\": \"" + "x".repeat(9_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Nội dung quá dài");
    }

    @Test
    void aBodyWhoseLengthNobodySaysIsRefused() {
        for (var path : new String[] {"/api/calendar-feeds", ENGINE + "/task"}) {
            var answer = as(OFFICER).send(path, request -> request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(World.text("{\"owner\": \"PERSON\"}")))));
            assertThat(answer.statusCode()).as(path).isEqualTo(411);
        }
    }

    @Test
    void aFileOfAnotherUnitIsNotReadByItsId() {
        var answer = as(STRANGER).get("/api/attachments/" + world.known("evidenceFile"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("anh.png");
    }

    @Test
    void aFileOfAnotherUnitDoesNotBecomeOnesOwn() {
        var file = UUID.fromString(world.known("evidenceFile"));

        assertThatThrownBy(() -> evidence.record(evidenceOf("y-te", file), STRANGER))
                .isInstanceOf(FormRefused.class);
        assertThat(as(STRANGER).get("/api/attachments/" + file).statusCode()).isEqualTo(404);
    }

    @Test
    void whatSomebodyJustUploadedIsNotTakenByAnother() {
        var file = UUID.fromString(world.made("upload"));

        assertThat(as(World.UNIT + ".head").get("/api/attachments/" + file).statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> evidence.record(evidenceOf("y-te", file), STRANGER))
                .isInstanceOf(FormRefused.class);
    }

    @Test
    void noIdIsTakenForAPath() {
        for (var id : new String[] {"..%2F..%2Fetc%2Fpasswd", "1", "' or 1=1 --".replace(" ", "%20"), "%00"}) {
            assertThat(as(OFFICER).get("/api/attachments/" + id).statusCode())
                    .as(id)
                    .isIn(400, 404);
        }
    }

    private static EvidenceEntry evidenceOf(String unit, UUID file) {
        var day = LocalDate.of(2021, 7, 1);
        return new EvidenceEntry(
                ProcessTest.PLAN_269,
                unit,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                day,
                day,
                null,
                null,
                null,
                Map.of(),
                Set.of(file));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private String id(HttpResponse<String> upload) {
        try {
            JsonNode body = json.readTree(upload.body());
            return body.path("id").asText();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
