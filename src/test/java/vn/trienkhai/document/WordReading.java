package vn.trienkhai.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads a Word file as Word does and as the program does not: with a plain XML parser, each value looked up on the run, the
 * paragraph, its style, the styles below, and the defaults (ISO/IEC 29500-1, 17.7.2).
 */
class WordReading {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final Document text;
    private final Document styles;

    WordReading(byte[] docx) {
        var parts = unzip(docx);
        text = parse(parts.get("word/document.xml"));
        styles = parse(parts.get("word/styles.xml"));
    }

    static Map<String, byte[]> unzip(byte[] file) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            var parts = new LinkedHashMap<String, byte[]>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            return parts;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] zip(Map<String, byte[]> parts) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same file with every occurrence in one part replaced. */
    static byte[] edited(byte[] docx, String part, String what, String with) {
        var parts = unzip(docx);
        var before = new String(parts.get(part), StandardCharsets.UTF_8);
        if (!before.contains(what)) {
            throw new AssertionError("Not in " + part + ": " + what);
        }
        parts.put(part, before.replace(what, with).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static Document parse(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception broken) {
            throw new AssertionError("Not well-formed", broken);
        }
    }

    List<Element> find(String path) {
        return find(path, text);
    }

    List<Element> find(String path, Object from) {
        try {
            var nodes = (NodeList) xpath().evaluate(path, from, XPathConstants.NODESET);
            var found = new ArrayList<Element>();
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) nodes.item(i));
            }
            return found;
        } catch (XPathExpressionException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** An attribute in twips, half points or whatever its unit is. */
    int number(String path, String attribute) {
        return Integer.parseInt(find(path).get(0).getAttributeNS(W, attribute));
    }

    /** A paragraph of another part, e.g. of a header. */
    Line ofPart(byte[] docx, String part, String path) {
        return new Line(find(path, parse(unzip(docx).get(part))).get(0));
    }

    /** The element of this name around another; null if there is none. */
    static Element around(Element inner, String name) {
        for (var node = inner.getParentNode(); node instanceof Element element; node = element.getParentNode()) {
            if (name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    static Element elementAfter(Element element) {
        var node = element.getNextSibling();
        while (!(node instanceof Element)) {
            node = node.getNextSibling();
        }
        return (Element) node;
    }

    /** All paragraphs with their words, in order, without empty ones. */
    List<String> lines() {
        return find("//w:body//w:p").stream()
                .map(WordReading::words)
                .filter(line -> !line.isBlank())
                .toList();
    }

    static String words(Element paragraph) {
        var pieces = paragraph.getElementsByTagNameNS(W, "*");
        var words = new StringBuilder();
        for (int i = 0; i < pieces.getLength(); i++) {
            var piece = pieces.item(i);
            if ("t".equals(piece.getLocalName())) {
                words.append(piece.getTextContent());
            } else if ("br".equals(piece.getLocalName())) {
                words.append('\n');
            }
        }
        return words.toString();
    }

    Line line(String beginning) {
        return find("//w:body//w:p").stream()
                .filter(paragraph -> words(paragraph).startsWith(beginning))
                .map(Line::new)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line begins with " + beginning + " in " + lines()));
    }

    List<Line> linesOfStyle(String styleName) {
        return find("//w:body//w:p").stream()
                .map(Line::new)
                .filter(line -> line.style().equals(styleName))
                .toList();
    }

    /** A paragraph and the look of its first words. */
    class Line {

        private final Element paragraph;

        Line(Element paragraph) {
            this.paragraph = paragraph;
        }

        Element element() {
            return paragraph;
        }

        String words() {
            return WordReading.words(paragraph);
        }

        String style() {
            return find("w:pPr/w:pStyle/@w:val/parent::*", paragraph).stream()
                    .map(style -> nameOf(style.getAttributeNS(W, "val")))
                    .findFirst()
                    .orElse("");
        }

        /** In points. */
        double size() {
            return Integer.parseInt(inRun("w:sz", "val")) / 2.0;
        }

        boolean bold() {
            return isOn(inRun("w:b", "val"));
        }

        boolean italic() {
            return isOn(inRun("w:i", "val"));
        }

        String font() {
            return inRun("w:rFonts", "ascii");
        }

        String colour() {
            return inRun("w:color", "val");
        }

        /** "left" if nothing is said. */
        String alignment() {
            return Objects.requireNonNullElse(inParagraph("w:jc", "val"), "left");
        }

        /** In twips, 0 if nothing is said. */
        int measure(String element, String attribute) {
            var value = inParagraph("w:" + element, attribute);
            return value == null ? 0 : Integer.parseInt(value);
        }

        private boolean isOn(String value) {
            return value != null && !value.equals("0") && !value.equals("false");
        }

        private String inRun(String path, String attribute) {
            var places = new ArrayList<Element>();
            find(".//w:r[w:t]", paragraph).stream().findFirst().ifPresent(run -> places.addAll(find("w:rPr", run)));
            chain().forEach(style -> places.addAll(find("w:rPr", style)));
            places.addAll(find("//w:docDefaults/w:rPrDefault/w:rPr", styles));
            return first(places, path, attribute);
        }

        private String inParagraph(String path, String attribute) {
            var places = new ArrayList<>(find("w:pPr", paragraph));
            chain().forEach(style -> places.addAll(find("w:pPr", style)));
            places.addAll(find("//w:docDefaults/w:pPrDefault/w:pPr", styles));
            return first(places, path, attribute);
        }

        private String first(List<Element> places, String path, String attribute) {
            for (var place : places) {
                for (var found : find(path, place)) {
                    if (found.hasAttributeNS(W, attribute)) {
                        return found.getAttributeNS(W, attribute);
                    }
                    if (attribute.equals("val")) {
                        return "1";
                    }
                }
            }
            return null;
        }

        private List<Element> chain() {
            var chain = new ArrayList<Element>();
            var id = find("w:pPr/w:pStyle", paragraph).stream()
                    .map(style -> style.getAttributeNS(W, "val"))
                    .findFirst()
                    .orElse("Normal");
            while (id != null) {
                var style =
                        find("//w:style[@w:styleId='%s']".formatted(id), styles).get(0);
                chain.add(style);
                id = find("w:basedOn", style).stream()
                        .map(base -> base.getAttributeNS(W, "val"))
                        .findFirst()
                        .orElse(null);
            }
            return chain;
        }
    }

    private String nameOf(String styleId) {
        return find("//w:style[@w:styleId='%s']/w:name".formatted(styleId), styles).stream()
                .map(name -> name.getAttributeNS(W, "val"))
                .collect(Collectors.joining());
    }

    private static XPath xpath() {
        var xpath = XPathFactory.newInstance().newXPath();
        xpath.setNamespaceContext(new NamespaceContext() {
            @Override
            public String getNamespaceURI(String prefix) {
                return prefix.equals("w") ? W : XMLConstants.NULL_NS_URI;
            }

            @Override
            public String getPrefix(String uri) {
                return null;
            }

            @Override
            public Iterator<String> getPrefixes(String uri) {
                return null;
            }
        });
        return xpath;
    }
}
