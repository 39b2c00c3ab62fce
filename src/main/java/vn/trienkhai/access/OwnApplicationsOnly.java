package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.trienkhai.form.Refusal;

/** The data of Cockpit and Admin for whoever may open them: the webapps themselves ask that of their pages only. */
class OwnApplicationsOnly extends OncePerRequestFilter {

    /** Not the scripts of the applications, which their sign-in needs. */
    private static final Pattern DATA =
            Pattern.compile("/camunda/api/(cockpit|admin|tasklist)/plugin/[^/]+/(?!static/).*");

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final ObjectMapper json;

    OwnApplicationsOnly(IdentityService identityService, AuthorizationService authorizationService, ObjectMapper json) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var data =
                DATA.matcher(request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()));
        if (!data.matches() || mayOpen(data.group(1))) {
            chain.doFilter(request, response);
            return;
        }
        var signedIn = identityService.getCurrentAuthentication() != null;
        response.setStatus(signedIn ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(
                response.getWriter(),
                Refusal.of(signedIn ? "Bạn không được mở ứng dụng này." : "Phiên làm việc đã hết: hãy đăng nhập lại."));
    }

    private boolean mayOpen(String application) {
        var who = identityService.getCurrentAuthentication();
        return who != null
                && who.getUserId() != null
                && authorizationService.isUserAuthorized(
                        who.getUserId(), who.getGroupIds(), Permissions.ACCESS, Resources.APPLICATION, application);
    }
}
