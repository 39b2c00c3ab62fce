package vn.trienkhai.document;

import static vn.trienkhai.document.WordFile.W;
import static vn.trienkhai.document.WordFile.attribute;
import static vn.trienkhai.document.WordFile.childrenOf;
import static vn.trienkhai.document.WordFile.descendantsOf;
import static vn.trienkhai.document.WordFile.firstChild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;

/** Writes into the tree of a Word file. Text is only ever text: it cannot become markup, a field or a control. */
class WordWriter {

    private static final String NOTHING = "Không có số liệu.";

    private final WordFile file;

    WordWriter(WordFile file) {
        this.file = file;
    }

    /** Puts these words into every control of this place, in the look that its words had. */
    void fill(Place place, String words) {
        file.controls(place).forEach(control -> fill(control, words));
    }

    private void fill(Element control, String words) {
        var properties = firstChild(control, "sdtPr");
        properties.flatMap(known -> firstChild(known, "showingPlcHdr")).ifPresent(WordWriter::remove);
        var content = contentOf(control);
        var look = lookOfWordsIn(control);
        var paragraph = descendantsOf(content, "p").stream().findFirst();
        var run = run(words);
        look.ifPresent(rPr -> run.insertBefore(rPr, run.getFirstChild()));
        if (paragraph.isEmpty()) {
            empty(content);
            content.appendChild(run);
            return;
        }
        var kept = paragraph.get();
        descendantsOf(content, "p").stream().filter(other -> other != kept).forEach(WordWriter::remove);
        childrenOf(kept).stream()
                .filter(child -> !"pPr".equals(child.getLocalName()))
                .forEach(WordWriter::remove);
        kept.appendChild(run);
    }

    /** Bold, size and the like of its first words, but not the grey of a prompt. */
    private static Optional<Element> lookOfWordsIn(Element control) {
        return descendantsOf(contentOf(control), "r").stream()
                .findFirst()
                .flatMap(run -> firstChild(run, "rPr"))
                .or(() -> firstChild(control, "sdtPr").flatMap(known -> firstChild(known, "rPr")))
                .map(found -> {
                    var copy = (Element) found.cloneNode(true);
                    firstChild(copy, "rStyle").ifPresent(WordWriter::remove);
                    return copy;
                });
    }

    /** Puts these paragraphs and tables into the control of this place; without any, the control goes. */
    void fill(Place place, List<Element> blocks) {
        for (var control : file.controls(place)) {
            if (blocks.isEmpty()) {
                drop(control);
                continue;
            }
            firstChild(control, "sdtPr")
                    .flatMap(known -> firstChild(known, "showingPlcHdr"))
                    .ifPresent(WordWriter::remove);
            var content = contentOf(control);
            var cell = firstChild(content, "tc");
            var target = cell.orElse(content);
            childrenOf(target).stream()
                    .filter(child -> !"tcPr".equals(child.getLocalName()))
                    .forEach(WordWriter::remove);
            blocks.forEach(target::appendChild);
        }
    }

    /** Takes the place out of the text, with its paragraph. */
    void drop(Place place) {
        file.controls(place).forEach(this::drop);
    }

    private void drop(Element control) {
        Node goes = control;
        for (Node node = control; node instanceof Element element; node = node.getParentNode()) {
            if ("p".equals(element.getLocalName())) {
                goes = node;
            }
        }
        var parent = (Element) goes.getParentNode();
        parent.removeChild(goes);
        if ("tc".equals(parent.getLocalName()) && childrenOf(parent, "p").isEmpty()) {
            parent.appendChild(element("p"));
        }
    }

    /** The words that a control holds now. */
    String wordsIn(Place place) {
        return file.controls(place).stream()
                .findFirst()
                .map(control -> contentOf(control).getTextContent().strip())
                .orElse("");
    }

    private static Element contentOf(Element control) {
        return firstChild(control, "sdtContent")
                .orElseThrow(() -> new WordUnreadable("Tệp Word có ô nhập liệu hỏng.", null));
    }

    /** Makes the rule after the paragraph that holds this place as long as asked, centred. @param width of where it stands, in twips */
    void drawRule(Place place, int width, int length) {
        var style = file.styleId(Look.RULE).orElse("");
        for (var control : file.controls(place)) {
            Node node = control;
            while (node != null && !"p".equals(node.getLocalName())) {
                node = node.getParentNode();
            }
            while (node != null
                    && !(node instanceof Element next && styleOf(next).equals(style))) {
                node = node.getNextSibling();
            }
            if (node instanceof Element rule) {
                indent(rule, (width - length) / 2);
            }
        }
    }

    /** Indents a paragraph on both sides. */
    void indentAround(Place place, int twips) {
        for (var control : file.controls(place)) {
            if (control.getParentNode() instanceof Element paragraph && "p".equals(paragraph.getLocalName())) {
                indent(paragraph, twips);
            }
        }
    }

    private void indent(Element paragraph, int twips) {
        var properties = propertiesOf(paragraph);
        firstChild(properties, "ind").ifPresent(WordWriter::remove);
        var indent = element("ind", "left", Integer.toString(twips), "right", Integer.toString(twips));
        var after = childrenOf(properties).stream()
                .filter(child -> List.of("jc", "textAlignment", "outlineLvl", "rPr", "sectPr")
                        .contains(child.getLocalName()))
                .findFirst();
        properties.insertBefore(indent, after.orElse(null));
    }

    private static String styleOf(Element paragraph) {
        return firstChild(paragraph, "pPr")
                .flatMap(properties -> firstChild(properties, "pStyle"))
                .map(style -> attribute(style, "val"))
                .orElse("?");
    }

    private Element propertiesOf(Element paragraph) {
        return firstChild(paragraph, "pPr").orElseGet(() -> {
            var properties = element("pPr");
            paragraph.insertBefore(properties, paragraph.getFirstChild());
            return properties;
        });
    }

    /** @param width of the page between its margins, in twips */
    List<Element> blocks(List<Block> blocks, int width) {
        var made = new ArrayList<Element>();
        for (var block : blocks) {
            if (block instanceof Heading heading) {
                made.add(paragraph(Look.heading(heading.level()), heading.text()));
            } else if (block instanceof Paragraph several) {
                WordText.lines(several.text()).forEach(line -> made.add(paragraph(Look.PARAGRAPH, line)));
            } else if (block instanceof Table table) {
                if (table.title() != null) {
                    made.add(paragraph(Look.TABLE_TITLE, table.title()));
                }
                made.add(table(table, width));
                made.add(gap());
            }
        }
        return made;
    }

    Element paragraph(Look look, String words) {
        var paragraph = paragraph(look);
        paragraph.appendChild(run(words));
        return paragraph;
    }

    Element paragraph(Look look) {
        var paragraph = element("p");
        var properties = propertiesOf(paragraph);
        file.styleId(look).ifPresent(id -> properties.appendChild(element("pStyle", "val", id)));
        return paragraph;
    }

    /** Word would join two tables that touch. */
    private Element gap() {
        var paragraph = paragraph(Look.SECTION_END);
        propertiesOf(paragraph).appendChild(element("spacing", "before", "120", "after", "0"));
        return paragraph;
    }

    /** Keeps the last paragraph on the page of what follows, so that no signature stands alone. */
    void keepWithNext(Element paragraph) {
        var properties = propertiesOf(paragraph);
        var style = firstChild(properties, "pStyle");
        properties.insertBefore(
                element("keepNext"), style.map(Node::getNextSibling).orElse(properties.getFirstChild()));
    }

    Element run(String words) {
        var run = element("r");
        var first = true;
        for (var line : WordText.clean(words).split("\n", -1)) {
            if (!first) {
                run.appendChild(element("br"));
            }
            first = false;
            var text = element("t");
            text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
            text.setTextContent(line);
            run.appendChild(text);
        }
        return run;
    }

    /** A control within a line, that is filled in later. */
    Element control(Place place, String words) {
        var control = element("sdt");
        var properties = element("sdtPr");
        properties.appendChild(element("alias", "val", place.label()));
        properties.appendChild(element("tag", "val", place.tag()));
        var content = element("sdtContent");
        content.appendChild(run(words));
        control.appendChild(properties);
        control.appendChild(content);
        return control;
    }

    private Element table(Table table, int width) {
        var made = element("tbl");
        var properties = element("tblPr");
        file.styleId(Look.TABLE).ifPresent(id -> properties.appendChild(element("tblStyle", "val", id)));
        properties.appendChild(element("tblW", "w", Integer.toString(width), "type", "dxa"));
        properties.appendChild(element("jc", "val", "center"));
        properties.appendChild(element("tblLayout", "type", "fixed"));
        made.appendChild(properties);
        var widths = widthsOf(table.columns(), width);
        var grid = element("tblGrid");
        widths.forEach(each -> grid.appendChild(element("gridCol", "w", Integer.toString(each))));
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
    static List<Integer> widthsOf(List<Column> columns, int width) {
        var total = columns.stream()
                .mapToInt(column -> Math.max(1, column.weight()))
                .sum();
        var widths = new ArrayList<Integer>();
        var passed = 0;
        var edge = 0;
        for (var column : columns) {
            passed += Math.max(1, column.weight());
            var next = (int) ((long) width * passed / total);
            widths.add(next - edge);
            edge = next;
        }
        return widths;
    }

    private Element headingsOf(Table table, List<Integer> widths) {
        var row = rowOf("tblHeader");
        IntStream.range(0, widths.size())
                .forEach(i -> row.appendChild(cell(
                        widths.get(i),
                        1,
                        paragraph(Look.COLUMN_HEADING, table.columns().get(i).heading()))));
        return row;
    }

    private Element row(Table table, int index, List<Integer> widths) {
        var cells = table.rows().get(index);
        var total = table.totalled() && index == table.rows().size() - 1;
        var row = rowOf(null);
        for (int i = 0; i < widths.size(); i++) {
            var look = table.columns().get(i).number() ? Look.NUMBER_CELL : Look.TEXT_CELL;
            var paragraph = paragraph(look);
            var run = run(i < cells.size() ? cells.get(i) : "");
            if (total) {
                var bold = element("rPr");
                bold.appendChild(element("b"));
                bold.appendChild(element("bCs"));
                run.insertBefore(bold, run.getFirstChild());
            }
            paragraph.appendChild(run);
            row.appendChild(cell(widths.get(i), 1, paragraph));
        }
        return row;
    }

    private Element emptyRow(int width, int columns) {
        var row = rowOf(null);
        var paragraph = paragraph(Look.TEXT_CELL, NOTHING);
        propertiesOf(paragraph).appendChild(element("jc", "val", "center"));
        row.appendChild(cell(width, columns, paragraph));
        return row;
    }

    /** A row that no page break splits. @param further one more property; may be null */
    private Element rowOf(String further) {
        var row = element("tr");
        var properties = element("trPr");
        properties.appendChild(element("cantSplit"));
        if (further != null) {
            properties.appendChild(element(further));
        }
        row.appendChild(properties);
        return row;
    }

    private Element cell(int width, int columns, Element paragraph) {
        var cell = element("tc");
        var properties = element("tcPr");
        properties.appendChild(element("tcW", "w", Integer.toString(width), "type", "dxa"));
        if (columns > 1) {
            properties.appendChild(element("gridSpan", "val", Integer.toString(columns)));
        }
        properties.appendChild(element("vAlign", "val", "center"));
        cell.appendChild(properties);
        cell.appendChild(paragraph);
        return cell;
    }

    /** @param attributes names and values in turn */
    Element element(String name, String... attributes) {
        var element = file.tree().createElementNS(W, "w:" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttributeNS(W, "w:" + attributes[i], attributes[i + 1]);
        }
        return element;
    }

    private static void empty(Element element) {
        while (element.hasChildNodes()) {
            element.removeChild(element.getFirstChild());
        }
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }
}
