package vn.trienkhai.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.form.Refusal;
import vn.trienkhai.form.SignedIn;

/** The dossier of a plan or of one of its duties, to be saved. */
@RestController
@RequestMapping("/api/dossiers/plans")
class DossierController {

    private final Dossiers dossiers;

    DossierController(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** All documents and files of a plan that the person may see, with an index, as an archive. */
    @GetMapping("/{planId}.zip")
    void ofPlan(
            @PathVariable String planId, @RequestAttribute(SignedIn.USER) String userId, HttpServletResponse response)
            throws IOException {
        write(new DossierScope(planId, null, userId), response);
    }

    /** All documents and files of a duty that the person may see, with an index, as an archive. */
    @GetMapping("/{planId}/duties/{code}.zip")
    void ofDuty(
            @PathVariable String planId,
            @PathVariable String code,
            @RequestAttribute(SignedIn.USER) String userId,
            HttpServletResponse response)
            throws IOException {
        write(new DossierScope(planId, code, userId), response);
    }

    private void write(DossierScope scope, HttpServletResponse response) throws IOException {
        var entries = dossiers.entriesOf(scope);
        if (entries.isEmpty()) {
            throw new DocumentHidden();
        }
        var title = dossiers.titleOf(scope);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title.replace('/', '-') + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        dossiers.write(title, entries, response.getOutputStream());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal empty(DocumentHidden hidden) {
        return Refusal.of("Hồ sơ này chưa có tệp nào.");
    }
}
