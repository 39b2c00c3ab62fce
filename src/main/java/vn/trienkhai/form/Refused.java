package vn.trienkhai.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Our own endpoints say no in the same words as the forms; nobody sees a stack trace. */
@RestControllerAdvice
class Refused {

    private static final Logger LOG = LoggerFactory.getLogger(Refused.class);

    /** As Linux says it (ENOSPC). */
    private static final String NO_SPACE = "No space left on device";

    private final MultipartProperties uploads;

    Refused(MultipartProperties uploads) {
        this.uploads = uploads;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    Refusal tooLarge(MaxUploadSizeExceededException tooLarge) {
        return Refusal.of("Tệp quá lớn: mong đợi nhiều nhất %d MB."
                .formatted(uploads.getMaxFileSize().toMegabytes()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Refusal refused(FormRefused refused) {
        return Refusal.of(refused);
    }

    /** Whoever asked for a page is shown the page of errors instead. */
    @ExceptionHandler(
            value = {NoResourceFoundException.class, MethodArgumentTypeMismatchException.class},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendError(HttpStatus.NOT_FOUND.value()); // browsers take anything, but pages first
            return null;
        }
        return Refusal.of("Không có trang này.");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.METHOD_NOT_ALLOWED)
    Refusal noSuchAct(HttpRequestMethodNotSupportedException wrong) {
        return Refusal.of("Trang này không nhận thao tác ấy.");
    }

    /** The node keeps a file that arrives on its own disk until it is stored. What else breaks off an upload is no file of ours. */
    @ExceptionHandler
    ResponseEntity<Refusal> notReceived(MultipartException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof IOException && NO_SPACE.equals(cause.getMessage())) {
            LOG.error("No room for files on the disk of this node: {}", uploads.getLocation(), failure);
            return ResponseEntity.status(HttpStatus.INSUFFICIENT_STORAGE).body(Refusal.noRoom());
        }
        return ResponseEntity.badRequest().body(unreadable());
    }

    /** What no page of ours sends. */
    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        HttpMediaTypeException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class
    })
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Refusal unreadable() {
        return Refusal.of("Yêu cầu không đọc được.");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    Refusal failed(RuntimeException failure) {
        LOG.error("Request failed", failure);
        return Refusal.of("Hệ thống chưa thực hiện được. Hãy thử lại, và báo người quản trị nếu lặp lại.");
    }
}
