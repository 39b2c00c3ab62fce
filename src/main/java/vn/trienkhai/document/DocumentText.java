package vn.trienkhai.document;

import java.util.List;

/**
 * What an official document says; how it looks is the template's matter.
 *
 * @param title trích yếu, e.g. "Kết quả tuyên truyền quý III năm 2021"
 * @param addressees "Kính gửi", each one line; empty where the kind has none
 * @param bases "Căn cứ …", each one paragraph
 * @param body in order
 * @param annexes each begins on a page of its own
 * @param recipients "Nơi nhận", each one line, without the closing "Lưu"
 * @param cosigners who signs beside the one who signs for the issuer: of minutes, the secretary and the other party
 */
public record DocumentText(
        String title,
        List<String> addressees,
        List<String> bases,
        List<Block> body,
        List<Annex> annexes,
        List<String> recipients,
        List<Cosigner> cosigners) {

    public DocumentText {
        addressees = List.copyOf(addressees);
        bases = List.copyOf(bases);
        body = List.copyOf(body);
        annexes = List.copyOf(annexes);
        recipients = List.copyOf(recipients);
        cosigners = List.copyOf(cosigners);
    }

    /** A document that one person signs: all but minutes. */
    public DocumentText(
            String title,
            List<String> addressees,
            List<String> bases,
            List<Block> body,
            List<Annex> annexes,
            List<String> recipients) {
        this(title, addressees, bases, body, annexes, recipients, List.of());
    }

    /** @param title e.g. "Đại diện đơn vị được kiểm tra" @param name null while nobody is named */
    public record Cosigner(String title, String name) {}

    /** A piece of the body. */
    public sealed interface Block permits Heading, Paragraph, Table {}

    /** @param level 1 for "I.", 2 for "1.", 3 for "a)"; the text has its number already */
    public record Heading(int level, String text) implements Block {}

    /** Line breaks within the text begin new paragraphs. */
    public record Paragraph(String text) implements Block {}

    /**
     * @param title above the table; null for none
     * @param columns headings; a number column is aligned right
     * @param rows cells in the order of the columns
     * @param totalled whether the last row is a total
     */
    public record Table(String title, List<Column> columns, List<List<String>> rows, boolean totalled)
            implements Block {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** @param weight width relative to the other columns */
    public record Column(String heading, boolean number, int weight) {}

    /** @param title e.g. "Số liệu theo đơn vị" @param landscape whether its pages lie on their side */
    public record Annex(String title, List<Block> body, boolean landscape) {

        public Annex {
            body = List.copyOf(body);
        }
    }
}
