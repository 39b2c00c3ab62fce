package vn.trienkhai.acceptance;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same quarter on a real PostgreSQL. */
@DirtiesContext
class QuarterOnPostgresTests extends QuarterOfPlan269Tests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }
}
