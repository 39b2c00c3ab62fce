package vn.trienkhai.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;

/** Tables: as wide as the page, the headings again on each page, no row split between two pages. */
class WordTables {

    private static final String NOTHING = "Không có số liệu.";

    /** Headings of the column that counts the rows, which stands in the middle. */
    private static final Set<String> COUNTERS = Set.of("STT", "TT");

    private final WordWriter writer;

    WordTables(WordWriter writer) {
        this.writer = writer;
    }

    /** @param width in twips */
    Element table(Table table, int width) {
        var made = writer.element("tbl");
        var properties = writer.element("tblPr");
        writer.file()
                .styleId(Look.TABLE)
                .ifPresent(id -> properties.appendChild(writer.element("tblStyle", "val", id)));
        properties.appendChild(writer.element("tblW", "w", Integer.toString(width), "type", "dxa"));
        properties.appendChild(writer.element("jc", "val", "center"));
        properties.appendChild(writer.element("tblLayout", "type", "fixed"));
        made.appendChild(properties);
        var widths = widthsOf(table.columns(), width);
        var grid = writer.element("tblGrid");
        widths.forEach(each -> grid.appendChild(writer.element("gridCol", "w", Integer.toString(each))));
        made.appendChild(grid);
        made.appendChild(headingsOf(table, widths));
        for (int i = 0; i < table.rows().size(); i++) {
            made.appendChild(row(table, i, widths));
        }
        if (table.rows().isEmpty()) {
            made.appendChild(emptyRow(width, widths.size()));
        }
        return made;
    }

    /** In proportion to the weights; together exactly the whole width. */
    private static List<Integer> widthsOf(List<Column> columns, int width) {
        var total = columns.stream().mapToInt(WordTables::weightOf).sum();
        var widths = new ArrayList<Integer>();
        var passed = 0;
        var edge = 0;
        for (var column : columns) {
            passed += weightOf(column);
            var next = (int) ((long) width * passed / total);
            widths.add(next - edge);
            edge = next;
        }
        return widths;
    }

    private static int weightOf(Column column) {
        return Math.max(1, column.weight());
    }

    private Element headingsOf(Table table, List<Integer> widths) {
        var row = row();
        WordFile.firstChild(row, "trPr").orElseThrow().appendChild(writer.element("tblHeader"));
        for (int i = 0; i < widths.size(); i++) {
            var heading = table.columns().get(i).heading();
            row.appendChild(cell(widths.get(i), 1, paragraphs(Look.COLUMN_HEADING, heading, false, false)));
        }
        return row;
    }

    private Element row(Table table, int index, List<Integer> widths) {
        var words = table.rows().get(index);
        var total = table.totalled() && index == table.rows().size() - 1;
        var row = row();
        for (int i = 0; i < widths.size(); i++) {
            var column = table.columns().get(i);
            var counts = COUNTERS.contains(WordText.inCapitals(column.heading()).strip());
            var paragraphs = paragraphs(
                    column.number() ? Look.NUMBER_CELL : Look.TEXT_CELL,
                    i < words.size() ? words.get(i) : "",
                    total,
                    counts);
            row.appendChild(cell(widths.get(i), 1, paragraphs));
        }
        return row;
    }

    private Element emptyRow(int width, int columns) {
        var row = row();
        row.appendChild(cell(width, columns, paragraphs(Look.TEXT_CELL, NOTHING, false, true)));
        return row;
    }

    /** One that no page break splits. */
    private Element row() {
        var row = writer.element("tr");
        var properties = writer.element("trPr");
        properties.appendChild(writer.element("cantSplit"));
        row.appendChild(properties);
        return row;
    }

    private List<Element> paragraphs(Look look, String words, boolean bold, boolean centred) {
        var lines = WordText.lines(words);
        var paragraphs = new ArrayList<Element>();
        for (var line : lines.isEmpty() ? List.of("") : lines) {
            var paragraph = writer.paragraph(look);
            if (centred) {
                writer.propertiesOf(paragraph).appendChild(writer.element("jc", "val", "center"));
            }
            var run = writer.run(line);
            if (bold) {
                var properties = writer.element("rPr");
                properties.appendChild(writer.element("b"));
                properties.appendChild(writer.element("bCs"));
                run.insertBefore(properties, run.getFirstChild());
            }
            paragraph.appendChild(run);
            paragraphs.add(paragraph);
        }
        return paragraphs;
    }

    private Element cell(int width, int columns, List<Element> paragraphs) {
        var cell = writer.element("tc");
        var properties = writer.element("tcPr");
        properties.appendChild(writer.element("tcW", "w", Integer.toString(width), "type", "dxa"));
        if (columns > 1) {
            properties.appendChild(writer.element("gridSpan", "val", Integer.toString(columns)));
        }
        properties.appendChild(writer.element("vAlign", "val", "center"));
        cell.appendChild(properties);
        paragraphs.forEach(cell::appendChild);
        return cell;
    }
}
