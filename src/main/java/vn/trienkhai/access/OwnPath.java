package vn.trienkhai.access;

import java.util.regex.Pattern;

/** Where somebody wanted to go before signing in. Only pages of our own, by their path: never another site. */
final class OwnPath {

    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final Pattern PAGE = Pattern.compile(
            "/(camunda/app|trien-khai|viec)/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*(\\?[^\\s<>\"#\\\\]*)?(#[^\\s<>\"\\\\]*)?");
    private static final int LONGEST = 2000;

    private OwnPath() {}

    static boolean isOne(String path) {
        return path != null && path.length() <= LONGEST && PAGE.matcher(path).matches();
    }

    /** The path itself, or the task list if it is none of ours. */
    static String orTasklist(String path) {
        return isOne(path) ? path : TASKLIST;
    }
}
