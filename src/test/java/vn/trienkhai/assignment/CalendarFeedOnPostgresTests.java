package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.RealPostgres;
import vn.trienkhai.assignment.CalendarFeeds.Owner;
import vn.trienkhai.form.FormRefused;

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

    @Test
    void leavesOneAddressWhenSeveralAreMadeAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        Callable<Optional<String>> click = () -> {
            try {
                return Optional.of(feeds.renew(Owner.PERSON, "tu-phap.head"));
            } catch (FormRefused atTheSameTime) {
                return Optional.empty();
            }
        };

        var working = new ArrayList<String>();
        for (var made : pool.invokeAll(Collections.nCopies(20, click))) {
            made.get().filter(token -> feeds.read(token).isPresent()).ifPresent(working::add);
        }
        pool.shutdown();

        assertThat(working).hasSize(1);
        assertThat(feeds.of("tu-phap.head").get(0).active()).isTrue();
        feeds.revoke(Owner.PERSON, "tu-phap.head");
        assertThat(feeds.read(working.get(0))).isEmpty();
    }
}
