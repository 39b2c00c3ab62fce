package vn.trienkhai.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import vn.trienkhai.form.FormRefused;

/** A file that somebody edited and gives back: a real Word document, without programs in it. */
final class EditedWordFile {

    private static final int MOST_PARTS = 5_000;

    private EditedWordFile() {}

    /** @throws FormRefused if it is none, or holds macros */
    static void require(byte[] bytes) {
        var parts = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.add(part.getName().toLowerCase(Locale.ROOT));
                if (parts.size() > MOST_PARTS) {
                    throw notWord();
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw notWord();
        }
        if (!parts.contains("[content_types].xml") || !parts.contains("word/document.xml")) {
            throw notWord();
        }
        if (parts.stream().anyMatch(part -> part.endsWith("vbaproject.bin") || part.startsWith("word/activex/"))) {
            throw FormRefused.at(
                    "attachments", "Tệp có macro hoặc chương trình nhúng: mong đợi tệp Word (.docx) không có macro.");
        }
    }

    private static FormRefused notWord() {
        return FormRefused.at("attachments", "Tệp không phải văn bản Word: mong đợi tệp .docx mở được.");
    }
}
