package vn.trienkhai.reporting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.document.CsvFiles;
import vn.trienkhai.document.Workbooks;
import vn.trienkhai.form.Refusal;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportRecounts.Recount;
import vn.trienkhai.reporting.ReportRecounts.ReportListed;
import vn.trienkhai.reporting.ReportRecounts.StoredFigures;

/** The figures of reports for those who may read them: as kept, as a table to calculate with, and counted again. */
@RestController
@RequestMapping("/api/reports")
class ReportFiguresController {

    private final ReportRecounts recounts;
    private final ReportTables tables;
    private final Reports reports;
    private final Plans plans;
    private final CsvFiles csv;
    private final Workbooks workbooks;

    ReportFiguresController(
            ReportRecounts recounts,
            ReportTables tables,
            Reports reports,
            Plans plans,
            CsvFiles csv,
            Workbooks workbooks) {
        this.recounts = recounts;
        this.tables = tables;
        this.reports = reports;
        this.plans = plans;
        this.csv = csv;
        this.workbooks = workbooks;
    }

    /** Issued reports that the person may read, the latest first. */
    @GetMapping
    List<ReportListed> issued(@RequestAttribute(SignedIn.USER) String userId) {
        return recounts.readableBy(userId);
    }

    /** The figures of a report as they were stored when it was made. */
    @GetMapping("/{request}/figures")
    StoredFigures figures(@PathVariable UUID request, @RequestAttribute(SignedIn.USER) String userId) {
        return recounts.storedFor(request, userId);
    }

    /** The stored figures as text: UTF-8 with a byte order mark, semicolons, lines as in RFC 4180. */
    @GetMapping("/{request}/figures.csv")
    ResponseEntity<byte[]> table(@PathVariable UUID request, @RequestAttribute(SignedIn.USER) String userId) {
        var stored = recounts.storedFor(request, userId);
        var plan = plans.definition(reports.get(request).planId());
        var disposition = ContentDisposition.attachment()
                .filename("so-lieu-%s.csv".formatted(request), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(CsvFiles.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(csv.of(tables.lines(stored.figures(), plan)));
    }

    /** As stored; before the report is made, as counted now. */
    @GetMapping("/{request}/figures.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable UUID request, @RequestAttribute(SignedIn.USER) String userId) {
        var sheets = recounts.tablesFor(request, userId).stream()
                .map(ReportDocument::printed)
                .toList();
        var disposition = ContentDisposition.attachment()
                .filename("so-lieu-%s.xlsx".formatted(request), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(Workbooks.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(workbooks.of(sheets));
    }

    /** The figures of a report counted again as of its moment, and what was entered later. */
    @GetMapping("/{request}/recount")
    Recount recount(@PathVariable UUID request, @RequestAttribute(SignedIn.USER) String userId) {
        return recounts.recountFor(request, userId);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal hidden(ReportHidden hidden) {
        return Refusal.of(hidden.getMessage());
    }
}
