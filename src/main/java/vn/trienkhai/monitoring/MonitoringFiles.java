package vn.trienkhai.monitoring;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.document.CsvFiles;
import vn.trienkhai.document.Workbooks;
import vn.trienkhai.form.SignedIn;

/** The tables of the managers' pages as files, under the filters of the page. */
@RestController
@RequestMapping("/api/monitoring/files")
@Tag(name = "monitoring")
class MonitoringFiles {

    private static final String TABLES = "programmes, units, duties, assignments, figures, evidence, idle, escalations,"
            + " channels, frequencies, calendar, inspections, recommendations, reports or timeline";

    private final Sights sights;
    private final MonitoringTables tables;
    private final CsvFiles csv;
    private final Workbooks workbooks;

    MonitoringFiles(Sights sights, MonitoringTables tables, CsvFiles csv, Workbooks workbooks) {
        this.sights = sights;
        this.tables = tables;
        this.csv = csv;
        this.workbooks = workbooks;
    }

    /** A table as text: UTF-8 with a byte order mark, semicolons, lines as in RFC 4180. */
    @GetMapping("/{table}.csv")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> text(
            @Parameter(description = TABLES) @PathVariable String table,
            @ParameterObject Wanted wanted,
            @ParameterObject Detail detail,
            @RequestAttribute(SignedIn.USER) String userId) {
        var view = sights.view(wanted, userId);
        return file(csv.of(tables.table(table, view, detail)), CsvFiles.MEDIA_TYPE, table + ".csv", view);
    }

    /** A table for Excel; the same cells as its text. */
    @GetMapping("/{table}.xlsx")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> workbook(
            @Parameter(description = TABLES) @PathVariable String table,
            @ParameterObject Wanted wanted,
            @ParameterObject Detail detail,
            @RequestAttribute(SignedIn.USER) String userId) {
        var view = sights.view(wanted, userId);
        return file(
                workbooks.of(List.of(tables.table(table, view, detail))), Workbooks.MEDIA_TYPE, table + ".xlsx", view);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name, View view) {
        var disposition = ContentDisposition.attachment()
                .filename("%s_%s_%s_%s".formatted(view.plan(), view.from(), view.to(), name))
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
