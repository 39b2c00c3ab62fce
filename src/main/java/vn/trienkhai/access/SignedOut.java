package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * After the one session ended, the session at the provider ends too, if that is where the person came from; then the sign-in
 * shows. A page is sent there, a script of the webapps is told where to go.
 */
@Component
class SignedOut implements LogoutSuccessHandler {

    private final ObjectMapper json;
    private final Providers providers;

    SignedOut(ObjectMapper json, Providers providers) {
        this.json = json;
        this.providers = providers;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var signIn = request.getContextPath() + Gate.SIGN_IN;
        var backTo = ServletUriComponentsBuilder.fromContextPath(request)
                .path(Gate.SIGN_IN)
                .toUriString();
        var next = providers.signOut(person, backTo).orElse(signIn + "?da-thoat");
        if (request.getServletPath().equals(Gate.SIGN_OUT)) {
            response.sendRedirect(next);
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Map.of("next", next));
        }
    }
}
