package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTablesQuotingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=HYPERLINK(\"http://evil.example\") | \"'=HYPERLINK(\"\"http://evil.example\"\")\"",
                "+1+1 | \"'+1+1\"",
                "-2+3 | \"'-2+3\"",
                "@SUM(A1) | \"'@SUM(A1)\"",
                "Phòng Kinh tế | \"Phòng Kinh tế\""
            })
    void noTextIsAFormula(String text, String written) {
        assertThat(ReportTables.quoted(text)).isEqualTo(written);
    }
}
