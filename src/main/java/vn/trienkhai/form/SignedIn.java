package vn.trienkhai.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only people who are signed in to the webapps reach our own data, and changes only with the token of their page.
 * Runs behind Camunda's authentication filter, which puts the session's user into the engine.
 */
public class SignedIn extends OncePerRequestFilter {

    /** Request attribute that holds the user's id. */
    public static final String USER = "vn.trienkhai.user";

    /** Request attribute that holds the ids of the user's groups. */
    public static final String GROUPS = "vn.trienkhai.groups";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final IdentityService identityService;
    private final ObjectMapper json;

    SignedIn(IdentityService identityService, ObjectMapper json) {
        this.identityService = identityService;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = identityService.getCurrentAuthentication();
        if (user == null || user.getUserId() == null) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Phiên làm việc đã hết: hãy đăng nhập lại.");
        } else if (!READING.contains(request.getMethod()) && !hasTokenOfItsSession(request)) {
            refuse(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Yêu cầu không đến từ trang của hệ thống: hãy tải lại trang.");
        } else {
            request.setAttribute(USER, user.getUserId());
            giveToken(request, response);
            request.setAttribute(GROUPS, user.getGroupIds() == null ? Set.of() : Set.copyOf(user.getGroupIds()));
            chain.doFilter(request, response);
        }
    }

    /** To our own pages, which do not see the cookie of the webapps' path. Other sites cannot read our answers. */
    private static void giveToken(HttpServletRequest request, HttpServletResponse response) {
        var token = request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        if (token != null) {
            response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token.toString());
        }
    }

    private static boolean hasTokenOfItsSession(HttpServletRequest request) {
        var expected = request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return expected != null && expected.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }

    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Refusal.of(message));
    }
}
