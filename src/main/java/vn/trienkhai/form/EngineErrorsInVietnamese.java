package vn.trienkhai.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Turns refusals of the engine's REST interface, as Tasklist calls it, into sentences that staff understand. The engine
 * wraps our {@link FormRefused} into English; the reasons travel inside its message (see {@link Refusals}) and are
 * unwrapped here.
 */
class EngineErrorsInVietnamese extends OncePerRequestFilter {

    private static final Pattern TASK = Pattern.compile("/task/([^/]+)/");

    private final ObjectMapper json;
    private final Refusals refusals;
    private final GoneTasks goneTasks;

    EngineErrorsInVietnamese(ObjectMapper json, Refusals refusals, GoneTasks goneTasks) {
        this.json = json;
        this.refusals = refusals;
        this.goneTasks = goneTasks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        refusals.begin();
        try {
            chain.doFilter(request, held);
            if (held.getStatus() >= 400 && held.getContentSize() > 0) {
                translate(request, held);
            }
        } finally {
            refusals.end();
        }
        held.copyBodyToResponse();
    }

    private void translate(HttpServletRequest request, ContentCachingResponseWrapper response) throws IOException {
        JsonNode body;
        try {
            body = json.readTree(response.getContentAsByteArray());
        } catch (IOException notJson) {
            return;
        }
        if (!(body instanceof ObjectNode error)) {
            return;
        }
        var type = error.path("type").asText();
        var message = error.path("message").asText();
        var task = TASK.matcher(request.getRequestURI() + "/");
        if (task.find() && request.getAttribute(SignedIn.USER) != null && goneTasks.isGone(task.group(1))) {
            // Somebody else was faster, or the work was withdrawn: whatever the engine complains of, that is the
            // reason.
            replace(response, 409, error, Refusal.of(goneTasks.whyGone(task.group(1), (String)
                    request.getAttribute(SignedIn.USER))));
            return;
        }
        var refused = refusals.last();
        if (refused != null) {
            replace(response, 422, error, Refusal.of(refused));
            return;
        }
        if (type.contains("TaskAlreadyClaimed") || message.contains("already claimed")) {
            replace(response, 409, error, Refusal.of("Việc này đã có người khác nhận trước bạn."));
        } else if (type.contains("OptimisticLocking")
                || message.contains("ENGINE-03005")
                || message.contains("OptimisticLocking")) {
            replace(
                    response,
                    409,
                    error,
                    Refusal.of("Việc này vừa được người khác cập nhật: hãy mở lại để xem kết quả."));
        } else if (message.contains("Password does not match policy")) {
            replace(
                    response,
                    422,
                    error,
                    Refusal.of(
                            "Mật khẩu chưa đạt: mong đợi từ 12 đến 128 ký tự và không dễ đoán (không gồm tên, tên tài"
                                    + " khoản, từ hay gặp hoặc dãy ký tự liền nhau)."));
        } else if (type.contains("Authorization")) {
            replace(response, 403, error, Refusal.of("Bạn không có quyền thực hiện thao tác này."));
        } else if (response.getStatus() >= 500) {
            logger.error("Engine request failed: " + request.getRequestURI() + ": " + message);
            replace(
                    response,
                    500,
                    error,
                    Refusal.of(
                            "Hệ thống chưa ghi được. Không có gì bị mất: hãy thử lại, và báo người quản trị nếu lặp lại."));
        }
    }

    private void replace(ContentCachingResponseWrapper response, int status, ObjectNode error, Refusal refusal)
            throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        if (status >= 500) {
            error.put("type", "ServerError"); // which class failed is for the log
        }
        error.put("message", refusal.message());
        error.set("fields", json.valueToTree(refusal.fields()));
        response.getOutputStream().write(json.writeValueAsString(error).getBytes(StandardCharsets.UTF_8));
    }
}
