package vn.trienkhai.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the session's token to the scripts of a page that somebody signed in has open: in a cookie, as the webapps expect
 * it, and in a header of each answer. Other sites can read neither. The session, not the cookie, decides what is right.
 */
class TokenForPages extends OncePerRequestFilter {

    static final String COOKIE = "XSRF-TOKEN";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getUserPrincipal() != null
                && request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken deferred) {
            var token = deferred.get().getToken();
            response.setHeader(Gate.TOKEN_HEADER, token);
            if (READING.contains(request.getMethod()) && !token.equals(cookieOf(request))) {
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, token)
                                .path(request.getContextPath() + "/")
                                .secure(request.isSecure())
                                .sameSite("Lax")
                                .build()
                                .toString());
            }
        }
        chain.doFilter(request, response);
    }

    private static String cookieOf(HttpServletRequest request) {
        return request.getCookies() == null
                ? null
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
