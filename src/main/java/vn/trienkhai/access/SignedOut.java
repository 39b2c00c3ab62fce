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

/** After the one session ended: a page goes to the sign-in, a script of the webapps is told where to go. */
@Component
class SignedOut implements LogoutSuccessHandler {

    private final ObjectMapper json;

    SignedOut(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var next = request.getContextPath() + Gate.SIGN_IN + "?da-thoat";
        if (request.getServletPath().equals(Gate.SIGN_OUT)) {
            response.sendRedirect(next);
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Map.of("next", next));
        }
    }
}
