package vn.trienkhai.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody looked at the password: too many wrong ones came before. */
class TooManyTries extends AuthenticationException {

    private final transient Duration wait;

    TooManyTries(Duration wait) {
        super("Too many wrong tries");
        this.wait = wait;
    }

    String sentence() {
        var seconds = wait.toSeconds() + 1;
        var time = seconds < 60 ? seconds + " giây" : (seconds + 59) / 60 + " phút";
        return "Đăng nhập sai quá nhiều lần nên tạm dừng. Hãy thử lại sau " + time + ".";
    }
}
