package vn.trienkhai.upkeep;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The command {@code --move-to-postgresql}: takes everything out of the database that the program has used so far (H2 in a file)
 * into an empty PostgreSQL, and ends. It reads the one as {@code spring.datasource} names it, the other as {@code POSTGRES_URL},
 * {@code POSTGRES_USER} and {@code POSTGRES_PASSWORD} do. The old database is only read, and stays as it was.
 */
public final class MoveToPostgres {

    static final String ARGUMENT = "--move-to-postgresql";

    private static final Logger LOG = LoggerFactory.getLogger(MoveToPostgres.class);

    private MoveToPostgres() {}

    /** Nothing of the program but its settings and its log. */
    @Configuration(proxyBeanMethods = false)
    static class SettingsOnly {}

    public static boolean isAskedFor(String... args) {
        return Arrays.asList(args).contains(ARGUMENT);
    }

    /** @return 0 if everything arrived; otherwise nothing did, and the log says why */
    public static int run(String... args) {
        try (var context = new SpringApplicationBuilder(SettingsOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(args)) {
            return move(context.getEnvironment());
        }
    }

    private static int move(Environment settings) {
        var from = settings.getRequiredProperty("spring.datasource.url");
        var to = settings.getProperty("POSTGRES_URL");
        if (!from.startsWith("jdbc:h2:") || to == null || !to.startsWith("jdbc:postgresql:")) {
            LOG.error(
                    "Cần nguồn là H2 (spring.datasource.url, đang là {}) và đích là PostgreSQL (POSTGRES_URL, đang là {})."
                            + " Khi chuyển dữ liệu không bật profile postgresql.",
                    from,
                    to);
            return 2;
        }
        try (var source = open(
                        onlyIfThere(from),
                        settings.getProperty("spring.datasource.username"),
                        settings.getProperty("spring.datasource.password"));
                var target =
                        open(to, settings.getProperty("POSTGRES_USER"), settings.getProperty("POSTGRES_PASSWORD"))) {
            LOG.info("Chuyển toàn bộ dữ liệu từ {} sang {}. Cơ sở dữ liệu cũ chỉ được đọc, không thay đổi.", from, to);
            var rows = new DataMove(source, target).run();
            LOG.info(
                    "Xong: {} dòng đã sang PostgreSQL, đã đếm và đối chiếu từng bảng. Từ nay hãy chạy với profile postgresql;"
                            + " giữ cơ sở dữ liệu cũ làm bản lưu.",
                    rows);
            return 0;
        } catch (MoveRefused refused) {
            LOG.error("{}", refused.getMessage());
            return 2;
        } catch (SQLException failure) {
            LOG.error("Không chuyển được, PostgreSQL chưa nhận gì: {}", failure.getMessage(), failure);
            return 1;
        }
    }

    private static String onlyIfThere(String url) {
        return url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE" : url;
    }

    private static Connection open(String url, String user, String password) throws SQLException {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException failure) {
            throw new MoveRefused(
                    "Không mở được %s: %s. Chương trình đang dùng H2 phải dừng trước; PostgreSQL phải chạy và có cơ sở dữ liệu trống."
                            .formatted(url, failure.getMessage()),
                    failure);
        }
    }
}
