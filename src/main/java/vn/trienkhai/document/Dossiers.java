package vn.trienkhai.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;

/** A dossier (hồ sơ) as one .zip: the files of every module that keeps some, with an index to read and one to reckon with. */
@Service
class Dossiers {

    private static final List<Column> COLUMNS = List.of(
            new Column("STT", true, 1),
            new Column("Số, ký hiệu", false, 3),
            new Column("Ngày", false, 2),
            new Column("Loại", false, 2),
            new Column("Trích yếu, tên", false, 8),
            new Column("Tệp", false, 6),
            new Column("SHA-256", false, 6));

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ObjectProvider<DossierPart> parts;
    private final DocumentPlans plans;
    private final Workbooks workbooks;
    private final Clock clock;

    Dossiers(ObjectProvider<DossierPart> parts, DocumentPlans plans, Workbooks workbooks, Clock clock) {
        this.parts = parts;
        this.plans = plans;
        this.workbooks = workbooks;
        this.clock = clock;
    }

    List<DossierEntry> entriesOf(DossierScope scope) {
        return parts.orderedStream()
                .flatMap(part -> part.entriesOf(scope).stream())
                .toList();
    }

    /** One file after the other, so that no more than one is in memory. */
    void write(String title, List<DossierEntry> entries, OutputStream out) throws IOException {
        var paths = pathsOf(entries);
        var rows = rowsOf(entries, paths);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "muc-luc.html", html(title, rows).getBytes(StandardCharsets.UTF_8), now());
            put(zip, "muc-luc.xlsx", workbooks.of(List.of(new Table(title, COLUMNS, rows, false))), now());
            for (int i = 0; i < entries.size(); i++) {
                var date = entries.get(i).date();
                put(zip, paths.get(i), entries.get(i).bytes().get(), date == null ? now() : date.atStartOfDay());
            }
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), VietnamTime.ZONE);
    }

    private static void put(ZipOutputStream zip, String path, byte[] bytes, LocalDateTime time) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static List<List<String>> rowsOf(List<DossierEntry> entries, List<String> paths) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            rows.add(List.of(
                    Integer.toString(i + 1),
                    entry.number() == null ? "" : entry.number(),
                    entry.date() == null ? "" : VietnamTime.format(entry.date()),
                    entry.kind(),
                    entry.title(),
                    paths.get(i),
                    entry.sha256()));
        }
        return rows;
    }

    private static List<String> pathsOf(List<DossierEntry> entries) {
        var taken = new HashSet<String>();
        return entries.stream()
                .map(entry -> free(safe(entry.folder()) + "/" + safe(entry.fileName()), taken))
                .toList();
    }

    /** A second file of the same name gets a number before its ending. */
    private static String free(String path, Set<String> taken) {
        var dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length();
        var chosen = path;
        for (int copy = 2; !taken.add(chosen); copy++) {
            chosen = path.substring(0, dot) + "-" + copy + path.substring(dot);
        }
        return chosen;
    }

    /** Letters without marks, digits, points and hyphens: a name that every system takes and none leaves the folder by. */
    private static String safe(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^A-Za-z0-9.-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.-]+", "");
        return plain.isEmpty() ? "tep" : plain;
    }

    private static String html(String title, List<List<String>> rows) {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"vi\">\n<head><meta charset=\"utf-8\"><title>")
                .append(HtmlUtils.htmlEscape(title, UTF_8))
                .append("</title></head>\n<body>\n<h1>")
                .append(HtmlUtils.htmlEscape(title, UTF_8))
                .append("</h1>\n<table border=\"1\">\n<tr>");
        COLUMNS.forEach(column -> page.append("<th>").append(column.heading()).append("</th>"));
        page.append("</tr>\n");
        for (var row : rows) {
            page.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                var text = HtmlUtils.htmlEscape(row.get(i), UTF_8);
                page.append("<td>")
                        .append(isPath(i) ? "<a href=\"%1$s\">%1$s</a>".formatted(text) : text)
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        return page.append("</table>\n</body>\n</html>\n").toString();
    }

    private static boolean isPath(int column) {
        return COLUMNS.get(column).heading().equals("Tệp");
    }

    /** For example "Hồ sơ Kế hoạch số 269/KH-UBND ngày 10/06/2021, KT-1c". */
    String titleOf(DossierScope scope) {
        return Stream.of("Hồ sơ " + plans.nameOf(scope.planId()), scope.duty())
                .filter(part -> part != null)
                .reduce((plan, duty) -> plan + ", " + duty)
                .orElseThrow();
    }
}
