package vn.trienkhai.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same on a real PostgreSQL; there the command itself too, beside the running program. */
@DirtiesContext
class ConsistencyOnPostgresTests extends ConsistencyTests {

    @Value("${spring.datasource.url}")
    String url;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }

    @Test
    void isACommandOfTheProgram() {
        var at = new String[] {
            CheckConsistency.ARGUMENT,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password="
        };
        assertThat(CheckConsistency.run(at)).isEqualTo(CheckConsistency.AGREES);

        jdbc.sql(
                        "update attachment set sha256 = reverse(sha256) where id = (select id from attachment order by id limit 1)")
                .update();
        try {
            assertThat(CheckConsistency.run(at)).isEqualTo(CheckConsistency.CONTRADICTS);
        } finally {
            jdbc.sql(
                            "update attachment set sha256 = reverse(sha256) where id = (select id from attachment order by id limit 1)")
                    .update();
        }
        at[1] = "--spring.datasource.url=jdbc:postgresql://localhost:1/nothing";
        assertThat(CheckConsistency.run(at)).isEqualTo(CheckConsistency.UNREADABLE);
    }
}
