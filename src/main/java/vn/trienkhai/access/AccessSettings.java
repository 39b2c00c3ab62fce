package vn.trienkhai.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param demoPassword password of every person of the organisation chart; empty: the program makes no accounts for them
 * @param adminPassword password of the account "admin"; empty: the program makes no such account
 */
@ConfigurationProperties("plan.access")
record AccessSettings(String demoPassword, String adminPassword) {

    boolean hasDemoAccounts() {
        return demoPassword != null && !demoPassword.isBlank();
    }

    boolean hasAdminAccount() {
        return adminPassword != null && !adminPassword.isBlank();
    }
}
