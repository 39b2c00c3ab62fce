package vn.trienkhai.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How long a line in Times New Roman Bold is, by the widths of its letters; marks above and below letters take no room,
 * the horn of "ư" and "ơ" does.
 * Needed because rules are as long as a part of the line above them, whatever fonts the server has.
 */
class LineLength {

    private static final int[] CAPITALS = {
        722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722,
        1000, 722, 722, 667
    };

    private static final int[] SMALL = {
        500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500,
        722, 500, 500, 444
    };

    /** Of "ư" and "ơ", the only mark that makes a letter wider. */
    private static final char HORN = '\u031b';

    /** One millimetre, by which a width is tried. */
    private static final int STEP = 57;

    /** One part in so many that letters may be wider in another font. */
    private static final int SLACK = 25;

    private LineLength() {}

    /** @param halfPoints size of the letters @return in twips */
    static int of(String line, int halfPoints) {
        var letters = Normalizer.normalize(line, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}&&[^\u031b]]", "")
                .replace('Đ', 'D')
                .replace('đ', 'd');
        var thousandths = letters.chars().map(LineLength::widthOf).sum();
        return thousandths * halfPoints * 10 / 1000;
    }

    private static int widthOf(int letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return CAPITALS[letter - 'A'];
        }
        if (letter >= 'a' && letter <= 'z') {
            return SMALL[letter - 'a'];
        }
        return switch (letter) {
            case HORN -> 80;
            case '/' -> 278;
            case '-', '(', ')' -> 333;
            case '“', '”', '–' -> 500;
            case '…' -> 1000;
            default -> Character.isDigit(letter) ? 500 : 250;
        };
    }

    /** The last line of a text that is broken at blanks wherever the next word does not fit. */
    static int ofLastLine(String text, int halfPoints, int width) {
        var lines = lines(text.substring(text.lastIndexOf('\n') + 1), halfPoints, width);
        return Math.min(of(lines.get(lines.size() - 1), halfPoints), width);
    }

    private static List<String> lines(String text, int halfPoints, int width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && of(longer, halfPoints) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** The least width in which a text has no more lines than in the whole: its lines are about as long as each other then. */
    static int balanced(String text, int halfPoints, int width) {
        var count = lines(text, halfPoints, width).size();
        var least = width;
        while (count > 1
                && least - STEP > 0
                && lines(text, halfPoints, least - STEP).size() == count) {
            least -= STEP;
        }
        return Math.min(width, least + least / SLACK);
    }

    /** A name over as few lines as hold it, as equal as may be; "ỦY BAN NHÂN DÂN" stands alone. */
    static String broken(String name, int halfPoints, int width) {
        var committee = "ỦY BAN NHÂN DÂN ";
        if (name.contains("\n") || of(name, halfPoints) <= width) {
            return name;
        }
        if (name.toUpperCase(Locale.ROOT).startsWith(committee)) {
            return name.substring(0, committee.length() - 1)
                    + "\n"
                    + broken(name.substring(committee.length()), halfPoints, width);
        }
        var words = name.split(" ");
        var best = name;
        var shortest = Integer.MAX_VALUE;
        for (int i = 1; i < words.length; i++) {
            var first = Arrays.stream(words, 0, i).collect(Collectors.joining(" "));
            var second = Arrays.stream(words, i, words.length).collect(Collectors.joining(" "));
            var longer = Math.max(of(first, halfPoints), of(second, halfPoints));
            if (longer < shortest) {
                shortest = longer;
                best = first + "\n" + second;
            }
        }
        return best;
    }
}
