package vn.trienkhai.document;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is searched: small letters without marks, so that "bao cao" finds "Báo cáo" on every database. */
final class Folded {

    private static final String MARKS = "\\p{M}+";

    private Folded() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll(MARKS, "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .strip();
    }
}
