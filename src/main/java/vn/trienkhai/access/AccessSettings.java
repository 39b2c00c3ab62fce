package vn.trienkhai.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demoPassword password of every person of the organisation chart; empty: the program makes no accounts for them.
 *     Only in the profile "demo"
 * @param adminPassword password of the account "admin"; empty: the program makes no such account
 * @param idle how long a session lasts without its person being there
 * @param longest how long a session lasts at most
 */
@ConfigurationProperties("plan.access")
record AccessSettings(
        String demoPassword,
        String adminPassword,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {

    boolean hasDemoAccounts() {
        return demoPassword != null && !demoPassword.isBlank();
    }

    boolean hasAdminAccount() {
        return adminPassword != null && !adminPassword.isBlank();
    }
}
