package vn.trienkhai.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import vn.trienkhai.access.ProductionRefused.Problem;

/**
 * Looks at the settings before anything is opened. Demo accounts are made in the profile "demo" only, and the profile
 * "production" starts neither with them, nor with a password that everybody can read, nor over a database that forgets.
 */
class ProductionSettings implements EnvironmentPostProcessor, Ordered {

    static final String DEMO = "demo";
    static final String PRODUCTION = "production";

    /** Stands in README. */
    static final String KNOWN_PASSWORD = "trienkhai";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var problems = new ArrayList<Problem>();
        var demo = environment.acceptsProfiles(Profiles.of(DEMO));
        var production = environment.acceptsProfiles(Profiles.of(PRODUCTION));
        if (demo && production) {
            problems.add(new Problem(
                    "Hồ sơ “demo” chạy cùng hồ sơ “production”: tài khoản dùng thử có mật khẩu ai cũng biết.",
                    "Bỏ “demo” khỏi SPRING_PROFILES_ACTIVE."));
        } else if (!demo && !valueOf(environment, "plan.access.demo-password").isBlank()) {
            problems.add(new Problem(
                    "Có mật khẩu tài khoản dùng thử (plan.access.demo-password) ngoài hồ sơ “demo”.",
                    "Bỏ thiết lập plan.access.demo-password."));
        }
        if (production && !demo) {
            problems.addAll(ofProduction(environment));
        }
        ProductionRefused.ifAny(problems);
    }

    private static List<Problem> ofProduction(ConfigurableEnvironment environment) {
        var problems = new ArrayList<Problem>();
        var password = valueOf(environment, "plan.access.admin-password");
        if (KNOWN_PASSWORD.equals(password)) {
            problems.add(new Problem(
                    "Mật khẩu người quản trị là mật khẩu dùng thử ai cũng biết.",
                    "Đặt ADMIN_PASSWORD bằng một mật khẩu khác, ít nhất 12 ký tự."));
        } else if (!password.isBlank() && PasswordRules.isTooShort(password)) {
            problems.add(new Problem(
                    "Mật khẩu người quản trị ngắn hơn 12 ký tự.", "Đặt ADMIN_PASSWORD dài ít nhất 12 ký tự."));
        } else if (!password.isBlank() && PasswordRules.isSoonGuessed(password, List.of("admin"))) {
            problems.add(new Problem(
                    "Mật khẩu người quản trị dễ đoán: là mật khẩu hay gặp, từ quen thuộc hoặc dãy ký tự liền nhau.",
                    "Đặt ADMIN_PASSWORD bằng một mật khẩu khó đoán, ví dụ bốn từ không liên quan với nhau."));
        }
        if (valueOf(environment, "spring.datasource.url").startsWith("jdbc:h2:mem:")) {
            problems.add(new Problem(
                    "Cơ sở dữ liệu H2 trong bộ nhớ: tắt chương trình là mất hết.",
                    "Dùng PostgreSQL: thêm hồ sơ “postgresql”, đặt POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD."));
        }
        if (valueOf(environment, "plan.access.directory.ldap.url").startsWith("ldap:")) {
            problems.add(new Problem(
                    "Mật khẩu đi qua mạng không mã hóa: địa chỉ danh bạ bắt đầu bằng ldap:.",
                    "Đặt LDAP_URL bắt đầu bằng ldaps:."));
        }
        return problems;
    }

    private static String valueOf(ConfigurableEnvironment environment, String name) {
        return Binder.get(environment).bind(name, String.class).orElse("");
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
