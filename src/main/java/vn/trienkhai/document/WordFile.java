package vn.trienkhai.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.StreamHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A Word file as it lies before us: its text as a tree, its content controls by tag, its styles by name (ISO/IEC 29500-1).
 * What the program does not know in it stays as it is.
 */
class WordFile {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Fields that fetch or run something; a document needs none of them. */
    private static final Pattern FETCHING_FIELD = Pattern.compile(
            "(?i)(?<![\\p{Alnum}/.#-])(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE)(?=\\s)");

    private static final Set<String> CHANGES =
            Set.of("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel", "tblPrChange");

    private final byte[] bytes;
    private final Document text;
    private final Map<String, String> paragraphStyles = new HashMap<>();
    private final Map<String, String> tableStyles = new HashMap<>();
    private final List<String> dangers;

    /** @throws WordUnreadable if it is no Word document, is locked by a password, or unpacks to more than is sane */
    WordFile(byte[] bytes) {
        this.bytes = bytes.clone();
        try (var file = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            text = treeOf(mainPartOf(file));
            for (var part : file.getPartsByContentType(XWPFRelation.STYLES.getContentType())) {
                readStyles(treeOf(part).getDocumentElement());
            }
            dangers = dangersIn(file);
            file.revert();
        } catch (OLE2NotOfficeXmlFileException old) {
            throw new WordUnreadable(
                    "Tệp đặt mật khẩu hoặc ở dạng Word cũ (.doc): hãy bỏ mật khẩu và lưu dạng Word Document (.docx).",
                    old);
        } catch (IOException | InvalidFormatException | SAXException | RuntimeException unreadable) {
            if (unreadable instanceof WordUnreadable known) {
                throw known;
            }
            throw new WordUnreadable("Tệp không phải văn bản Word (.docx) đọc được.", unreadable);
        }
    }

    /** Whether unpacking it by hand would write beside the folder that it is unpacked into. */
    private boolean namesLeaveTheFile() throws IOException {
        try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
            return Collections.list(zip.getEntries()).stream()
                    .map(entry -> entry.getName().replace('\\', '/'))
                    .anyMatch(name ->
                            name.startsWith("/") || List.of(name.split("/")).contains(".."));
        }
    }

    private static PackagePart mainPartOf(OPCPackage file) {
        var main = file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (main.size() != 1 || !main.get(0).getContentType().equals(XWPFRelation.DOCUMENT.getContentType())) {
            throw new WordUnreadable(
                    "Tệp không phải văn bản Word thường: hãy lưu dạng Word Document (.docx), không có macro.", null);
        }
        return main.get(0);
    }

    private static Document treeOf(PackagePart part) throws IOException, SAXException {
        try (var in = part.getInputStream()) {
            return DocumentHelper.readDocument(in);
        }
    }

    private void readStyles(Element styles) {
        for (var style : childrenOf(styles, "style")) {
            var name = firstChild(style, "name");
            if (name.isPresent()) {
                var known = attribute(style, "type").equals("table") ? tableStyles : paragraphStyles;
                known.put(
                        Normalizer.normalize(attribute(name.get(), "val"), Normalizer.Form.NFC),
                        attribute(style, "styleId"));
            }
        }
    }

    /** What a file from people could bring with it; such a file is not taken. */
    private List<String> dangersIn(OPCPackage file) throws InvalidFormatException, IOException, SAXException {
        var found = new LinkedHashSet<String>();
        if (namesLeaveTheFile()) {
            found.add("Tệp có phần mang tên không hợp lệ.");
        }
        if (hasForeignTarget(file.getRelationships())) {
            found.add("Tệp gọi tới tệp khác ở bên ngoài.");
        }
        for (var part : file.getParts()) {
            var type = part.getContentType().toLowerCase(Locale.ROOT);
            if (type.contains("macroenabled") || type.contains("vbaproject") || type.contains("vbadata")) {
                found.add("Tệp có macro.");
            }
            if (type.contains("activex")
                    || type.contains("oleobject")
                    || part.getPartName().getName().contains("/embeddings/")) {
                found.add("Tệp nhúng đối tượng của chương trình khác.");
            }
            if (!part.isRelationshipPart() && part.hasRelationships() && hasForeignTarget(part.getRelationships())) {
                found.add("Tệp gọi tới tệp hoặc hình ảnh ở bên ngoài (mẫu đính kèm, hình liên kết).");
            }
            if (type.contains("wordprocessingml") && type.endsWith("+xml")) {
                var tree = treeOf(part).getDocumentElement();
                if (!descendantsOf(tree, "altChunk").isEmpty()) {
                    found.add("Tệp chèn nội dung dạng khác (altChunk).");
                }
                if (FETCHING_FIELD.matcher(fieldsIn(tree)).find()) {
                    found.add("Tệp có trường (field) lấy dữ liệu từ nơi khác hoặc chạy lệnh.");
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean hasForeignTarget(Iterable<PackageRelationship> relationships) {
        for (var relationship : relationships) {
            if (relationship.getTargetMode() == TargetMode.EXTERNAL
                    && !relationship.getRelationshipType().endsWith("/hyperlink")) {
                return true;
            }
        }
        return false;
    }

    private static String fieldsIn(Element tree) {
        var fields = new StringBuilder();
        for (var piece : descendantsOf(tree, "instrText")) {
            fields.append(piece.getTextContent());
        }
        for (var field : descendantsOf(tree, "fldSimple")) {
            fields.append('\n').append(attribute(field, "instr"));
        }
        return fields.append(' ').toString();
    }

    /** Vietnamese sentences; empty if there is nothing in it that could fetch or run anything. */
    List<String> dangers() {
        return dangers;
    }

    /** Whether changes of several hands are still marked in it, to be accepted or rejected. */
    boolean hasTrackedChanges() {
        return CHANGES.stream()
                .anyMatch(change -> !descendantsOf(body(), change).isEmpty());
    }

    boolean hasComments() {
        return !descendantsOf(body(), "commentReference").isEmpty();
    }

    Document tree() {
        return text;
    }

    Element body() {
        return firstChild(text.getDocumentElement(), "body")
                .orElseThrow(() -> new WordUnreadable("Tệp Word không có phần nội dung.", null));
    }

    /** Tags of all content controls that have one, each once, in the order of the text. */
    Set<String> tags() {
        var tags = new LinkedHashSet<String>();
        for (var control : descendantsOf(body(), "sdt")) {
            tagOf(control).ifPresent(tags::add);
        }
        return tags;
    }

    List<Element> controls(Place place) {
        return descendantsOf(body(), "sdt").stream()
                .filter(control -> tagOf(control).filter(place.tag()::equals).isPresent())
                .toList();
    }

    /** Whether a control holds paragraphs, or a cell with some, and not words within one. */
    static boolean holdsParagraphs(Element control) {
        return firstChild(control, "sdtContent")
                .filter(content -> !childrenOf(content, "p").isEmpty()
                        || !childrenOf(content, "tbl").isEmpty()
                        || !childrenOf(content, "tc").isEmpty())
                .isPresent();
    }

    private static Optional<String> tagOf(Element control) {
        return firstChild(control, "sdtPr")
                .flatMap(properties -> firstChild(properties, "tag"))
                .map(tag -> attribute(tag, "val"))
                .filter(tag -> !tag.isBlank());
    }

    Optional<String> styleId(Look look) {
        return Optional.ofNullable((look.ofTables() ? tableStyles : paragraphStyles).get(look.styleName()));
    }

    /** The whole file with the text as it is now. */
    byte[] bytes() {
        try (var file = OPCPackage.open(new ByteArrayInputStream(bytes));
                var out = new ByteArrayOutputStream()) {
            try (var part = mainPartOf(file).getOutputStream()) {
                StreamHelper.saveXmlInStream(text, part);
            }
            file.save(out);
            file.revert();
            return out.toByteArray();
        } catch (IOException | InvalidFormatException impossible) {
            throw new IllegalStateException("A Word file that was read cannot be written", impossible);
        }
    }

    static Optional<Element> firstChild(Element parent, String name) {
        return childrenOf(parent, name).stream().findFirst();
    }

    static List<Element> childrenOf(Element parent, String name) {
        return elementsIn(parent, child -> name.equals(child.getLocalName()) && W.equals(child.getNamespaceURI()));
    }

    static List<Element> childrenOf(Element parent) {
        return elementsIn(parent, child -> true);
    }

    private static List<Element> elementsIn(Element parent, Predicate<Element> wanted) {
        var found = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && wanted.test(element)) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> descendantsOf(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS(W, name);
        var found = new ArrayList<Element>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** Empty if there is none. */
    static String attribute(Element element, String name) {
        return element.getAttributeNS(W, name);
    }
}
