package vn.trienkhai.notification;

import org.springframework.stereotype.Component;

/** Where people reach the program from outside: in mail, in calendars. */
@Component
public class PublicAddress {

    private final NotificationSettings settings;

    PublicAddress(NotificationSettings settings) {
        this.settings = settings;
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return settings.base() + path;
    }

    /** Leads to the task of this work that waits for whoever follows it. */
    public String ofWork(String businessKey) {
        return settings.linkTo(businessKey);
    }
}
