package vn.trienkhai.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a sign-in leads: to what was asked for, or back to the page with one sentence. */
@Component
class SignInResult implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String WRONG = "Tên đăng nhập hoặc mật khẩu không đúng. Tài khoản cũng có thể đang bị khóa:"
            + " nếu chắc chắn đã nhập đúng, hãy nhờ người quản trị mở khóa.";

    private final SessionAge age;

    SignInResult(SessionAge age) {
        this.age = age;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        age.begin(request.getSession());
        response.sendRedirect(request.getContextPath() + OwnPath.orTasklist(SignInPage.wanted(request)));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SignInPage.tell(request, failure instanceof TooManyTries tooMany ? tooMany.sentence() : WRONG);
        var wanted = SignInPage.wanted(request);
        response.sendRedirect(request.getContextPath()
                + Gate.SIGN_IN
                + (OwnPath.isOne(wanted) ? "?toi=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : ""));
    }
}
