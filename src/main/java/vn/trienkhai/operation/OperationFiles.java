package vn.trienkhai.operation;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Set;
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
import vn.trienkhai.operation.OperationTables.Asked;

/** The tables of the pages as files, under the conditions of the page: all that was found and not one page of it. */
@RestController
@RequestMapping("/api/operation/files")
class OperationFiles {

    private static final String TABLES = "tasks, instances, trail, steps, log, hand-overs, preview or heat";

    private final OperationTables tables;
    private final Overseers overseers;
    private final CsvFiles csv;
    private final Workbooks workbooks;

    OperationFiles(OperationTables tables, Overseers overseers, CsvFiles csv, Workbooks workbooks) {
        this.tables = tables;
        this.overseers = overseers;
        this.csv = csv;
        this.workbooks = workbooks;
    }

    /** A table as text: UTF-8 with a byte order mark, semicolons, lines as in RFC 4180. At most 5,000 lines. */
    @GetMapping("/{table}.csv")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> text(
            @Parameter(description = TABLES) @PathVariable String table,
            @ParameterObject Asked asked,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        var read = tables.table(table, asked, overseers.overseer(userId, groups));
        return file(csv.of(read), CsvFiles.MEDIA_TYPE, table + ".csv");
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
            @ParameterObject Asked asked,
            @RequestAttribute(SignedIn.USER) String userId,
            @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        var read = tables.table(table, asked, overseers.overseer(userId, groups));
        return file(workbooks.of(List.of(read)), Workbooks.MEDIA_TYPE, table + ".xlsx");
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
