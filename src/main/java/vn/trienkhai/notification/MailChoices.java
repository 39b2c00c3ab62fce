package vn.trienkhai.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When each person wants mail: at once, unless they chose otherwise. */
@Service
@Transactional(readOnly = true)
class MailChoices {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    MailChoice of(String userId) {
        return jdbc.sql("select choice from notice_setting where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .optional()
                .map(MailChoice::valueOf)
                .orElse(MailChoice.AT_ONCE);
    }

    /** Holds for what is announced from now on; what already waits for a digest goes with the next one. */
    @Transactional
    void choose(String userId, MailChoice choice) {
        var known = jdbc.sql("update notice_setting set choice = :choice, changed_at = :now where user_id = :user");
        if (filled(known, userId, choice).update() == 0) {
            filled(
                            jdbc.sql(
                                    "insert into notice_setting (user_id, choice, changed_at) values (:user, :choice, :now)"),
                            userId,
                            choice)
                    .update();
        }
    }

    private JdbcClient.StatementSpec filled(JdbcClient.StatementSpec statement, String userId, MailChoice choice) {
        return statement.param("user", userId).param("choice", choice.name()).param("now", OffsetDateTime.now(clock));
    }
}
