package vn.trienkhai.document;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Shows a Word file as PDF, by LibreOffice where the server has it. Each conversion has a profile of its own, so that none
 * waits for or disturbs another, and nothing of a file stays on the disk.
 */
@Component
class PdfPreview {

    private static final Logger LOG = LoggerFactory.getLogger(PdfPreview.class);

    static final String NOT_INSTALLED = "Máy chủ chưa cài LibreOffice nên không xem trước PDF được: hãy tải tệp Word.";
    static final String FAILED = "Không chuyển được tệp này sang PDF: hãy tải tệp Word.";
    static final String BUSY = "Máy chủ đang chuyển nhiều tệp sang PDF: hãy thử lại sau ít phút hoặc tải tệp Word.";

    /** LibreOffice takes some hundred megabytes each. */
    private static final int AT_ONCE = 2;

    private static final List<String> NAMES = List.of("soffice", "libreoffice", "soffice.exe");

    private static final List<String> USUAL_FOLDERS = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/usr/lib/libreoffice/program",
            "/opt/libreoffice/program",
            "/snap/bin",
            "/Applications/LibreOffice.app/Contents/MacOS",
            "C:\\Program Files\\LibreOffice\\program");

    private final RenderingSettings settings;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    PdfPreview(RenderingSettings settings) {
        this.settings = settings;
    }

    /** @param pdf empty if there is none @param note Vietnamese sentence that says why there is none; else empty */
    record Preview(Optional<byte[]> pdf, String note) {

        static Preview none(String note) {
            return new Preview(Optional.empty(), note);
        }
    }

    boolean isInstalled() {
        return converter().isPresent();
    }

    /** Takes seconds. */
    Preview of(byte[] docx) {
        var converter = converter();
        if (converter.isEmpty()) {
            return Preview.none(NOT_INSTALLED);
        }
        try {
            if (!new WordFile(docx).dangers().isEmpty()) {
                return Preview.none(FAILED);
            }
            if (!free.tryAcquire(settings.converterTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return Preview.none(BUSY);
            }
            try {
                return convert(converter.get(), docx);
            } finally {
                free.release();
            }
        } catch (WordUnreadable unreadable) {
            return Preview.none(unreadable.getMessage());
        } catch (IOException failed) {
            LOG.warn("A preview could not be made", failed);
            return Preview.none(FAILED);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Preview.none(FAILED);
        }
    }

    private Preview convert(Path converter, byte[] docx) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("preview");
        try {
            var source = Files.write(folder.resolve("van-ban.docx"), docx);
            var process = new ProcessBuilder(
                            converter.toString(),
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--norestore",
                            "--nolockcheck",
                            "--convert-to",
                            "pdf:writer_pdf_Export",
                            "--outdir",
                            folder.toString(),
                            source.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(settings.converterTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                kill(process);
                LOG.warn("LibreOffice did not finish within {}", settings.converterTimeout());
                return Preview.none(FAILED);
            }
            var pdf = folder.resolve("van-ban.pdf");
            if (process.exitValue() != 0 || !Files.isRegularFile(pdf)) {
                LOG.warn("LibreOffice made no PDF and ended with {}", process.exitValue());
                return Preview.none(FAILED);
            }
            return new Preview(Optional.of(Files.readAllBytes(pdf)), "");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The command is a script; the work is done by its children. */
    private static void kill(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(5, TimeUnit.SECONDS);
    }

    private Optional<Path> converter() {
        if (settings.converter() != null) {
            return Optional.of(settings.converter()).filter(Files::isExecutable);
        }
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        return Stream.concat(Stream.of(path), USUAL_FOLDERS.stream())
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> new File(folder, name).toPath()))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
