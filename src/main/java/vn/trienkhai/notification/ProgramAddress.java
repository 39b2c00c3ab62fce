package vn.trienkhai.notification;

import org.springframework.stereotype.Component;

/** Where people reach the program from outside, for addresses that leave it. */
@Component
public class ProgramAddress {

    private final NotificationSettings settings;

    ProgramAddress(NotificationSettings settings) {
        this.settings = settings;
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return settings.base() + path;
    }
}
