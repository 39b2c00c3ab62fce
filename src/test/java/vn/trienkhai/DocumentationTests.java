package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every document as a newcomer does: each link leads somewhere, each file named is there, each decision is kept. */
class DocumentationTests {

    private static final Path DECISIONS = Path.of("docs", "decisions");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern OF_THE_PROJECT = Pattern.compile("(src|processes|forms|plans|docs)/[^<*…]*");
    private static final Pattern NUMBERED = Pattern.compile("\\d{4}-[a-z0-9-]+\\.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

    static List<Path> documents() {
        return Stream.concat(
                        Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                        filesUnder("docs").filter(file -> file.toString().endsWith(".md")))
                .sorted()
                .toList();
    }

    static List<Path> decisions() {
        return filesUnder("docs/decisions")
                .filter(file -> NUMBERED.matcher(file.getFileName().toString()).matches())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkAndPictureLeadsSomewhere(Path document) {
        var targets = all(LINK, document)
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .map(target -> document.resolveSibling(target.replaceFirst("#.*", "")))
                .toList();

        assertThat(targets).as("links of " + document).allSatisfy(target -> assertThat(target)
                .exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFileNamedIsThere(Path document) {
        var paths = all(CODE, document)
                .map(code -> code.group(1))
                .filter(code -> OF_THE_PROJECT.matcher(code).matches())
                .map(Path::of)
                .toList();

        assertThat(paths).as("paths in " + document).allSatisfy(path -> assertThat(path)
                .exists());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionSaysWhyWhatAndWhatItCosts(Path decision) {
        assertThat(all(HEADING, decision).map(heading -> heading.group(1)))
                .as(decision.toString())
                .containsExactly("Context", "Decision", "Consequences", "Confirmation");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionIsKeptByATestThatExists(Path decision) {
        var confirmation = read(decision).replaceFirst("(?s).*## Confirmation", "");
        var tests = TEST.matcher(confirmation).results().toList();

        assertThat(tests).as("tests that keep " + decision).isNotEmpty().allSatisfy(test -> {
            var source = sourceOf(test.group(1));
            assertThat(source).as(test.group(1)).isPresent();
            if (test.group(2) != null) {
                assertThat(read(source.orElseThrow())).contains("void " + test.group(2) + "(");
            }
        });
    }

    @Test
    void decisionsAreCountedWithoutGapsAndListedInTheirOrder() {
        var names =
                decisions().stream().map(file -> file.getFileName().toString()).toList();
        var numbers = names.stream().map(name -> name.substring(0, 4)).toList();
        var listed = all(LINK, DECISIONS.resolve("README.md"))
                .map(link -> link.group(1))
                .filter(target -> NUMBERED.matcher(target).matches())
                .toList();

        assertThat(numbers)
                .isNotEmpty()
                .containsExactlyElementsOf(IntStream.rangeClosed(1, names.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
        assertThat(listed).containsExactlyElementsOf(names);
    }

    private static Stream<MatchResult> all(Pattern pattern, Path document) {
        return pattern.matcher(FENCED.matcher(read(document)).replaceAll("")).results();
    }

    private static Optional<Path> sourceOf(String testClass) {
        return filesUnder("src/test/java")
                .filter(file -> file.endsWith(testClass + ".java"))
                .findFirst();
    }

    private static Stream<Path> filesUnder(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
