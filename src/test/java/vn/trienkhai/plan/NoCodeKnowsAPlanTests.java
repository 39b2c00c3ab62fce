package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Units, duties, topics and channels come from data: no Java outside comments names those of plan 269. */
class NoCodeKnowsAPlanTests {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern OF_PLAN_269 = Pattern.compile(
            "\\b(269|KENH-\\d|ND-\\d|HT-\\d|NN-\\d|VHTT-\\d|KT-\\d|TTVH-\\d|XP-\\d)|\"(phong-|tt-vhtt|ban-bien-tap|duong-dong)");

    @Test
    void noCodeNamesAUnitOrACodeOfPlan269() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    COMMENT.matcher(Files.readString(file)).replaceAll(""))
                            .as(file.toString())
                            .doesNotContainPattern(OF_PLAN_269));
        }
    }
}
