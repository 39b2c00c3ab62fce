package vn.trienkhai.form;

import java.text.Collator;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Vietnamese text as people search and sort it: without diacritics and case, or in the order of the alphabet. */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    /** "Phường Dương Đông" becomes "phuong duong dong"; null an empty text. */
    public static String of(String text) {
        return text == null
                ? ""
                : MARKS.matcher(Normalizer.normalize(text, Form.NFD))
                        .replaceAll("")
                        .replace('đ', 'd')
                        .replace('Đ', 'd')
                        .toLowerCase(Locale.ROOT);
    }

    /** Whether each word of what was typed occurs in one of the texts. */
    public static boolean finds(String typed, String... texts) {
        var searched = of(String.join("\n", Arrays.stream(texts).map(Folded::of).toList()));
        return Arrays.stream(of(typed).strip().split("\\s+")).allMatch(searched::contains);
    }

    /** In the order of the Vietnamese alphabet: "Ăn" after "An" and before "Ân", "Đội" after "Dân". */
    public static <T> Comparator<T> alphabetically(Function<T, String> name) {
        return Comparator.comparing(name, Collator.getInstance(Locale.forLanguageTag("vi"))::compare);
    }

    /** People as Vietnamese lists name them: by given name, the last word, then by the words before it. */
    public static <T> Comparator<T> byGivenName(Function<T, String> name) {
        return alphabetically(name.andThen(Folded::givenName)).thenComparing(alphabetically(name));
    }

    private static String givenName(String name) {
        return name.strip().substring(name.strip().lastIndexOf(' ') + 1);
    }
}
