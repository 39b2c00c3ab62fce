package vn.trienkhai.upkeep;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts into each line of the log which request it belongs to: the number that the proxy gave it ({@code requestId}), and the
 * work that its address names ({@code businessKey}, as the engine calls it). Whatever a client makes up of other characters is
 * left out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestNumber extends OncePerRequestFilter {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern WORK = Pattern.compile("^/viec/([A-Za-z0-9._-]{1,64})$");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var number = Optional.ofNullable(request.getHeader("X-Request-ID"))
                .filter(given -> NUMBER.matcher(given).matches());
        var work = WORK.matcher(request.getRequestURI());
        try {
            number.ifPresent(known -> MDC.put("requestId", known));
            if (work.matches()) {
                MDC.put("businessKey", work.group(1));
            }
            chain.doFilter(request, response);
        } finally {
            MDC.remove("requestId");
            MDC.remove("businessKey");
        }
    }
}
