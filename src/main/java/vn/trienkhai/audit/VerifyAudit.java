package vn.trienkhai.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.trienkhai.audit.AuditVerification.Anchor;
import vn.trienkhai.audit.AuditVerification.Result;

/**
 * The command {@code java -jar trien-khai.jar verify-audit}: reads the chain of the audit and says whether it holds. It starts
 * nothing of the program but a connection, which may be one that can only read.
 *
 * <p>Exit code 0: holds; 1: does not hold; 2: could not be read.
 */
public final class VerifyAudit {

    public static final String COMMAND = "verify-audit";

    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int UNREADABLE = 2;

    private static final int PROBLEMS_SHOWN = 20;
    private static final String URL = "--url=";
    private static final String USER = "--user=";
    private static final String ANCHORS = "--anchors=";
    private static final String HEAD = "--head=";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final String USAGE =
            """
            Kiểm tra chuỗi nhật ký kiểm toán.
              java -jar trien-khai.jar verify-audit [--url=…] [--user=…] [--anchors=<tệp>] [--head=<số dòng>:<mã>]
              --url      địa chỉ cơ sở dữ liệu (JDBC); không ghi: biến POSTGRES_URL
              --user     tài khoản, chỉ cần quyền đọc; không ghi: biến POSTGRES_USER
                         mật khẩu chỉ lấy ở biến POSTGRES_PASSWORD
              --anchors  tệp đầu chuỗi mà chương trình ghi hằng ngày (plan.audit.anchors)
              --head     một đầu chuỗi đã chép lại trước đây
            """;

    private VerifyAudit() {}

    /** @param arguments those of the command line without the name of the command */
    public static int run(String... arguments) {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return run(Arrays.asList(arguments), System.getenv(), out);
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintWriter out) {
        try {
            for (var argument : arguments) {
                if (List.of(URL, USER, ANCHORS, HEAD).stream().noneMatch(argument::startsWith)) {
                    throw new IllegalArgumentException("Không hiểu: “%s”.".formatted(argument));
                }
            }
            var anchors = new ArrayList<Anchor>();
            for (var file : given(arguments, ANCHORS)) {
                Files.readAllLines(Path.of(file)).stream()
                        .filter(line -> !line.isBlank())
                        .map(Anchor::parse)
                        .forEach(anchors::add);
            }
            given(arguments, HEAD).stream().map(Anchor::parse).forEach(anchors::add);
            var result = read(arguments, environment, anchors);
            report(result, anchors.size(), out);
            return result.holds() ? HOLDS : BROKEN;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            out.print(USAGE);
        } catch (IOException unreadable) {
            out.println("Không đọc được tệp đầu chuỗi: " + unreadable.getMessage());
        } catch (SQLException unreadable) {
            out.println("Không đọc được cơ sở dữ liệu: " + unreadable.getMessage());
        }
        out.flush();
        return UNREADABLE;
    }

    private static Result read(List<String> arguments, Map<String, String> environment, List<Anchor> anchors)
            throws SQLException {
        var url = first(given(arguments, URL), environment.get("POSTGRES_URL"));
        if (url == null) {
            throw new IllegalArgumentException("Chưa cho biết cơ sở dữ liệu (--url hoặc POSTGRES_URL).");
        }
        var user = first(given(arguments, USER), environment.get("POSTGRES_USER"));
        try (var database = DriverManager.getConnection(url, user, environment.getOrDefault("POSTGRES_PASSWORD", ""))) {
            return new AuditVerification(anchors).verify(database);
        }
    }

    private static void report(Result result, int anchors, PrintWriter out) {
        out.printf("Số dòng: %d%n", result.rows());
        if (result.rows() > 0) {
            out.printf("Từ %s đến %s%n", moment(result.from()), moment(result.until()));
            out.printf("Đầu chuỗi: %d:%s%n", result.last(), result.head());
        }
        out.printf(
                anchors == 0
                        ? "Không có mã đã ghi lại để đối chiếu: ai sửa được cả cơ sở dữ liệu có thể đã tính lại toàn chuỗi.%n"
                        : "Đối chiếu với %d mã đã ghi lại.%n",
                anchors);
        if (result.holds()) {
            out.println("KẾT LUẬN: chuỗi còn nguyên.");
        } else {
            out.printf(
                    "KẾT LUẬN: chuỗi KHÔNG còn nguyên. Sai đầu tiên: %s%n",
                    result.problems().get(0));
            result.problems().stream().skip(1).limit(PROBLEMS_SHOWN).forEach(problem -> out.println("  " + problem));
            if (result.problems().size() > PROBLEMS_SHOWN + 1) {
                out.printf("  … và %d chỗ khác%n", result.problems().size() - PROBLEMS_SHOWN - 1);
            }
        }
        out.flush();
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    private static List<String> given(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .toList();
    }

    private static String first(List<String> given, String otherwise) {
        return given.isEmpty() ? otherwise : given.get(0);
    }
}
