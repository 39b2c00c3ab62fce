package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PdfPreviewTests {

    @TempDir
    Path folder;

    private static PdfPreview preview(Path converter, Duration timeout) {
        return new PdfPreview(new RenderingSettings(null, converter, timeout));
    }

    @Test
    void saysSoWhereNoConverterIsInstalled() {
        var preview = preview(folder.resolve("soffice"), Duration.ofSeconds(5));
        assertThat(preview.isInstalled()).isFalse();
        assertThat(preview.of(DocumentSamples.report()).pdf()).isEmpty();
        assertThat(preview.of(DocumentSamples.report()).note())
                .isEqualTo("Máy chủ chưa cài LibreOffice nên không xem trước PDF được: hãy tải tệp Word.");
    }

    /** Files open where people work with LibreOffice, with everything in its place. */
    @Test
    void convertsEveryLayout() throws IOException {
        var preview = preview(null, Duration.ofMinutes(3));
        assumeThat(preview.isInstalled()).as("LibreOffice is installed").isTrue();
        var issued = DocumentSamples.word()
                .issue(
                        DocumentSamples.report(),
                        "5/BC-UBND",
                        LocalDate.of(2022, 1, 5),
                        new Signature(List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Huỳnh Quang Hưng"));
        for (var docx : List.of(issued, DocumentSamples.letter(), DocumentSamples.minutes(), DocumentSamples.slip())) {
            var made = preview.of(docx);
            assertThat(made.note()).isEmpty();
            assertThat(made.pdf()).get().satisfies(pdf -> assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-")
                    .contains("LiberationSerif-Bold"));
        }
        var text = textOf(preview.of(issued).pdf().orElseThrow());
        assumeThat(text).as("pdftotext is installed").isNotEmpty();
        assertThat(text)
                .contains(
                        "Số: 05/BC-UBND",
                        "Phú Quốc, ngày 05 tháng 01 năm 2022",
                        "Kết quả tuyên truyền quý III năm 2021",
                        "Trên đây là báo cáo kết quả tuyên truyền quý III năm 2021./.",
                        "Huỳnh Quang Hưng",
                        "Phụ lục II",
                        "Không có số liệu.");
    }

    private String textOf(byte[] pdf) throws IOException {
        var source = Files.write(folder.resolve("x.pdf"), pdf);
        try {
            var process = new ProcessBuilder("pdftotext", "-enc", "UTF-8", source.toString(), "-").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            return "";
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givesUpOnAConverterThatHangsOrFails() throws IOException {
        assertThat(preview(script("exec sleep 60"), Duration.ofMillis(300))
                        .of(DocumentSamples.letter())
                        .note())
                .isEqualTo("Không chuyển được tệp này sang PDF: hãy tải tệp Word.");
        assertThat(preview(script("exit 1"), Duration.ofSeconds(20))
                        .of(DocumentSamples.letter())
                        .pdf())
                .isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givesEachConversionAProfileAndLeavesNothingBehind() throws IOException {
        var seen = folder.resolve("seen");
        var preview = preview(
                script("echo \"$@\" >> " + seen + "; for a; do case $a in *.docx) cp $a ${a%.docx}.pdf;; esac; done"),
                Duration.ofSeconds(20));

        assertThat(preview.of(DocumentSamples.letter()).pdf()).isPresent();
        assertThat(preview.of(DocumentSamples.letter()).pdf()).isPresent();

        var calls = Files.readAllLines(seen);
        assertThat(calls)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(call -> call.contains("-env:UserInstallation=file:"));
        assertThat(calls).allSatisfy(call -> assertThat(Path.of(call.substring(call.lastIndexOf(' ') + 1)))
                .doesNotExist());
    }

    private Path script(String body) throws IOException {
        var script = Files.writeString(Files.createTempFile(folder, "soffice", ""), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void showsNothingOfAFileThatFetches() {
        var fetching = WordReading.edited(
                DocumentSamples.report(),
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\""
                        + " Target=\"http://example.org/x.png\" TargetMode=\"External\"/></Relationships>");
        assertThat(preview(Path.of("/bin/true"), Duration.ofSeconds(5))
                        .of(fetching)
                        .pdf())
                .isEmpty();
    }
}
