package vn.trienkhai.notification;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;

/** The same where it runs: rows are claimed and passed over by the database's own rules. */
class SendingOnPostgresTests extends SendingTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }
}
