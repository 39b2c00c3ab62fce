package vn.trienkhai.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells our own data who is signed in. Runs behind the gate of {@code access} and Camunda's authentication filter, which
 * puts the session's user into the engine; whoever the engine does not know gets no data.
 */
public class SignedIn extends OncePerRequestFilter {

    /** Request attribute that holds the user's id. */
    public static final String USER = "vn.trienkhai.user";

    /** Request attribute that holds the ids of the user's groups. */
    public static final String GROUPS = "vn.trienkhai.groups";

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
        } else {
            request.setAttribute(USER, user.getUserId());
            request.setAttribute(GROUPS, user.getGroupIds() == null ? Set.of() : Set.copyOf(user.getGroupIds()));
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Refusal.of(message));
    }
}
