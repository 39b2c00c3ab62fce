package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trienkhai.calendar.VietnamTime;

class PlanCitationTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thông tin, tuyên truyền về môi trường | thông tin, tuyên truyền về môi trường",
                "Đẩy mạnh mua sắm xanh | đẩy mạnh mua sắm xanh",
                "UBND thành phố hành động | UBND thành phố hành động",
                "Phú Quốc xanh, sạch, đẹp | Phú Quốc xanh, sạch, đẹp",
                "Ở rừng | ở rừng",
                "Học | học"
            })
    void continuesASentence(String title, String expected) {
        assertThat(PlanCitation.continued(title)).isEqualTo(expected);
    }

    /** Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4: a zero before days below 10 and before January and February. */
    @ParameterizedTest
    @CsvSource({
        "2021-06-04, ngày 04 tháng 6 năm 2021",
        "2021-02-10, ngày 10 tháng 02 năm 2021",
        "2022-01-01, ngày 01 tháng 01 năm 2022",
        "2021-03-09, ngày 09 tháng 3 năm 2021",
        "2021-12-31, ngày 31 tháng 12 năm 2021"
    })
    void writesDaysInWords(LocalDate day, String expected) {
        assertThat(VietnamTime.inWords(day)).isEqualTo(expected);
    }
}
