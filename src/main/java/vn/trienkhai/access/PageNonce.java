package vn.trienkhai.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Security headers of the webapps, in place of Camunda's own filter of the same name.
 *
 * <p>Camunda 7.24 hands the nonce of a page's scripts from the header to the page through the servlet context, which all
 * requests share: two pages loaded at once get each other's nonce, and their scripts are blocked. Here each page holds a
 * lock from choosing the nonce until it is written.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageNonce implements ServletContextInitializer {

    private static final String NAME_OF_CAMUNDAS_FILTER = "HttpHeaderSecurity";
    private static final String NONCE = "org.camunda.bpm.csp.nonce";
    private static final Pattern PAGE = Pattern.compile("/app/[^/]+/[^/.]+/?");

    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock page = new ReentrantLock();

    @Override
    public void onStartup(ServletContext context) {
        var registration = context.addFilter(NAME_OF_CAMUNDAS_FILTER, (Filter) this::filter);
        registration.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST), false, "/camunda/app/*", "/camunda/api/*");
    }

    private void filter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var nonce = newNonce();
        setHeaders((HttpServletResponse) response, nonce);
        var path = ((HttpServletRequest) request).getRequestURI().replaceFirst("^.*/camunda/app/", "/app/");
        if (!PAGE.matcher(path).matches()) {
            chain.doFilter(request, response);
            return;
        }
        page.lock();
        try {
            request.getServletContext().setAttribute(NONCE, nonce);
            chain.doFilter(request, response);
        } finally {
            page.unlock();
        }
    }

    private String newNonce() {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void setHeaders(HttpServletResponse response, String nonce) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval';"
                        + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                        + " form-action 'self'; frame-ancestors 'none';"
                        + " sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads"
                        + " allow-popups-to-escape-sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
