package vn.trienkhai.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;

/**
 * A table as a text file that Excel opens by a double click where Vietnamese is set: UTF-8 with a byte order mark, since
 * Excel takes the file for its old code page otherwise, and semicolons, since there the comma is the decimal sign. Nothing in
 * it is a formula.
 */
@Component
public class CsvFiles {

    public static final MediaType MEDIA_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    public byte[] of(Table table) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var printer = FORMAT.print(text)) {
            printer.printRecord(table.columns().stream().map(Column::heading));
            for (var row : table.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    printer.print(table.columns().get(i).number() ? row.get(i) : asText(row.get(i)));
                }
                printer.println();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text cannot be written to memory", impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An apostrophe before what a spreadsheet would reckon; a sign alone is none. */
    private static String asText(String words) {
        return words.length() > 1 && Workbooks.FORMULA_BEGINS.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
