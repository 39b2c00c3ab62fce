package vn.trienkhai.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.attachment.Attachments;

/** What tests of documents have in common: drafts of the committee and of an agency, edits in Word, ways to the signature. */
@Import(TestMaker.class)
abstract class DocumentScenario extends ProcessTest {

    /** Drafts for the committee. */
    static final String DRAFTER = "phong-vhtt.officer";

    static final String HEAD = "phong-vhtt.head";
    static final String FORM_CHECKER = "van-phong.officer";
    static final String CLERK = "van-phong.clerk";
    static final String SIGNER = "ubnd.deputy";

    static final LocalDate TODAY = LocalDate.of(2021, 7, 1);

    @Autowired
    Documents documents;

    @Autowired
    DocumentRegister register;

    @Autowired
    Attachments attachments;

    static DocumentOrder order(DocumentType type, String issuer, String drafter, String title) {
        return new DocumentOrder(
                type,
                issuer,
                drafter,
                PLAN_269,
                List.of("VHTT-1c", "III.1"),
                Urgency.ORDINARY,
                new DocumentOrder.Source("test", UUID.randomUUID().toString()),
                text(title));
    }

    static DocumentText text(String title) {
        return new DocumentText(
                title,
                List.of(),
                List.of(),
                List.of(new DocumentText.Paragraph("Đã phát 12 buổi.")),
                List.of(),
                List.of("Như trên"));
    }

    /** A report of the committee, drafted by the lead agency. */
    UUID report(String title) {
        return documents.draft(order(DocumentType.REPORT, "ubnd", "phong-vhtt", title), DRAFTER);
    }

    /** Its two checks and the signature. */
    void sign(UUID id) {
        register.checkContent(id, true, null, HEAD);
        register.checkForm(id, true, null, FORM_CHECKER);
        register.sign(id, true, null, null, SIGNER);
    }

    UUID issued(DocumentType type, String title) {
        var id = documents.draft(order(type, "ubnd", "phong-vhtt", title), DRAFTER);
        sign(id);
        register.numberHere(id, TODAY, CLERK);
        return id;
    }

    /** Somebody downloads the current version, adds a line in Word and uploads it. @return id of the upload */
    UUID edited(UUID id, String by, String line) {
        var bytes = register.bytesOf(register.current(register.get(id)));
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(line);
            document.write(out);
            return upload(by, "van-ban.docx", out.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    UUID upload(String by, String name, byte[] bytes) {
        return attachments.store(name, bytes, by).id();
    }

    UUID scan(String by) {
        return upload(by, "ban-ky.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }
}
