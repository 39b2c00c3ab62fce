package vn.trienkhai.assignment;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same ladders on a real PostgreSQL. */
@DirtiesContext
class OverdueEscalationOnPostgresTests extends OverdueEscalationProcessTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }
}
