package vn.trienkhai.notification;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepRead how long a message stays on the page "Tin báo" after it was read
 * @param keepSent how long a mail stays in the database after it was written, at least; longer while a message that is kept
 *     tells of it
 */
@Validated
@ConfigurationProperties("plan.notification.retention")
record NoticeRetentionSettings(
        @DefaultValue("400d") @NotNull Duration keepRead, @DefaultValue("400d") @NotNull Duration keepSent) {}
