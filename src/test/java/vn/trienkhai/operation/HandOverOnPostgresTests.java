package vn.trienkhai.operation;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same on the database of production, with its records and the log's queries. */
@DirtiesContext
class HandOverOnPostgresTests extends HandOverTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }
}
