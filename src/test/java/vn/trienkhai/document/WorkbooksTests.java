package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;

class WorkbooksTests {

    private static final Column TEXT = new Column("Đơn vị", false, 1);
    private static final Column NUMBER = new Column("Số lượng", true, 1);

    private static XSSFWorkbook read(Table... tables) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(new Workbooks().of(List.of(tables))));
    }

    private static Table single(Column column, String... cells) {
        return new Table(
                null, List.of(column), List.of(cells).stream().map(List::of).toList(), false);
    }

    @Test
    void writesATableWithTitleAndFrozenHeadings() throws IOException {
        try (var workbook = read(new Table(
                "Số liệu theo đơn vị",
                List.of(TEXT, NUMBER),
                List.of(List.of("Phòng Kinh tế", "1.250"), List.of("Cộng", "1.250")),
                true))) {
            var sheet = workbook.getSheet("Số liệu theo đơn vị");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Số liệu theo đơn vị");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Số lượng");
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(1250);
            assertThat(sheet.getRow(2).getCell(1).getCellStyle().getFont().getBold())
                    .isFalse();
            assertThat(sheet.getRow(3).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getRow(3).getCell(1).getCellStyle().getFont().getBold())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "126|126", "1.250|1250", "1.000.000|1000000", "12,5|12.5", "-3|-3", "1.250,75|1250.75"})
    void makesNumbersOfWhatPeopleWriteAsNumbers(String written, double value) throws IOException {
        try (var workbook = read(single(NUMBER, written))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell.getNumericCellValue()).isEqualTo(value);
        }
    }

    @Test
    void showsNumbersWithTheirDecimals() throws IOException {
        try (var workbook = read(single(NUMBER, "1.250,50"))) {
            assertThat(new DataFormatter(java.util.Locale.US)
                            .formatCellValue(workbook.getSheetAt(0).getRow(1).getCell(0)))
                    .isEqualTo("1,250.50");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chưa báo cáo", "", "1.25", "12.50", "007", "85%", "1234567890123456", "1/2", "١٢"})
    void leavesWhatIsNoPlainNumberAsText(String written) throws IOException {
        try (var workbook = read(single(NUMBER, written))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x\";\"y\")",
                "+84 90",
                "-1+1",
                "@SUM(A1)",
                "=cmd|'/C calc'!A0",
                "<w:p>]]>"
            })
    void keepsFormulasAsText(String words) throws IOException {
        try (var workbook =
                read(new Table(words, List.of(new Column(words, true, 1)), List.of(List.of(words)), false))) {
            var sheet = workbook.getSheetAt(0);
            for (int row = 0; row < 3; row++) {
                var cell = sheet.getRow(row).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(words);
                assertThat(cell.getCellStyle().getQuotePrefixed())
                        .as("stays text when somebody edits it")
                        .isEqualTo(!words.startsWith("<"));
            }
        }
    }

    @Test
    void namesSheetsSoThatExcelTakesThem() throws IOException {
        var longTitle = "Kết quả tuyên truyền theo đơn vị, kênh và nội dung quý III";
        try (var workbook = read(
                new Table(longTitle, List.of(TEXT), List.of(), false),
                new Table(longTitle, List.of(TEXT), List.of(), false),
                new Table("A/B: [x]? *", List.of(TEXT), List.of(), false),
                new Table("'bảng'", List.of(TEXT), List.of(), false),
                new Table("'BẢNG'", List.of(TEXT), List.of(), false),
                new Table(null, List.of(TEXT), List.of(), false))) {
            assertThat(List.of(0, 1, 2, 3, 4, 5).stream()
                            .map(workbook::getSheetName)
                            .toList())
                    .containsExactly(
                            "Kết quả tuyên truyền theo đơn v",
                            "Kết quả tuyên truyền theo đ (2)",
                            "A B   x",
                            "bảng",
                            "BẢNG (2)",
                            "Bảng (3)");
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo(longTitle);
        }
    }

    @Test
    void saysSoWhenThereIsNothing() throws IOException {
        try (var none = read();
                var empty = read(single(TEXT))) {
            assertThat(none.getSheetName(0)).isEqualTo("Không có số liệu");
            assertThat(empty.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Không có số liệu.");
        }
    }

    @Test
    void cutsOnlyWhatExcelCannotHold() throws IOException {
        try (var workbook = read(single(TEXT, "x".repeat(40_000)))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("x…");
        }
    }
}
