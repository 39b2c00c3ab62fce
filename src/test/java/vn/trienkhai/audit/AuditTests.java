package vn.trienkhai.audit;

import java.util.UUID;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The chain on H2, where the lock of a row is waited for longer than it does by default. */
@DirtiesContext
class AuditTests extends AuditTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        var url = "jdbc:h2:mem:audit-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        registry.add("spring.datasource.url", () -> url);
    }
}
