package vn.trienkhai.document;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How long a line in Times New Roman Bold is, by the widths of its letters; marks above and below letters take no room.
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

    private LineLength() {}

    /** @param halfPoints size of the letters @return in twips */
    static int of(String line, int halfPoints) {
        var letters = Normalizer.normalize(line, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
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
        return Character.isDigit(letter) ? 500 : letter == '-' ? 333 : 250;
    }

    /** The last line of a text that is broken at blanks wherever the next word does not fit. */
    static int ofLastLine(String text, int halfPoints, int width) {
        var last = text.substring(text.lastIndexOf('\n') + 1);
        var line = "";
        for (var word : last.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            line = of(longer, halfPoints) > width ? word : longer;
        }
        return Math.min(of(line, halfPoints), width);
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
