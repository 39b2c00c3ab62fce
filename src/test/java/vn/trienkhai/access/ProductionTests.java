package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.TrienKhai;
import vn.trienkhai.access.ProductionRefused.Problem;

/** What production refuses to start with, and in which words. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionTests extends ProcessTest {

    private static final String STRONG = "plan.access.admin-password=mot-cau-dai-va-rieng";

    @Autowired
    ProcessEngine processEngine;

    static List<Arguments> refusals() {
        return List.of(
                Arguments.of(List.of("spring.profiles.active=production,demo", STRONG), "Hồ sơ “demo” chạy cùng"),
                Arguments.of(
                        List.of("spring.profiles.active=production", STRONG, "plan.access.demo-password=x"),
                        "ngoài hồ sơ “demo”"),
                Arguments.of(
                        List.of("spring.profiles.active=production", "plan.access.admin-password=trienkhai"),
                        "Mật khẩu người quản trị là mật khẩu dùng thử"),
                Arguments.of(
                        List.of("spring.profiles.active=production", "plan.access.admin-password=ngan-ngan"),
                        "ngắn hơn 12 ký tự"),
                Arguments.of(
                        List.of("spring.profiles.active=production", "plan.access.admin-password=trienkhai2026"),
                        "Mật khẩu người quản trị dễ đoán"),
                Arguments.of(
                        List.of("spring.profiles.active=production", STRONG, "spring.datasource.url=jdbc:h2:mem:x"),
                        "H2 trong bộ nhớ"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysInVietnameseWhyItDoesNotStart(List<String> settings, String reason, CapturedOutput output) {
        var given = Stream.concat(
                        settings.stream().map("--"::concat),
                        Stream.of("--server.port=0", "--spring.main.banner-mode=off"))
                .toArray(String[]::new);

        var refused =
                catchThrowableOfType(RuntimeException.class, () -> new SpringApplication(TrienKhai.class).run(given));

        assertThat(refused).isNotNull();
        assertThat(output.getAll())
                .contains("Triển Khai không khởi động:")
                .contains(reason)
                .contains("Cách xử lý:")
                .doesNotContain("\tat ");
    }

    @Test
    void makesDemoAccountsInTheProfileDemoOnly() {
        var environment = new MockEnvironment().withProperty("plan.access.demo-password", "trienkhai");

        var refused = catchThrowableOfType(
                ProductionRefused.class, () -> new ProductionSettings().postProcessEnvironment(environment, null));
        environment.setActiveProfiles("demo");

        assertThat(refused.problems()).hasSize(1);
        assertThatCode(() -> new ProductionSettings().postProcessEnvironment(environment, null))
                .doesNotThrowAnyException();
    }

    @Test
    void startsOverADatabaseOfItsOwnWithAPasswordOfItsOwn() {
        var environment = new MockEnvironment()
                .withProperty("plan.access.admin-password", "mot-cau-dai-va-rieng")
                .withProperty("spring.datasource.url", "jdbc:postgresql://localhost/trienkhai");
        environment.setActiveProfiles("production");

        assertThatCode(() -> new ProductionSettings().postProcessEnvironment(environment, null))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesADatabaseThatDemoPeopleUsed() {
        var accounts =
                new ProductionAccounts(processEngine, new AccessSettings(null, "mot-cau-dai-va-rieng", null, null));

        var refused = catchThrowableOfType(ProductionRefused.class, accounts::afterSingletonsInstantiated);

        assertThat(refused.problems())
                .extracting(Problem::wrong)
                .anySatisfy(wrong -> assertThat(wrong).contains("đã chạy hồ sơ “demo”"))
                .anySatisfy(wrong -> assertThat(wrong).contains("quản trị dùng mật khẩu dùng thử"));
    }
}
