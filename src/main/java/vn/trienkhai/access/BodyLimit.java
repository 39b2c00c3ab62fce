package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.trienkhai.form.Refusal;

/**
 * Refuses what no form sends: a body larger than the longest report in all its sections, or one whose length nobody says.
 * Files have a limit of their own.
 */
class BodyLimit extends OncePerRequestFilter {

    private static final DataSize LONGEST = DataSize.ofMegabytes(8);

    private static final String FILES = "/api/attachments";

    private final ObjectMapper json;

    BodyLimit(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith(FILES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader("Transfer-Encoding") != null) {
            refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED, "Mong đợi yêu cầu có độ dài.");
        } else if (request.getContentLengthLong() > LONGEST.toBytes()) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "Nội dung quá dài: mong đợi nhiều nhất %d MB.".formatted(LONGEST.toMegabytes()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Connection", "close");
        json.writeValue(response.getWriter(), Refusal.of(message));
    }
}
