package vn.trienkhai.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text on its way into a document. */
class WordText {

    /** What XML 1.0 cannot hold, lone surrogates, and marks that turn the direction of writing. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x09\\x0A\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]"
                    + "|[\\x7F-\\x9F\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern SECTION = Pattern.compile("^\\s*[IVXL]+\\.\\s");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private WordText() {}

    /** Composed Unicode (NFC) without characters that no document can show; null is nothing. */
    static String clean(String text) {
        if (text == null) {
            return "";
        }
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return Normalizer.normalize(UNWRITABLE.matcher(lines).replaceAll(""), Normalizer.Form.NFC);
    }

    /** Lines that say something, without blanks around them. */
    static List<String> lines(String text) {
        return clean(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String inCapitals(String text) {
        return clean(text).toUpperCase(VIETNAMESE);
    }

    /** With this mark at its end and no other. */
    static String endingWith(String mark, String line) {
        return clean(line).strip().replaceFirst("[;.,\\s/]+$", "") + mark;
    }

    /** As it begins a sentence or stands in a list: "đôn đốc …" becomes "Đôn đốc …". */
    static String begun(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(VIETNAMESE) + text.substring(1);
    }

    /** Number and title of a mục ("I. …") in capitals (Phụ lục I, mẫu chữ, số 6 điểm b). */
    static String asHeading(int level, String text) {
        return level == 1 && SECTION.matcher(text).find() ? inCapitals(text) : text;
    }

    /** As it continues a sentence: "Đôn đốc …" becomes "đôn đốc …"; abbreviations such as "UBND" stay. */
    static String continued(String text) {
        var clean = clean(text).strip();
        return clean.length() < 2 || Character.isUpperCase(clean.charAt(1))
                ? clean
                : clean.substring(0, 1).toLowerCase(VIETNAMESE) + clean.substring(1);
    }
}
