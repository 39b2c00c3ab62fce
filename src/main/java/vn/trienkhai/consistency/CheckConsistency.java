package vn.trienkhai.consistency;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;

/**
 * The command {@code --check-consistency}: says whether books and engine agree, in the database that the settings name, and
 * ends. It starts nothing of the program but the checks, and may run while nodes work: it reads one snapshot and changes nothing.
 *
 * <p>Exit code 0: they agree; 1: they do not; 2: the database could not be read.
 */
public final class CheckConsistency {

    static final String ARGUMENT = "--check-consistency";

    static final int AGREES = 0;
    static final int CONTRADICTS = 1;
    static final int UNREADABLE = 2;

    private static final int SHOWN = 100;

    private CheckConsistency() {}

    /** Nothing of the program but its settings, its log, and the checks of all modules. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "vn.trienkhai",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ConsistencyCheck.class))
    static class ChecksOnly {}

    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(ARGUMENT);
    }

    /** @return the exit code */
    public static int run(String... arguments) {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var context = new SpringApplicationBuilder(ChecksOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            var checks = context.getBeansOfType(ConsistencyCheck.class).values().stream()
                    .sorted(Comparator.comparing(ConsistencyCheck::subject))
                    .toList();
            return run(context.getEnvironment(), new Consistency(checks), out);
        }
    }

    private static int run(Environment settings, Consistency consistency, PrintWriter out) {
        var url = settings.getRequiredProperty("spring.datasource.url");
        try (var database = DriverManager.getConnection(
                url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE" : url,
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"))) {
            return report(consistency.look(database), out);
        } catch (SQLException unreadable) {
            out.println("Không đọc được cơ sở dữ liệu: " + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    static int report(List<Consistency.Finding> findings, PrintWriter out) {
        var all = 0;
        for (var finding : findings) {
            var contradictions = finding.contradictions();
            all += contradictions.size();
            out.printf(
                    "%s: %s%n",
                    finding.subject(), contradictions.isEmpty() ? "khớp" : contradictions.size() + " chỗ không khớp");
            contradictions.stream().limit(SHOWN).forEach(sentence -> out.println("  " + sentence));
            if (contradictions.size() > SHOWN) {
                out.printf("  … và %d chỗ khác%n", contradictions.size() - SHOWN);
            }
        }
        out.println(
                all == 0 ? "KẾT LUẬN: sổ sách và quy trình khớp nhau." : "KẾT LUẬN: %d chỗ KHÔNG khớp.".formatted(all));
        return all == 0 ? AGREES : CONTRADICTS;
    }
}
