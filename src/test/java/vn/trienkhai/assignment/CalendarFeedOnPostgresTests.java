package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.RealPostgres;
import vn.trienkhai.assignment.CalendarFeeds.Owner;

/** The same feed on a real PostgreSQL. */
@DirtiesContext
class CalendarFeedOnPostgresTests extends ProcessTest {

    @Autowired
    Assignments assignments;

    @Autowired
    CalendarFeeds feeds;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }

    @Test
    void isMadeReadReplacedAndRevoked() {
        var duty = assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", "calendar-feed"),
                        "phong-kinh-te",
                        "phong-vhtt",
                        "KT-1b",
                        null,
                        LocalDate.of(2021, 7, 15),
                        null),
                "phong-vhtt.head");
        var ofThePerson = feeds.renew(Owner.PERSON, "phong-kinh-te.head");
        var ofTheUnit = feeds.renew(Owner.UNIT, "phong-kinh-te.head");
        var ofAStranger = feeds.renew(Owner.PERSON, "y-te.officer");

        assertThat(feeds.read(ofThePerson).orElseThrow()).contains("UID:" + duty + "@trienkhai");
        assertThat(feeds.read(ofTheUnit).orElseThrow()).contains("UID:" + duty + "@trienkhai");
        assertThat(feeds.read(ofAStranger).orElseThrow()).doesNotContain("VEVENT");
        assertThat(feeds.of("phong-kinh-te.head")).extracting("lastReadAt").containsOnly("01/07/2021 08:00");

        var newer = feeds.renew(Owner.UNIT, "phong-kinh-te.deputy");
        assertThat(feeds.read(ofTheUnit)).isEmpty();
        feeds.revoke(Owner.UNIT, "phong-kinh-te.head");
        assertThat(feeds.read(newer)).isEmpty();
        assertThat(feeds.read(ofThePerson)).isPresent();
    }
}
