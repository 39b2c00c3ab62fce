package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;

class CsvFilesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=HYPERLINK(\"http://evil.example\") | \"'=HYPERLINK(\"\"http://evil.example\"\")\"",
                "+1+1 | '+1+1",
                "-2+3 | '-2+3",
                "@SUM(A1) | '@SUM(A1)",
                "- | -",
                "Phòng Kinh tế; An Thới | \"Phòng Kinh tế; An Thới\""
            })
    void noTextIsAFormula(String text, String written) {
        assertThat(file(List.of("Đơn vị"), List.of(text))).isEqualTo("\uFEFFĐơn vị\r\n" + written + "\r\n");
    }

    @Test
    void numbersStayNumbers() {
        var table = new Table(
                "Số liệu",
                List.of(new Column("Đơn vị", false, 1), new Column("Cộng", true, 1)),
                List.of(List.of("Y tế", "-3")),
                false);

        assertThat(new String(new CsvFiles().of(table), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFĐơn vị;Cộng\r\nY tế;-3\r\n");
    }

    private static String file(List<String> headings, List<String> row) {
        var columns =
                headings.stream().map(heading -> new Column(heading, false, 1)).toList();
        return new String(new CsvFiles().of(new Table("Bảng", columns, List.of(row), false)), StandardCharsets.UTF_8);
    }
}
