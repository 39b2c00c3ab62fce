package vn.trienkhai.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;

/** Figures as an Excel file: a sheet for each table, with numbers that can be reckoned with and text that is only text. */
@Component
public class Workbooks {

    public static final MediaType MEDIA_TYPE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int LONGEST_SHEET_NAME = 31;
    private static final int LONGEST_CELL = 32_767;

    /** Beyond, Excel would round. */
    private static final int MOST_DIGITS = 15;

    /** As people write numbers here: "1.250", "12,5". */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,2}(?:\\.\\d{3})+|[1-9]\\d*)(?:,(\\d+))?");

    /** What a spreadsheet takes for the beginning of a formula when somebody edits the cell. */
    static final String FORMULA_BEGINS = "=+-@\t\r";

    /** @return an .xlsx file; without tables, one empty sheet */
    public byte[] of(List<Table> tables) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var styles = new Styles(workbook);
            var names = new HashSet<String>();
            for (var table : tables) {
                write(workbook.createSheet(nameOf(table, names)), table, styles);
            }
            if (tables.isEmpty()) {
                workbook.createSheet("Không có số liệu");
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("An Excel file cannot be written to memory", impossible);
        }
    }

    /** The title as far as Excel takes it; of two that are alike, the second gets a number. */
    private static String nameOf(Table table, Set<String> taken) {
        var title = WordText.clean(table.title()).replace('\n', ' ').strip();
        var name = WorkbookUtil.createSafeSheetName(title.isEmpty() ? "Bảng" : title, ' ')
                .strip();
        var free = name.isEmpty() ? "Bảng" : name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            var suffix = " (%d)".formatted(i);
            free = name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME - suffix.length()))
                            .strip()
                    + suffix;
        }
        return free;
    }

    private static void write(Sheet sheet, Table table, Styles styles) {
        var at = 0;
        if (table.title() != null) {
            text(sheet.createRow(at++).createCell(0), table.title(), styles.title, styles);
        }
        var headings = sheet.createRow(at++);
        for (int i = 0; i < table.columns().size(); i++) {
            text(headings.createCell(i), table.columns().get(i).heading(), styles.heading, styles);
        }
        sheet.createFreezePane(0, at);
        sheet.setRepeatingRows(new CellRangeAddress(
                at - 1, at - 1, 0, Math.max(0, table.columns().size() - 1)));
        for (int i = 0; i < table.rows().size(); i++) {
            var total = table.totalled() && i == table.rows().size() - 1;
            write(sheet.createRow(at++), table, table.rows().get(i), styles, total);
        }
        if (table.rows().isEmpty()) {
            text(sheet.createRow(at).createCell(0), "Không có số liệu.", styles.text(false), styles);
        }
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.setColumnWidth(i, widthOf(table, i) * 256);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(table.columns().size() > 6);
    }

    private static void write(Row row, Table table, List<String> cells, Styles styles, boolean total) {
        for (int i = 0; i < Math.min(cells.size(), table.columns().size()); i++) {
            var cell = row.createCell(i);
            var number = numberIn(cells.get(i), table.columns().get(i));
            if (number.isPresent()) {
                cell.setCellValue(number.get().doubleValue());
                cell.setCellStyle(styles.number(number.get().scale(), total));
            } else {
                text(cell, cells.get(i), styles.text(total), styles);
            }
        }
    }

    private static void text(Cell cell, String words, CellStyle style, Styles styles) {
        var clean = WordText.clean(words);
        cell.setCellValue(clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL - 1) + "…");
        cell.setCellStyle(
                !clean.isEmpty() && FORMULA_BEGINS.indexOf(clean.charAt(0)) >= 0 ? styles.quoted(style) : style);
    }

    private static Optional<BigDecimal> numberIn(String text, Column column) {
        var clean = WordText.clean(text).strip();
        var digits = clean.chars().filter(Character::isDigit).count();
        return column.number() && NUMBER.matcher(clean).matches() && digits <= MOST_DIGITS
                ? Optional.of(new BigDecimal(clean.replace(".", "").replace(',', '.')))
                : Optional.empty();
    }

    /** In characters: as wide as the longest cell, between 8 and 60. */
    private static int widthOf(Table table, int column) {
        var cells = new ArrayList<String>();
        cells.add(table.columns().get(column).heading());
        table.rows().stream().filter(row -> column < row.size()).forEach(row -> cells.add(row.get(column)));
        var longest = cells.stream()
                .flatMap(cell -> WordText.clean(cell).lines())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.min(60, Math.max(8, longest + 2));
    }

    /** A workbook holds only so many styles, so each is made once. */
    private static class Styles {

        private final XSSFWorkbook workbook;
        private final CellStyle title;
        private final CellStyle heading;
        private final Map<String, CellStyle> others = new HashMap<>();

        Styles(XSSFWorkbook workbook) {
            this.workbook = workbook;
            title = plain(true);
            heading = framed(true);
            heading.setAlignment(HorizontalAlignment.CENTER);
            heading.setVerticalAlignment(VerticalAlignment.CENTER);
        }

        CellStyle text(boolean bold) {
            return others.computeIfAbsent("text" + bold, key -> framed(bold));
        }

        /** The same look, and text even after somebody has edited it. */
        CellStyle quoted(CellStyle style) {
            return others.computeIfAbsent("quoted" + style.getIndex(), key -> {
                var quoted = workbook.createCellStyle();
                quoted.cloneStyleFrom(style);
                quoted.setQuotePrefixed(true);
                return quoted;
            });
        }

        CellStyle number(int decimals, boolean bold) {
            return others.computeIfAbsent("number" + decimals + bold, key -> {
                var style = framed(bold);
                style.setWrapText(false);
                var format = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
                style.setDataFormat(workbook.createDataFormat().getFormat(format));
                return style;
            });
        }

        private CellStyle framed(boolean bold) {
            var style = plain(bold);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return style;
        }

        private CellStyle plain(boolean bold) {
            var font = workbook.createFont();
            font.setFontName("Times New Roman");
            font.setFontHeightInPoints((short) 12);
            font.setBold(bold);
            var style = workbook.createCellStyle();
            style.setFont(font);
            return style;
        }
    }
}
