package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every form: one screen, what is known first, every field labelled, refusals shown, Vietnamese throughout. */
class FormTests {

    static List<Path> forms() throws IOException {
        try (var files = Stream.concat(
                Files.walk(Path.of("forms")), Files.walk(Path.of("src/main/resources/static/trien-khai")))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> taskForms() throws IOException {
        return forms().stream().filter(file -> file.startsWith("forms")).toList();
    }

    @ParameterizedTest
    @MethodSource("taskForms")
    void showsWhatIsKnownFirstAndCollectsOneAnswer(Path file) throws IOException {
        var form = read(file).select("form");

        assertThat(form).hasSize(1);
        assertThat(form.first().child(0).attr("ng-include")).isEqualTo("tk.known");
        assertThat(form.select("script[cam-script]").html().strip()).isEqualTo("tk.form(camForm);");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void labelsEveryField(Path file) throws IOException {
        var form = read(file);
        for (var field : form.select("input, select, textarea")) {
            var labelled = field.parents().stream()
                            .anyMatch(parent -> parent.normalName().equals("label"))
                    || !field.attr("aria-label").isBlank()
                    || !field.id().isBlank()
                            && !form.select("label[for=" + quoted(field.id()) + "]")
                                    .isEmpty();
            assertThat(labelled).as("label of %s in %s", field, file).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("taskForms")
    void showsARefusalAtEveryRequiredField(Path file) throws IOException {
        var form = read(file);
        var required = form.select(".tk-required").size();
        assertThat(form.select(".tk-field-error[role=alert]").size()).isGreaterThanOrEqualTo(Math.min(1, required));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void holdsNoScriptAndNoDateFieldOfTheBrowser(Path file) throws IOException {
        var form = read(file);

        assertThat(form.select("script:not([cam-script]):not([type=module][src])"))
                .as("scripts other than a page's own file")
                .isEmpty();
        assertThat(form.select("[onclick], [onchange], [onload], [style]")).isEmpty();
        assertThat(form.select("input[type=date]"))
                .as("the browser would show mm/dd/yyyy")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isComposedUnicode(Path file) throws IOException {
        var text = Files.readString(file);

        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    private static String quoted(String id) {
        return "\"" + id.replace("\"", "\\\"") + "\"";
    }

    private static Document read(Path file) throws IOException {
        return Jsoup.parse(Files.readString(file));
    }
}
