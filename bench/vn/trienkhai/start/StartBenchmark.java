package vn.trienkhai.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.trienkhai.Browserless;
import vn.trienkhai.DurablePostgres;
import vn.trienkhai.TrienKhai;

/**
 * A node as its own process on PostgreSQL: seconds until it is ready, on an empty database and again; megabytes that the process
 * holds and that the heap needs after a collection, idle and after people signed in and looked at their list.
 *
 * <p>Arguments: people who sign in (200).
 */
public final class StartBenchmark {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern HELD = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final String database;
    private final int port = freePort();
    private final int managementPort = freePort();
    private Process node;

    private StartBenchmark(String database) throws IOException {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        var people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        try (var server = DurablePostgres.start()) {
            var benchmark = new StartBenchmark(server.getJdbcUrl("postgres", "postgres"));
            var empty = benchmark.start();
            benchmark.stop();
            var again = new ArrayList<Double>();
            for (int i = 0; i < 3; i++) {
                again.add(benchmark.start());
                if (i < 2) {
                    benchmark.stop();
                }
            }
            again.sort(null);
            say("ready after %.1f s on an empty database, after %.1f s again (median of 3), %.2f times",
                    empty, again.get(1), again.get(1) / empty);
            say("idle: %s", benchmark.memory());
            for (int i = 0; i < people; i++) {
                var person = Browserless.signedIn(benchmark.port, i % 2 == 0 ? "phong-kinh-te.officer" : "y-te.head");
                person.get("/camunda/api/engine/engine/default/task/count");
            }
            say("after %d people signed in: %s", people, benchmark.memory());
            benchmark.stop();
        }
        System.exit(0);
    }

    /** @return seconds until it is ready */
    private double start() throws Exception {
        var begun = System.nanoTime();
        node = new ProcessBuilder(
                        "java",
                        "-Xmx700m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrienKhai.class.getName(),
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--spring.profiles.active=demo",
                        "--server.port=" + port,
                        "--management.server.port=" + managementPort,
                        "--logging.level.root=WARN")
                .inheritIO()
                .start();
        while (!isReady()) {
            if (!node.isAlive()) {
                throw new IllegalStateException("The node ended with " + node.exitValue());
            }
            Thread.sleep(50);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void stop() throws InterruptedException {
        node.destroy();
        node.waitFor();
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String memory() throws Exception {
        jcmd("GC.run");
        var heap = USED.matcher(jcmd("GC.heap_info"));
        var held = HELD.matcher(Files.readString(Path.of("/proc", Long.toString(node.pid()), "status")));
        if (!heap.find() || !held.find()) {
            throw new IllegalStateException("No figures of process " + node.pid());
        }
        return String.format(
                Locale.ROOT,
                "heap %d MB after a collection, process %d MB",
                Long.parseLong(heap.group(1)) / 1024,
                Long.parseLong(held.group(1)) / 1024);
    }

    private String jcmd(String command) throws Exception {
        var asked = new ProcessBuilder(List.of("jcmd", Long.toString(node.pid()), command)).start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void say(String sentence, Object... values) {
        System.out.println(String.format(Locale.ROOT, sentence, values));
    }
}
