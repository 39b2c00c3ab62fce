package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import vn.trienkhai.form.Refusal;

/** What the gate answers whom it does not let through: pages lead to the sign-in, data say one sentence. */
class AtTheGate implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** What people have in their address bar. Scripts and data get a status that they understand. */
    private static final Pattern PAGE = Pattern.compile(
            "/?|/camunda/?|/camunda/app(/[^/.]*){0,2}/?|/trien-khai/[^/]+\\.html|/viec/[^/]*|" + Gate.SIGN_OUT);

    private final ObjectMapper json;

    AtTheGate(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        if ("GET".equals(request.getMethod()) && isPage(request)) {
            response.sendRedirect(signInThen(request));
        } else {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Phiên làm việc đã hết: hãy đăng nhập lại.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var path = pathOf(request);
        if (Gate.SIGN_IN.equals(path)) {
            SignInPage.tell(request, "Trang đăng nhập mở đã lâu: hãy đăng nhập lại.");
            response.sendRedirect(request.getContextPath() + Gate.SIGN_IN);
        } else if (isStranger()) {
            commence(request, response, new InsufficientAuthenticationException("No session"));
        } else if (denied instanceof CsrfException) {
            refuse(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Yêu cầu không đến từ trang của hệ thống: hãy tải lại trang.");
        } else if (isPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Bạn không có quyền thực hiện thao tác này.");
        }
    }

    /** The token of a change is looked at before the request knows its person. */
    private static boolean isStranger() {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || person instanceof AnonymousAuthenticationToken;
    }

    static boolean isPage(HttpServletRequest request) {
        return PAGE.matcher(pathOf(request)).matches();
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String signInThen(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var wanted = pathOf(request) + query;
        var signIn = request.getContextPath() + Gate.SIGN_IN;
        return OwnPath.isOne(wanted) ? signIn + "?toi=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : signIn;
    }

    private void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Refusal.of(sentence));
    }
}
