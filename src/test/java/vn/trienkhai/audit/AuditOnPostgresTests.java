package vn.trienkhai.audit;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same chain on a real PostgreSQL. */
@DirtiesContext
class AuditOnPostgresTests extends AuditTests {

    @DynamicPropertySource
    static void realDatabase(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }
}
