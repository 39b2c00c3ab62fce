package vn.trienkhai.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Where a change carries the token of its session: in a header, which only scripts of our own pages can set. The forms that
 * work without scripts carry it in a field, each time written otherwise so that a compressed page does not give it away.
 */
class TokenOfAChange implements CsrfTokenRequestHandler {

    private static final Set<String> FORMS = Set.of(Gate.SIGN_IN, Gate.SIGN_OUT, OwnSessionsPage.PATH);

    private final CsrfTokenRequestHandler written = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        written.handle(request, response, token);
    }

    @Override
    public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        var header = request.getHeader(token.getHeaderName());
        if (header != null) {
            return header;
        }
        return FORMS.contains(request.getServletPath()) ? written.resolveCsrfTokenValue(request, token) : null;
    }
}
