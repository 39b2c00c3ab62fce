package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes Word files of documents and fills in what is known only later. */
@Component
class WordDocuments {

    /** A draft: number and day are left open, the signature names the post that is expected to sign. */
    byte[] compose(
            DocumentType type,
            Letterhead letterhead,
            String drafterSymbol,
            Urgency urgency,
            DocumentText text,
            Signature expected) {
        throw new UnsupportedOperationException();
    }

    /**
     * The same file, perhaps edited in Word since, with number, day and signature filled in wherever it names them.
     *
     * @param number with its symbol, e.g. "05/BC-UBND"
     */
    byte[] issue(byte[] docx, String number, LocalDate date, Signature signature) {
        throw new UnsupportedOperationException();
    }

    /** Why a file cannot be issued as such a document, in Vietnamese; empty if it can. */
    List<String> problemsOf(byte[] docx, DocumentType type) {
        throw new UnsupportedOperationException();
    }
}
