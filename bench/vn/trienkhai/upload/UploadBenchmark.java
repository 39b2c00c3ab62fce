package vn.trienkhai.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.Browserless;
import vn.trienkhai.DurablePostgres;
import vn.trienkhai.TrienKhai;

/**
 * Pictures uploaded over HTTP through the gate, with sign-in, token, check of the content and SHA-256, against the same bytes
 * written into PostgreSQL by JDBC and nothing else.
 *
 * <p>Arguments: megabytes of each round (40).
 */
public final class UploadBenchmark {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};
    private static final String OFFICER = "phong-kinh-te.officer";

    private UploadBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        try (var server = DurablePostgres.start();
                var program = (ServletWebServerApplicationContext) new SpringApplicationBuilder(TrienKhai.class)
                        .run(
                                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=",
                                "--spring.profiles.active=demo",
                                "--camunda.bpm.job-execution.enabled=false",
                                "--server.port=0",
                                "--logging.level.root=WARN")) {
            var jdbc = program.getBean(JdbcTemplate.class);
            jdbc.execute("create table bytes_only (id uuid primary key, content bytea)");
            var person = Browserless.signedIn(program.getWebServer().getPort(), OFFICER);
            for (var kilobytes : List.of(100, 100, 1_000, 5_000)) {
                for (var people : List.of(1, 8)) {
                    var files = Math.max(people, megabytes * 1_000 / kilobytes);
                    var pictures = pictures(files, kilobytes);
                    var written = seconds(people, pictures, picture -> jdbc.update(
                            "insert into bytes_only values (?, ?)", UUID.randomUUID(), picture));
                    var uploaded = seconds(people, pictures, picture -> {
                        var answer = person.upload("anh.png", picture);
                        if (answer.statusCode() != 200) {
                            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                        }
                    });
                    say("%,d kB, %d at once: %.1f uploads a second, %.1f MB/s; bytes alone %.1f a second; ratio %.2f",
                            kilobytes, people, files / uploaded, files * kilobytes / 1_000.0 / uploaded, files / written, written / uploaded);
                }
            }
        }
        System.exit(0);
    }

    private interface Act {
        void on(byte[] picture);
    }

    private static double seconds(int people, List<byte[]> pictures, Act act) throws Exception {
        var threads = Executors.newFixedThreadPool(people);
        try {
            var begun = System.nanoTime();
            var all = new ArrayList<Callable<Void>>();
            for (var picture : pictures) {
                all.add(() -> {
                    act.on(picture);
                    return null;
                });
            }
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            threads.shutdown();
        }
    }

    /** Of noise, which no database makes smaller. */
    private static List<byte[]> pictures(int number, int kilobytes) {
        var random = new Random(number);
        var all = new ArrayList<byte[]>();
        for (int i = 0; i < number; i++) {
            var picture = new byte[kilobytes * 1_000];
            random.nextBytes(picture);
            System.arraycopy(PNG, 0, picture, 0, PNG.length);
            all.add(picture);
        }
        return all;
    }

    private static void say(String sentence, Object... values) {
        System.out.println(String.format(Locale.ROOT, sentence, values));
    }
}
