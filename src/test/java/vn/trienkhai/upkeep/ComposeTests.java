package vn.trienkhai.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml as the compose client itself understands it; no engine is needed for that. */
class ComposeTests {

    private static final Map<String, String> SECRETS = Map.of(
            "POSTGRES_PASSWORD", "one",
            "ADMIN_PASSWORD", "two",
            "SERVER_NAME", "trien-khai.example.vn",
            "PLAN_NOTIFICATION_BASE_URL", "https://trien-khai.example.vn",
            "TLS_DIRECTORY", "/etc/tls");

    @TempDir
    Path folder;

    @Test
    void isUnderstoodByTheComposeClient() throws Exception {
        var checked = config(SECRETS);

        assertThat(checked.status()).as(checked.output()).isZero();
        var services = new YAMLMapper().readTree(checked.output()).path("services");
        assertThat(services.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("postgresql", "node-1", "node-2", "proxy", "mail");
        for (var service : services) {
            assertThat(service.path("healthcheck").path("test").isArray()).isTrue();
        }
        for (var node : List.of("node-1", "node-2")) {
            assertThat(services.path(node)
                            .at("/depends_on/postgresql/condition")
                            .asText())
                    .isEqualTo("service_healthy");
            assertThat(services.path(node).has("ports"))
                    .as("only the proxy is reached from outside")
                    .isFalse();
        }
    }

    @Test
    void startsNothingWithoutASecret() throws Exception {
        for (var secret : SECRETS.keySet()) {
            var others = new HashMap<>(SECRETS);
            others.remove(secret);

            var checked = config(others);
            assertThat(checked.status()).as(secret).isNotZero();
            assertThat(checked.output()).contains(secret);
        }
    }

    @Test
    void namesEverySecretInTheExample() throws IOException {
        var example = Files.readString(Path.of("deploy/example.env"));

        assertThat(SECRETS.keySet()).allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "=$"));
        assertThat(Files.readString(Path.of(".gitignore")).lines()).contains(".env");
    }

    @Test
    void holdsNoSecret() throws IOException {
        var compose = new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());

        for (var service : compose.path("services")) {
            for (var setting : environment(service)) {
                if (setting.getKey().endsWith("PASSWORD")
                        && !setting.getKey().startsWith("SPRING_MAIL")
                        && !setting.getKey().startsWith("DEMO")) {
                    assertThat(setting.getValue().asText()).matches("\\$\\{" + setting.getKey() + ":\\?.*}");
                }
            }
        }
    }

    private static Iterable<Map.Entry<String, JsonNode>> environment(JsonNode service) {
        return service.path("environment").properties();
    }

    private record Checked(int status, String output) {}

    private Checked config(Map<String, String> settings) throws IOException, InterruptedException {
        var client = client();
        assumeThat(client)
                .as("docker-compose.yml is not checked: install Debian's package docker-compose")
                .isPresent();
        var nothing = Files.createTempFile(folder, "no", ".env");
        var command = new ArrayList<>(client.orElseThrow());
        command.addAll(List.of("--env-file", nothing.toString(), "-f", "docker-compose.yml", "config"));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().keySet().removeAll(SECRETS.keySet());
        process.environment().putAll(settings);
        var running = process.start();
        var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Checked(running.waitFor(), output);
    }

    private static Optional<List<String>> client() {
        for (var client : List.of(List.of("docker-compose"), List.of("docker", "compose"))) {
            var asked = new ArrayList<>(client);
            asked.add("version");
            try {
                if (new ProcessBuilder(asked).redirectErrorStream(true).start().waitFor() == 0) {
                    return Optional.of(client);
                }
            } catch (IOException missing) {
                continue;
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        return Optional.empty();
    }
}
