package vn.trienkhai.notification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server itself is Spring's: {@code spring.mail.host} and its neighbours.
 *
 * @param sending whether this node sends mail; false leaves the sending to other nodes
 * @param every how often a node looks for mail that is due; what was just announced does not wait for it
 * @param from address that mail comes from
 * @param baseUrl where people reach the program; links in mail begin with it
 * @param digestAt time of day, Asia/Ho_Chi_Minh, from which the digest of a working day leaves
 * @param unfinishedAfter how long an attempt may take before it counts as broken off: what was not handed over by then is
 *     another sender's, what was is in doubt; longer than the timeouts of {@code spring.mail.properties}
 * @param troubleAfter how long mail may keep failing before the administrators are called
 */
@Validated
@ConfigurationProperties("plan.notification")
record NotificationSettings(
        @DefaultValue("true") boolean sending,
        @DefaultValue("15s") @NotNull Duration every,
        @DefaultValue("trien-khai@localhost") @NotBlank String from,
        @DefaultValue("http://localhost:8080") @NotNull URI baseUrl,
        @DefaultValue("07:00") @NotNull LocalTime digestAt,
        @DefaultValue("10m") @NotNull Duration unfinishedAfter,
        @DefaultValue("15m") @NotNull Duration troubleAfter) {

    /** Where a message leads: to the task, through {@code /viec}. */
    String linkTo(String businessKey) {
        return base() + "/viec/" + businessKey;
    }

    String linkToNotices() {
        return base() + "/trien-khai/tin-bao.html";
    }

    /** Without a slash at its end. */
    String base() {
        return baseUrl.toString().replaceFirst("/+$", "");
    }
}
