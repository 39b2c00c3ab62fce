package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The list of components in the jar belongs to this build. Maven makes none when it is offline, and leaves an older one. */
class SbomTests {

    private static final Path SBOM = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    @Test
    void listsWhatTheProgramIsMadeOf() throws Exception {
        assumeThat(SBOM).as("made by a build that is online").exists();
        var bom = new ObjectMapper().readTree(SBOM.toFile());
        var listed = new HashSet<String>();
        bom.path("components")
                .forEach(component -> listed.add(component.path("name").asText()));
        var pom = Jsoup.parse(Files.readString(Path.of("pom.xml")), Parser.xmlParser());

        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        for (var dependency : pom.select("project > dependencies > dependency")) {
            var name = dependency.selectFirst("> artifactId").text();
            if (dependency.select("> scope").text().equals("test")) {
                assertThat(listed).doesNotContain(name);
            } else {
                assertThat(listed)
                        .as("older than pom.xml? Run ./mvnw clean, online")
                        .contains(name);
            }
        }
    }
}
