package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.trienkhai.audit.SignIns;

/** Ends the session of an account that was locked meanwhile, at its next request: data say so, a page leads to the sign-in. */
class LockedOut extends OncePerRequestFilter {

    private static final String WHY = "Tài khoản này đã bị khóa: hãy liên hệ người quản trị của đơn vị.";

    private final AccountLocks locks;
    private final SignIns signIns;
    private final ObjectMapper json;

    LockedOut(AccountLocks locks, SignIns signIns, ObjectMapper json) {
        this.locks = locks;
        this.signIns = signIns;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var locked = session == null
                ? null
                : peopleIn(request).filter(locks::isLocked).findFirst().orElse(null);
        if (locked == null) {
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        signIns.signedOut(locked, "account-locked");
        if (AtTheGate.isPage(request)) {
            SignInPage.tell(request, WHY);
            response.sendRedirect(request.getContextPath() + Gate.SIGN_IN);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Map.of("message", WHY));
    }

    /** Whoever the container, or the webapps' own sign-in, knows this session to belong to. */
    private static Stream<String> peopleIn(HttpServletRequest request) {
        var ofWebapps = AuthenticationUtil.getAuthsFromSession(request.getSession());
        return Stream.concat(
                Stream.ofNullable(request.getUserPrincipal()).map(principal -> principal.getName()),
                ofWebapps == null
                        ? Stream.empty()
                        : ofWebapps.getAuthentications().stream().map(Authentication::getIdentityId));
    }
}
