package vn.trienkhai.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration
class StandInWord {

    @Bean
    @Primary
    WordDocuments standInWordDocuments() {
        return new WordDocuments() {
            @Override
            byte[] compose(
                    DocumentType type,
                    Letterhead letterhead,
                    String drafterSymbol,
                    Urgency urgency,
                    DocumentText text,
                    Signature expected) {
                return with(new XWPFDocument(), text.title());
            }

            @Override
            byte[] issue(byte[] docx, String number, LocalDate date, Signature signature) {
                try {
                    return with(
                            new XWPFDocument(new ByteArrayInputStream(docx)),
                            number + " " + date + " " + String.join(" / ", signature.authority()) + " "
                                    + signature.name());
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }

            @Override
            List<String> problemsOf(byte[] docx, DocumentType type) {
                return List.of();
            }
        };
    }

    static byte[] with(XWPFDocument document, String line) {
        try (document;
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(line);
            document.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
