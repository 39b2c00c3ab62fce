package vn.trienkhai.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.trienkhai.Browserless;

/** One Java machine that runs the program, and can be killed as by {@code kill -9}. */
class Node {

    private final String name;
    private final int port;
    private final int managementPort;
    private final List<String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile Process process;

    Node(String name, int port, int managementPort, Map<String, String> settings) {
        this.name = name;
        this.port = port;
        this.managementPort = managementPort;
        this.settings = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    int port() {
        return port;
    }

    void start() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProgram.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        command.addAll(settings);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", "faults-" + name + ".log").toFile()))
                    .start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** SIGKILL: nothing of it runs to an end. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As a proxy or Docker asks. */
    boolean isReady() {
        try {
            var page = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(page, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    void setClockWrongBy(Duration amount) {
        setClock("?by=" + amount);
    }

    /** To the first minute in which people work, so long from now. */
    void setClockToWorkAfter(Duration amount) {
        setClock("/to-work?after=" + amount);
    }

    private void setClock(String how) {
        var answer = Browserless.signedIn(port, "admin").post("/api/test/clock" + how, "{}");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
