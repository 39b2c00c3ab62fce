package vn.trienkhai.document;

import static vn.trienkhai.document.WordFile.W;
import static vn.trienkhai.document.WordFile.attribute;
import static vn.trienkhai.document.WordFile.childrenOf;
import static vn.trienkhai.document.WordFile.descendantsOf;
import static vn.trienkhai.document.WordFile.firstChild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;

/** Writes into the tree of a Word file. Text is only ever text: it cannot become markup, a field or a control. */
class WordWriter {

    private final WordFile file;
    private final WordTables tables = new WordTables(this);

    WordWriter(WordFile file) {
        this.file = file;
    }

    WordFile file() {
        return file;
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

    /**
     * In a row of two cells, gives the one with this place so many shares of their width, and the other the rest; a template that
     * has other rows keeps them.
     */
    void shareRow(Place place, int shares, int ofAll) {
        for (var control : file.controls(place)) {
            Node node = control;
            while (node != null && !"tbl".equals(node.getLocalName())) {
                node = node.getParentNode();
            }
            if (node instanceof Element table) {
                var columns = firstChild(table, "tblGrid")
                        .map(grid -> childrenOf(grid, "gridCol"))
                        .orElse(List.of());
                var rows = childrenOf(table, "tr");
                if (columns.size() == 2 && rows.size() == 1) {
                    share(columns, childrenOf(rows.get(0), "tc"), shares, ofAll);
                }
            }
        }
    }

    private static void share(List<Element> columns, List<Element> cells, int shares, int ofAll) {
        var whole = columns.stream().mapToInt(column -> twips(column)).sum();
        var first = whole * shares / ofAll;
        for (int i = 0; i < columns.size(); i++) {
            var width = Integer.toString(i == 0 ? first : whole - first);
            columns.get(i).setAttributeNS(W, "w:w", width);
            if (i < cells.size()) {
                firstChild(cells.get(i), "tcPr")
                        .flatMap(properties -> firstChild(properties, "tcW"))
                        .ifPresent(cell -> cell.setAttributeNS(W, "w:w", width));
            }
        }
    }

    private static int twips(Element column) {
        var width = attribute(column, "w");
        return width.matches("\\d{1,6}") ? Integer.parseInt(width) : 0;
    }

    /** Blocks next to each other, in cells without a frame. @param width of each, in twips */
    List<Element> sideBySide(List<List<Element>> blocks, int width) {
        var table = element("tbl");
        var properties = element("tblPr");
        properties.appendChild(element("tblW", "w", Integer.toString(width * blocks.size()), "type", "dxa"));
        properties.appendChild(element("tblLayout", "type", "fixed"));
        var grid = element("tblGrid");
        var row = element("tr");
        for (var block : blocks) {
            grid.appendChild(element("gridCol", "w", Integer.toString(width)));
            var cell = element("tc");
            var cellProperties = element("tcPr");
            cellProperties.appendChild(element("tcW", "w", Integer.toString(width), "type", "dxa"));
            cell.appendChild(cellProperties);
            block.forEach(cell::appendChild);
            row.appendChild(cell);
        }
        table.appendChild(properties);
        table.appendChild(grid);
        table.appendChild(row);
        return List.of(table, paragraph(Look.SECTION_END)); // a cell ends with a paragraph
    }

    /** Indents a paragraph on both sides. */
    void indentAround(Place place, int twips) {
        for (var control : file.controls(place)) {
            if (control.getParentNode() instanceof Element paragraph && "p".equals(paragraph.getLocalName())) {
                indent(paragraph, twips);
            }
        }
    }

    /** Indents a paragraph on both sides. */
    void indent(Element paragraph, int twips) {
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

    Element propertiesOf(Element paragraph) {
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
                made.add(paragraph(Look.heading(heading.level()), WordText.asHeading(heading.level(), heading.text())));
            } else if (block instanceof Paragraph several) {
                WordText.lines(several.text()).forEach(line -> made.add(paragraph(Look.PARAGRAPH, line)));
            } else if (block instanceof Table table) {
                if (table.title() != null) {
                    made.add(paragraph(Look.TABLE_TITLE, table.title()));
                }
                made.add(tables.table(table, width));
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
                element("keepNext"), style.isPresent() ? style.get().getNextSibling() : properties.getFirstChild());
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
