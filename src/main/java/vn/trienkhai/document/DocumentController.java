package vn.trienkhai.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.calendar.CalendarRefused;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.form.Refusal;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;

/** What the page "Văn bản" shows, and the files themselves: of what the person who is signed in may see. */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

    private final DocumentSearch search;
    private final DocumentPlans plans;
    private final DocumentRegister register;
    private final DocumentRepository repository;
    private final DocumentFacts facts;
    private final Documents documents;
    private final Organisation organisation;
    private final PdfPreview preview;

    DocumentController(
            DocumentSearch search,
            DocumentPlans plans,
            DocumentRegister register,
            DocumentRepository repository,
            DocumentFacts facts,
            Documents documents,
            Organisation organisation,
            PdfPreview preview) {
        this.search = search;
        this.plans = plans;
        this.register = register;
        this.repository = repository;
        this.facts = facts;
        this.documents = documents;
        this.organisation = organisation;
        this.preview = preview;
    }

    /** @param number null for a draft @param date dd/MM/yyyy, its own or that of the draft */
    record Row(
            UUID id,
            String number,
            String date,
            String type,
            String title,
            String issuer,
            String drafter,
            String status,
            boolean issued) {}

    record Page(long total, int page, int size, List<Row> documents) {}

    record Options(List<Choice> types, List<Choice> units, List<Choice> plans) {}

    /** @param open whether it can still be edited */
    record Detail(
            UUID id,
            String title,
            boolean open,
            List<Fact> facts,
            List<Returned> returned,
            DocumentFacts.Shown files) {}

    record Edit(UUID attachment, String what) {}

    /** The register of documents that the person may see, newest first. */
    @GetMapping
    Page find(
            @RequestParam(required = false) String plan,
            @RequestParam(required = false) String number,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) DocumentType type,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String clause,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "false") boolean amendable,
            @RequestParam(defaultValue = "0") int page,
            @RequestAttribute(SignedIn.USER) String userId) {
        var wanted = new DocumentSearch.Wanted(
                given(plan),
                given(number),
                day("from", from),
                day("to", to),
                type,
                given(unit),
                given(clause) == null ? null : plans.under(given(plan), given(clause)),
                given(text),
                given(words),
                amendable);
        var at = Math.max(0, page);
        var found = search.find(wanted, at, userId);
        var byId = repository.findAllByIdIn(found.ids()).stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
        var names = organisation.unitsOfAllTimes().stream()
                .collect(Collectors.toMap(Unit::id, Unit::shortNameAndWhatItIsNow));
        return new Page(
                found.total(),
                at,
                DocumentSearch.PAGE_SIZE,
                found.ids().stream()
                        .map(byId::get)
                        .map(document -> new Row(
                                document.id(),
                                document.number().orElse(null),
                                VietnamTime.format(document.listedOn()),
                                document.type().label(),
                                document.title(),
                                names.get(document.issuer()),
                                names.get(document.drafter()),
                                document.status().label(),
                                document.status().isIssued()))
                        .toList());
    }

    /** What the register can be limited to. */
    @GetMapping("/options")
    Options options() {
        return new Options(
                Arrays.stream(DocumentType.values())
                        .map(type -> new Choice(type.name(), type.label()))
                        .toList(),
                organisation.unitsOfAllTimes().stream()
                        .map(unit -> new Choice(unit.id(), unit.shortNameAndWhatItIsNow()))
                        .toList(),
                plans.withDocuments());
    }

    /** A document with its state, its numbers and what replaced or corrected it. */
    @GetMapping("/{id}")
    Detail detail(@PathVariable UUID id, @RequestAttribute(SignedIn.USER) String userId) {
        var document = seen(id, userId);
        return new Detail(
                id,
                document.title(),
                document.status().isOpen(),
                facts.factsOf(document),
                documents.returnsOf(id),
                facts.shown(id));
    }

    /** Somebody who may see a draft gives it back edited; what was checked or signed must be checked and signed again. */
    @PostMapping("/{id}/versions")
    Detail edit(@PathVariable UUID id, @RequestBody Edit edit, @RequestAttribute(SignedIn.USER) String userId) {
        seen(id, userId);
        if (edit.attachment() == null) {
            throw FormRefused.because("Chưa chọn tệp Word đã sửa.");
        }
        register.upload(id, edit.attachment(), given(edit.what()), userId);
        return detail(id, userId);
    }

    /** The document as a Word file. */
    @GetMapping("/{id}/file.docx")
    ResponseEntity<byte[]> word(
            @PathVariable UUID id,
            @RequestParam(required = false) Integer version,
            @RequestAttribute(SignedIn.USER) String userId) {
        var document = seen(id, userId);
        var wanted = versionOf(document, version);
        return file(
                TemplateController.WORD,
                ContentDisposition.attachment(),
                fileNameOf(document, wanted, ".docx"),
                register.bytesOf(wanted));
    }

    /** A preview for reading; the Word file is the document. */
    @GetMapping("/{id}/file.pdf")
    ResponseEntity<?> pdf(
            @PathVariable UUID id,
            @RequestParam(required = false) Integer version,
            @RequestAttribute(SignedIn.USER) String userId) {
        var document = seen(id, userId);
        var wanted = versionOf(document, version);
        var shown = preview.of(register.bytesOf(wanted));
        return shown.pdf().isPresent()
                ? file(
                        MediaType.APPLICATION_PDF,
                        ContentDisposition.inline(),
                        fileNameOf(document, wanted, ".pdf"),
                        shown.pdf().get())
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Refusal.of(shown.note()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal unknown(DocumentHidden hidden) {
        return Refusal.of("Không có văn bản này, hoặc bạn không được xem.");
    }

    private static ResponseEntity<byte[]> file(
            MediaType type, ContentDisposition.Builder disposition, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private static String fileNameOf(Document document, DocumentVersion version, String ending) {
        var name = document.number()
                .map(number -> number.replace('/', '-'))
                .orElse("Dự thảo " + document.type().label().toLowerCase());
        return name + " (bản " + version.number() + ")" + ending;
    }

    private DocumentVersion versionOf(Document document, Integer version) {
        return version == null
                ? register.current(document)
                : register.version(document.id(), version).orElseThrow(DocumentHidden::new);
    }

    /** Whoever may not see a document hears nothing of it. */
    private Document seen(UUID id, String userId) {
        return register.find(id)
                .filter(document -> search.maySee(document, userId))
                .orElseThrow(DocumentHidden::new);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LocalDate day(String field, String text) {
        if (given(text) == null) {
            return null;
        }
        try {
            return VietnamTime.parse(text.strip());
        } catch (CalendarRefused refused) {
            throw FormRefused.at(field, refused.getMessage());
        }
    }
}
