package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
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

    @Autowired
    IdentityService identityService;

    @Autowired
    JdbcTemplate jdbc;

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

    @Test
    void recordsWhoCameInWhoDidNotAndWhoLeft() {
        var person = "tai-chinh-ke-hoach.head";
        Browserless.anonymous(port).signIn(person, "sai");
        Browserless.anonymous(port).signIn("khong-co-ai", "sai");
        var session = Browserless.signedIn(port, person);
        assertThat(session.post("/dang-xuat", "").statusCode()).isLessThan(400);
        locks.lock(person, "Nghỉ hưu", "admin");
        Browserless.anonymous(port).signIn(person, "trienkhai");
        locks.unlock(person, "hết kiểm thử", "admin");

        assertThat(jdbc.queryForList(
                        "select act || ' ' || value_after from audit_entry where subject = ? and act like 'SIGN%'"
                                + " order by sequence",
                        String.class, person))
                .containsExactly(
                        "SIGN_IN_REFUSED {\"address\":\"127.0.0.1\",\"reason\":\"bad-credentials\"}",
                        "SIGN_IN {\"address\":\"127.0.0.1\",\"way\":\"password\"}",
                        "SIGN_OUT {\"reason\":\"by-request\"}",
                        "SIGN_IN_REFUSED {\"address\":\"127.0.0.1\",\"reason\":\"bad-credentials\"}");
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where subject = 'khong-co-ai'", Long.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where subject = 'unknown'", Long.class))
                .isPositive();
    }

    @Test
    void recordsThatGuessesClosedAnAccount() {
        for (int i = 0; i < 10; i++) {
            jdbc.update("update act_id_user set lock_exp_time_ = null where id_ = 'thue.head'");
            identityService.checkPassword("thue.head", "sai");
        }

        assertThat(jdbc.queryForList(
                        "select value_after from audit_entry where subject = 'thue.head' and act = 'SIGN_IN_LOCKED'",
                        String.class))
                .containsExactly("{\"guesses\":10,\"lockedByGuesses\":true}");
    }
}
