package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node was killed while it sent a mail: the administrator looks into the mail server's log and decides. */
class MailInDoubtInTasklistTests extends BrowserTest {

    private static final UUID MAIL = UUID.fromString("7c1f0a52-6d0e-4b5f-9a51-2f8e0c1d3b44");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    Clock clock;

    @Test
    void theAdministratorDecidesWhetherItIsSentAgain() {
        mailInDoubt();
        runtimeService.startProcessInstanceByKey(
                "delivery-trouble", "delivery-trouble", Map.of("subject", "1 thư không chắc đã gửi"));
        var admin = signIn("admin");

        admin.open("Khắc phục việc gửi thư: 1 thư không chắc đã gửi")
                .seesInForm("1 thư không chắc đã gửi: cần quyết định có gửi lại không.")
                .seesInForm("Nhận việc: KT-2a – treo băng rôn đường 30/4")
                .seesInForm("mã thư <" + MAIL + "@localhost>")
                .type("note", "Nhật ký máy chủ thư không có mã thư này")
                .completeRefused("Chưa chọn có gửi lại thư này không.")
                .choose("Gửi lại")
                .screenshot("thu-khong-chac")
                .complete();

        assertThat(jdbc.sql("select state from notice_mail where id = ?")
                        .param(MAIL)
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
        assertThat(admin.pageErrors()).isEmpty();
    }

    private void mailInDoubt() {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("insert into notice_mail (id, purpose, recipient_kind, recipient, subject, body, created_at, state,"
                        + " attempts, attempted_at, problem) values (:id, 'test', 'PERSON', 'phong-kinh-te.head',"
                        + " 'Nhận việc: KT-2a – treo băng rôn đường 30/4', 'Hạn 09/7.', :now, 'UNCERTAIN', 1, :now,"
                        + " 'Máy đang gửi thư này dừng giữa chừng.')")
                .param("id", MAIL)
                .param("now", now)
                .update();
    }
}
