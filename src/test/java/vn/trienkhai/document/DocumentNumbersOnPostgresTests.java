package vn.trienkhai.document;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same sequences on a real PostgreSQL. */
@DirtiesContext
class DocumentNumbersOnPostgresTests extends DocumentNumbersTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }
}
