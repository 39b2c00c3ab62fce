package vn.trienkhai.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What can be known of the image without an engine that builds it: it takes only what is there, and the archive apart as
 * {@code deploy/smoke-test} does, which then runs it.
 */
class DockerfileTests {

    private final String dockerfile = read("Dockerfile").replace("\\\n", " ");
    private final String smokeTest = read("deploy/smoke-test");

    @Test
    void copiesOnlyWhatIsThereAndNotIgnored() {
        var ignored = read(".dockerignore").lines().toList();
        assertThat(ignored).first().isEqualTo("*");
        var sent = ignored.stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(sent).allSatisfy(file -> assertThat(Path.of(file)).exists());

        var copied = all("(?m)^COPY (?!--from)(.+)$")
                .flatMap(found -> {
                    var words = List.of(found.group(1).strip().split("\\s+"));
                    return words.subList(0, words.size() - 1).stream();
                })
                .filter(file -> !file.equals("."))
                .toList();
        assertThat(copied)
                .containsExactlyInAnyOrder(".mvn", "mvnw", "pom.xml", "deploy/ready")
                .isSubsetOf(sent);
        assertThat(sent)
                .as("all that pom.xml makes resources of")
                .contains("src", "processes", "forms", "plans", "templates");
    }

    @Test
    void takesTheArchiveApartAsTheSmokeTestDoes() {
        assertThat(all("java -Djarmode=tools -jar \\S+ (extract [^&\\n]*?) --destination")
                        .map(found -> found.group(1))
                        .toList())
                .containsExactly("extract --layers --application-filename trien-khai.jar");
        assertThat(smokeTest)
                .contains("java -Djarmode=tools -jar \"$jar\" extract --layers --application-filename trien-khai.jar");
        var layers = all("(?m)^COPY --from=build /layers/(\\S+)/ \\./$")
                .map(found -> found.group(1))
                .toList();
        assertThat(layers).isEqualTo(layersOfTheSmokeTest()).endsWith("application");
        assertThat(all("(?m)^ENTRYPOINT (.*)$").map(found -> found.group(1)).toList())
                .containsExactly("[\"java\", \"-jar\", \"trien-khai.jar\"]");
    }

    @Test
    void runsAsSomebodyWhoMayNothing() {
        var last = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));

        assertThat(Pattern.compile("(?m)^USER (.*)$").matcher(last).results().map(found -> found.group(1)))
                .containsExactly("10001");
        assertThat(last).contains("--uid 10001").contains("--shell /usr/sbin/nologin");
        assertThat(last).doesNotContain("-jdk").doesNotContain("maven").doesNotContain("chmod");
    }

    private List<String> layersOfTheSmokeTest() {
        var list = Pattern.compile("for layer in ([^;]+); do").matcher(smokeTest);
        assertThat(list.find()).isTrue();
        return Arrays.asList(list.group(1).split(" "));
    }

    private Stream<MatchResult> all(String pattern) {
        return Pattern.compile(pattern).matcher(dockerfile).results();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
