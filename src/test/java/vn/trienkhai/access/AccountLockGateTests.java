package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.trienkhai.Browserless;

/** A locked account over HTTP: the open session ends, and no new one begins. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@DirtiesContext
class AccountLockGateTests {

    private static final String PERSON = "phong-kinh-te.officer";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @LocalServerPort
    int port;

    @Autowired
    AccountLocks locks;

    @Test
    void endsTheOpenSessionAndLetsNobodyInUntilUnlocked() {
        var session = Browserless.signedIn(port, PERSON);
        assertThat(session.get(TASKS).statusCode()).isEqualTo(200);

        locks.lock(PERSON, "Chuyển công tác", "admin");

        assertThat(session.get("/api/operation/log").statusCode()).isEqualTo(401);
        assertThat(session.get(TASKS).statusCode()).isEqualTo(401);
        assertThatThrownBy(() -> Browserless.signedIn(port, PERSON)).isInstanceOf(AssertionError.class);

        locks.unlock(PERSON, "Trở lại", "admin");
        assertThat(session.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(Browserless.signedIn(port, PERSON).get(TASKS).statusCode()).isEqualTo(200);
    }
}
