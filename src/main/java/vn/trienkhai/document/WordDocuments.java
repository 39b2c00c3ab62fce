package vn.trienkhai.document;

import static vn.trienkhai.document.WordFile.attribute;
import static vn.trienkhai.document.WordFile.childrenOf;
import static vn.trienkhai.document.WordFile.firstChild;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Cosigner;
import vn.trienkhai.document.DocumentText.Paragraph;

/**
 * Makes Word files of documents and fills in what is known only later.
 *
 * <p>Parts and their order: Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I. What they look like is the {@linkplain Templates
 * template's} matter; only what depends on the words themselves is measured here: the length of rules and of the urgency's
 * frame, the widths of columns.
 */
@Component
class WordDocuments {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

    /** A draft's places for what is not known yet: wide enough to write in by hand. */
    private static final String OPEN = "\u00a0".repeat(6);

    private static final String OPEN_DATE = "ngày" + OPEN + "tháng" + OPEN + "năm" + OPEN;

    /** Rules under agency and abstract: between a third and a half of the line (Phụ lục I). */
    private static final double RULE = 0.4;

    private static final int AGENCY_HALF_POINTS = 24;
    private static final int TITLE_HALF_POINTS = 28;
    private static final int SIGNATURE_HALF_POINTS = 28;
    private static final int TWIPS_PER_MILLIMETRE = 57;

    private final Templates templates;

    WordDocuments(Templates templates) {
        this.templates = templates;
    }

    /** A draft: number and day are left open, the signature names the post that is expected to sign. */
    byte[] compose(
            DocumentType type,
            Letterhead letterhead,
            String drafterSymbol,
            Urgency urgency,
            DocumentText text,
            Signature expected) {
        var file = new WordFile(templates.current(Template.of(type)));
        compose(file, type, letterhead, drafterSymbol, urgency, text, expected);
        return file.bytes();
    }

    static void compose(
            WordFile file,
            DocumentType type,
            Letterhead letterhead,
            String drafterSymbol,
            Urgency urgency,
            DocumentText text,
            Signature expected) {
        var writer = new WordWriter(file);
        var symbol = symbolOf(type, letterhead, drafterSymbol);
        head(writer, file, letterhead, symbol, urgency);
        title(writer, file, type, text.title());
        writer.fill(Place.ADDRESSEES, addressees(writer, text.addressees()));
        writer.fill(Place.BASES, bases(writer, text.bases()));
        var body = writer.blocks(closed(text.body()), textWidthOf(sectionOf(file)));
        if (!body.isEmpty() && "p".equals(body.get(body.size() - 1).getLocalName())) {
            writer.keepWithNext(body.get(body.size() - 1));
        }
        writer.fill(Place.BODY, body);
        writer.fill(Place.COSIGNERS, cosigners(writer, text.cosigners()));
        sign(writer, expected);
        writer.fill(Place.RECIPIENTS, recipients(writer, text.recipients()));
        writer.fill(Place.DRAFTER, isBlank(drafterSymbol) ? "" : ", " + drafterSymbol);
        annex(writer, file, text.annexes(), type, letterhead, symbol);
    }

    /** The same file, perhaps edited in Word since, with number, day and signature filled in wherever it names them.
     *
     * @param number with its symbol, e.g. "05/BC-UBND"; a number below ten gets a leading zero
     */
    byte[] issue(byte[] docx, String number, LocalDate date, Signature signature) {
        var file = new WordFile(docx);
        var writer = new WordWriter(file);
        writer.fill(Place.NUMBER, number.matches("\\d/.*") ? "0" + number : number);
        writer.fill(Place.DATE, dateInWords(date));
        sign(writer, signature);
        return file.bytes();
    }

    /** Why a file cannot be issued as such a document, in Vietnamese; empty if it can. */
    List<String> problemsOf(byte[] docx, DocumentType type) {
        WordFile file;
        try {
            file = new WordFile(docx);
        } catch (WordUnreadable unreadable) {
            return List.of(unreadable.getMessage());
        }
        var problems = new ArrayList<>(file.dangers());
        var tags = file.tags();
        Template.of(type).placesAtIssue().stream()
                .filter(place -> !tags.contains(place.tag()))
                .forEach(place -> problems.add(
                        "Tệp không còn ô %s: hãy sửa tiếp trên bản dự thảo tải từ chương trình, bằng Word hoặc LibreOffice 7.5 trở lên."
                                .formatted(place)));
        if (file.hasTrackedChanges()) {
            problems.add("Tệp còn dấu vết sửa đổi (Track Changes): hãy chấp nhận hoặc bỏ hết các sửa đổi.");
        }
        if (file.hasComments()) {
            problems.add("Tệp còn ghi chú bên lề (Comment): hãy xóa hết ghi chú.");
        }
        return problems;
    }

    /**
     * What stands after the number (Điều 8, Phụ lục I): type and agency, of a letter the agency and who drafted it.
     *
     * @param drafterSymbol e.g. "VHTT"; may be null
     */
    static String symbolOf(DocumentType type, Letterhead letterhead, String drafterSymbol) {
        if (type == DocumentType.LETTER) {
            return isBlank(drafterSymbol) ? letterhead.symbol() : letterhead.symbol() + "-" + drafterSymbol;
        }
        return type.abbreviation() + "-" + letterhead.symbol();
    }

    /** "ngày 05 tháng 01 năm 2022": days below ten and the months one and two with a zero (Phụ lục I). */
    static String dateInWords(LocalDate date) {
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        date.getDayOfMonth(),
                        date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : date.getMonthValue(),
                        date.getYear());
    }

    private static void head(WordWriter writer, WordFile file, Letterhead letterhead, String symbol, Urgency urgency) {
        var width = widthOf(file, Place.AGENCY);
        letterhead
                .superiorAgency()
                .map(superior -> LineLength.broken(WordText.inCapitals(superior), AGENCY_HALF_POINTS, width))
                .ifPresentOrElse(superior -> writer.fill(Place.SUPERIOR, superior), () -> writer.drop(Place.SUPERIOR));
        var agency = LineLength.broken(WordText.inCapitals(letterhead.agency()), AGENCY_HALF_POINTS, width);
        writer.fill(Place.AGENCY, agency);
        writer.drawRule(Place.AGENCY, width, (int) (RULE * LineLength.ofLastLine(agency, AGENCY_HALF_POINTS, width)));
        writer.fill(Place.NUMBER, OPEN + "/" + symbol);
        writer.fill(Place.LOCALITY, letterhead.place());
        writer.fill(Place.DATE, OPEN_DATE);
        if (urgency.isUrgent()) {
            writer.fill(Place.URGENCY, WordText.inCapitals(urgency.label()));
            writer.indentAround(Place.URGENCY, (width - frameOf(urgency) * TWIPS_PER_MILLIMETRE) / 2);
        } else {
            writer.drop(Place.URGENCY);
        }
    }

    /** Width of the urgency's frame, in millimetres (Phụ lục I). */
    private static int frameOf(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> 30;
            case VERY_URGENT -> 40;
            case URGENT, ORDINARY -> 20;
        };
    }

    /** The abstract as a file says it, perhaps edited in Word; empty where its place is gone. */
    String titleIn(byte[] docx) {
        var written = new WordWriter(new WordFile(docx)).wordsIn(Place.TITLE);
        return WordText.clean(written).replaceAll("\\s+", " ").strip();
    }

    /** How the abstract stands in a file of this type. */
    static String titleAsWritten(DocumentType type, String title) {
        var clean = WordText.clean(title).replaceAll("\\s+", " ").strip();
        return type == DocumentType.LETTER ? WordText.continued(clean.replaceFirst("^[Vv]/[Vv]:?\\s+", "")) : clean;
    }

    /** The same file with another abstract, and a rule of its length. */
    byte[] entitled(byte[] docx, DocumentType type, String title) {
        var file = new WordFile(docx);
        entitle(new WordWriter(file), file, type, title);
        return file.bytes();
    }

    private static void title(WordWriter writer, WordFile file, DocumentType type, String title) {
        writer.fill(Place.TYPE, WordText.inCapitals(type.label()));
        entitle(writer, file, type, title);
    }

    private static void entitle(WordWriter writer, WordFile file, DocumentType type, String title) {
        var clean = titleAsWritten(type, title);
        writer.fill(Place.TITLE, clean);
        if (type == DocumentType.LETTER) {
            return;
        }
        var width = textWidthOf(sectionOf(file));
        var taken = LineLength.balanced(clean, TITLE_HALF_POINTS, width);
        writer.indentAround(Place.TITLE, (width - taken) / 2);
        writer.drawRule(Place.TITLE, width, (int) (RULE * LineLength.ofLastLine(clean, TITLE_HALF_POINTS, taken)));
    }

    /** One on the line of "Kính gửi:", several on lines of their own, with the dashes under the colon (Phụ lục I). */
    private static List<Element> addressees(WordWriter writer, List<String> addressees) {
        if (addressees.isEmpty()) {
            return List.of();
        }
        var address = writer.wordsIn(Place.ADDRESSEES).replaceFirst(":?$", ":");
        if (addressees.size() == 1) {
            return List.of(
                    writer.paragraph(Look.ADDRESSEE, address + " " + WordText.endingWith("", addressees.get(0))));
        }
        return Stream.concat(
                        Stream.of(writer.paragraph(Look.ADDRESSEES_HEAD, address)),
                        listed(addressees, ".").map(line -> writer.paragraph(Look.ADDRESSEES, line)))
                .toList();
    }

    /** "- …" with ";" behind each but the last. */
    private static Stream<String> listed(List<String> lines, String end) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> "- "
                        + WordText.endingWith(
                                i == lines.size() - 1 ? end : ";",
                                lines.get(i).strip().replaceFirst("^[-–]\\s*", "")));
    }

    /** Each ends with a semicolon, the last with a full stop (Phụ lục I). */
    private static List<Element> bases(WordWriter writer, List<String> bases) {
        return IntStream.range(0, bases.size())
                .mapToObj(i -> writer.paragraph(
                        Look.BASIS, WordText.endingWith(i == bases.size() - 1 ? "." : ";", bases.get(i))))
                .toList();
    }

    /** The text ends with "./." as in the decree's own samples. */
    private static List<Block> closed(List<Block> body) {
        if (body.isEmpty() || !(body.get(body.size() - 1) instanceof Paragraph last)) {
            return body;
        }
        var closed = new ArrayList<>(body);
        closed.set(body.size() - 1, new Paragraph(WordText.endingWith("./.", last.text())));
        return closed;
    }

    private static void sign(WordWriter writer, Signature signature) {
        var width = widthOf(writer.file(), Place.AUTHORITY);
        writer.fill(
                Place.AUTHORITY,
                signature.authority().stream()
                        .map(WordText::inCapitals)
                        .map(line -> width == 0 ? line : LineLength.broken(line, SIGNATURE_HALF_POINTS, width))
                        .collect(Collectors.joining("\n")));
        writer.fill(Place.NAME, isBlank(signature.name()) ? OPEN : signature.name());
    }

    /** One stands to the left of the signature; several in a row, each as wide as the signature. */
    private static List<Element> cosigners(WordWriter writer, List<Cosigner> cosigners) {
        if (cosigners.isEmpty()) {
            return List.of(writer.paragraph(Look.AUTHORITY));
        }
        if (cosigners.size() == 1) {
            return cosigner(writer, cosigners.get(0), widthOf(writer.file(), Place.COSIGNERS));
        }
        var places = cosigners.size() + 1;
        writer.shareRow(Place.COSIGNERS, cosigners.size(), places);
        var width = widthOf(writer.file(), Place.COSIGNERS);
        var each = width / cosigners.size();
        return writer.sideBySide(
                cosigners.stream()
                        .map(cosigner -> cosigner(writer, cosigner, each))
                        .toList(),
                each);
    }

    private static List<Element> cosigner(WordWriter writer, Cosigner cosigner, int width) {
        var title = LineLength.broken(WordText.inCapitals(cosigner.title()), SIGNATURE_HALF_POINTS, width);
        return Stream.concat(
                        title.lines().map(line -> writer.paragraph(Look.AUTHORITY, line)),
                        Stream.of(writer.paragraph(Look.NAME, isBlank(cosigner.name()) ? OPEN : cosigner.name())))
                .toList();
    }

    private static List<Element> recipients(WordWriter writer, List<String> recipients) {
        return listed(recipients, ";")
                .map(line -> writer.paragraph(Look.RECIPIENT, line))
                .toList();
    }

    /** Each annex is a section of its own, so that its pages are counted from one (Phụ lục I, phần II). */
    private static void annex(
            WordWriter writer,
            WordFile file,
            List<Annex> annexes,
            DocumentType type,
            Letterhead letterhead,
            String symbol) {
        var body = file.body();
        var ofText = sectionOf(file);
        for (int i = 0; i < annexes.size(); i++) {
            var annex = annexes.get(i);
            var former = sectionOf(file);
            var section = annex.landscape() ? onItsSide(ofText) : (Element) ofText.cloneNode(true);
            endSection(writer, body, former);
            body.appendChild(
                    writer.paragraph(Look.ANNEX_NUMBER, annexes.size() == 1 ? "Phụ lục" : "Phụ lục " + numeral(i + 1)));
            body.appendChild(annexTitle(writer, WordText.inCapitals(annex.title()), textWidthOf(section)));
            body.appendChild(reference(writer, type, letterhead, symbol));
            writer.blocks(annex.body(), textWidthOf(section)).forEach(body::appendChild);
            body.appendChild(section);
        }
    }

    private static Element annexTitle(WordWriter writer, String title, int width) {
        var made = writer.paragraph(Look.ANNEX_TITLE, title);
        var taken = LineLength.balanced(title, TITLE_HALF_POINTS, width);
        if (taken < width) {
            writer.indent(made, (width - taken) / 2);
        }
        return made;
    }

    /** The section's properties move from the end of the body into its last paragraph. */
    private static void endSection(WordWriter writer, Element body, Element section) {
        body.removeChild(section);
        var paragraphs = childrenOf(body);
        var last = paragraphs.isEmpty() ? null : paragraphs.get(paragraphs.size() - 1);
        if (last == null
                || !"p".equals(last.getLocalName())
                || !last.getTextContent().isBlank()
                || firstChild(last, "pPr").isEmpty()) {
            last = writer.paragraph(Look.SECTION_END);
            body.appendChild(last);
        }
        firstChild(last, "pPr").orElseThrow().appendChild(section);
    }

    /** "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 01 năm 2022 của …)". */
    private static Element reference(WordWriter writer, DocumentType type, Letterhead letterhead, String symbol) {
        var reference = writer.paragraph(Look.ANNEX_REFERENCE, "(Kèm theo %s số ".formatted(type.label()));
        reference.appendChild(writer.control(Place.NUMBER, OPEN + "/" + symbol));
        reference.appendChild(writer.run(" "));
        reference.appendChild(writer.control(Place.DATE, OPEN_DATE));
        reference.appendChild(writer.run(" của %s)".formatted(letterhead.agency())));
        return reference;
    }

    private static String numeral(int number) {
        return number <= ROMAN.size() ? ROMAN.get(number - 1) : "X" + numeral(number - ROMAN.size());
    }

    private static Element onItsSide(Element section) {
        var turned = (Element) section.cloneNode(true);
        var size = firstChild(turned, "pgSz").orElseThrow();
        var width = attribute(size, "w");
        size.setAttributeNS(WordFile.W, "w:w", attribute(size, "h"));
        size.setAttributeNS(WordFile.W, "w:h", width);
        size.setAttributeNS(WordFile.W, "w:orient", "landscape");
        return turned;
    }

    private static Element sectionOf(WordFile file) {
        return firstChild(file.body(), "sectPr")
                .orElseThrow(() -> new WordUnreadable("Tệp Word không có khổ giấy.", null));
    }

    /** Between the margins, in twips. */
    private static int textWidthOf(Element section) {
        var size = firstChild(section, "pgSz").orElseThrow();
        var margins = firstChild(section, "pgMar").orElseThrow();
        return twips(size, "w") - twips(margins, "left") - twips(margins, "right");
    }

    private static int widthOf(WordFile file, Place place) {
        return file.controls(place).stream()
                .findFirst()
                .map(WordDocuments::widthAround)
                .orElse(0);
    }

    /** Of the table cell around a control; the letterhead's columns have fixed widths. */
    private static int widthAround(Element control) {
        for (var node = control.getParentNode(); node instanceof Element element; node = element.getParentNode()) {
            if ("tc".equals(element.getLocalName())) {
                return firstChild(element, "tcPr")
                        .flatMap(properties -> firstChild(properties, "tcW"))
                        .map(width -> twips(width, "w"))
                        .orElse(0);
            }
        }
        return 0;
    }

    private static int twips(Element element, String name) {
        var value = attribute(element, name);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
