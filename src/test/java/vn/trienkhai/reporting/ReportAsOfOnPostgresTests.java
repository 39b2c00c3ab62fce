package vn.trienkhai.reporting;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same moments on a real PostgreSQL. */
@DirtiesContext
class ReportAsOfOnPostgresTests extends ReportAsOfTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }
}
