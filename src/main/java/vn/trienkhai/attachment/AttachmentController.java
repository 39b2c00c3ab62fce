package vn.trienkhai.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.trienkhai.form.Refusal;
import vn.trienkhai.form.SignedIn;

@RestController
@RequestMapping("/api/attachments")
class AttachmentController {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentController.class);
    private static final String DISK_FULL = "53100";

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    record Uploaded(UUID id, String name, String mediaType, long size, String sha256) {

        static Uploaded of(Attachment attachment) {
            return new Uploaded(
                    attachment.id(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.sizeBytes(),
                    attachment.sha256());
        }
    }

    /** Stores a file of the person for a form that is being filled in; its type is told by its content. */
    @PostMapping
    Uploaded upload(@RequestParam("file") MultipartFile file, @RequestAttribute(SignedIn.USER) String userId)
            throws IOException {
        return Uploaded.of(attachments.store(file.getOriginalFilename(), file.getBytes(), userId));
    }

    /** Pictures and PDF open in the browser; everything else is saved, so that nothing uploaded runs as a page of ours. */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @RequestAttribute(SignedIn.USER) String userId) {
        var attachment = attachments.seenBy(userId, id);
        var opens = attachment.mediaType().startsWith("image/")
                || attachment.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
        var disposition = (opens ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "script-src 'none'; frame-ancestors 'self'; form-action 'none'")
                .cacheControl(CacheControl.noStore())
                .body(attachments.bytesOf(id));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal unknown(AttachmentUnknown unknown) {
        return Refusal.of(unknown.getMessage());
    }

    /** SQLSTATE 53100 of PostgreSQL: its disk is full. What else the database refuses is no fault of the file. */
    @ExceptionHandler
    ResponseEntity<Refusal> noRoom(DataAccessException failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && DISK_FULL.equals(cause.getSQLState())) {
            LOG.error("No room for files: {}", cause.getMessage());
            return ResponseEntity.status(HttpStatus.INSUFFICIENT_STORAGE).body(Refusal.noRoom());
        }
        throw failure;
    }
}
