package vn.trienkhai.document;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The Word templates in force, for whoever wants to change one. */
@RestController
@RequestMapping("/api/document-templates")
class TemplateController {

    static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    /**
     * The template as a Word file.
     *
     * @param name e.g. "cong-van"
     */
    @GetMapping("/{name}")
    ResponseEntity<byte[]> download(@PathVariable String name) {
        var template = Template.named(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có mẫu tên này."));
        var disposition = ContentDisposition.attachment()
                .filename("Mẫu " + template.fileName() + ".docx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(templates.current(template));
    }
}
