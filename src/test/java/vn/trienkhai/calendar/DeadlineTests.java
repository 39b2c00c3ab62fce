package vn.trienkhai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deadline comes to and the sentence that says how; the sentences are what people read in forms. */
class DeadlineTests {

    private static final LocalDate TODAY = LocalDate.of(2021, 9, 1);

    private final WorkingCalendar calendar = CalendarDatabase.calendar();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            5 ngày làm việc từ 29/8/2026  | 09/09/2026 | 5 ngày làm việc từ 29/08/2026, trừ nghỉ Quốc khánh: hết ngày 09/09/2026
            5 ngày làm việc từ 06/7/2026  | 13/07/2026 | 5 ngày làm việc từ 06/07/2026: hết ngày 13/07/2026
            5 ngày làm việc từ 18/8/2026  | 24/08/2026 | 5 ngày làm việc từ 18/08/2026, kể cả ngày làm bù 22/08/2026: hết ngày 24/08/2026
            10 ngày làm việc từ 20/8/2026 | 07/09/2026 | 10 ngày làm việc từ 20/08/2026, trừ nghỉ Quốc khánh, kể cả ngày làm bù 22/08/2026: hết ngày 07/09/2026
            3 ngày làm việc từ 27/4/2023  | 05/05/2023 | 3 ngày làm việc từ 27/04/2023, trừ nghỉ Quốc tế Lao động 01/5, Giỗ Tổ Hùng Vương và Chiến thắng 30/4: hết ngày 05/05/2023
            1 ngày làm việc từ 13/2/2026  | 23/02/2026 | 1 ngày làm việc từ 13/02/2026, trừ nghỉ Tết Nguyên đán: hết ngày 23/02/2026
            10 ngày từ 29/8/2026          | 08/09/2026 | 10 ngày từ 29/08/2026: hết ngày 08/09/2026
            10 ngày từ 20/4/2026          | 04/05/2026 | 10 ngày từ 20/04/2026 là đến ngày 30/04/2026, ngày nghỉ Chiến thắng 30/4, chuyển sang ngày làm việc tiếp theo: hết ngày 04/05/2026
            5 ngày từ 06/7/2026           | 13/07/2026 | 5 ngày từ 06/07/2026 là đến ngày 11/07/2026, thứ Bảy, chuyển sang ngày làm việc tiếp theo: hết ngày 13/07/2026
            30/9/2021                     | 30/09/2021 | Hết ngày 30/09/2021
            02/9/2026                     | 03/09/2026 | Ngày 02/09/2026 là ngày nghỉ Quốc khánh, chuyển sang ngày làm việc tiếp theo: hết ngày 03/09/2026
            31/8/2026                     | 03/09/2026 | Ngày 31/08/2026 là ngày nghỉ hoán đổi dịp Quốc khánh, chuyển sang ngày làm việc tiếp theo: hết ngày 03/09/2026
            02/5/2023                     | 04/05/2023 | Ngày 02/05/2023 là ngày nghỉ bù Giỗ Tổ Hùng Vương, chuyển sang ngày làm việc tiếp theo: hết ngày 04/05/2023
            22/8/2026                     | 22/08/2026 | Hết ngày 22/08/2026
            23/8/2026                     | 24/08/2026 | Ngày 23/08/2026 là Chủ nhật, chuyển sang ngày làm việc tiếp theo: hết ngày 24/08/2026
            trước 15/12/2026              | 14/12/2026 | Trước ngày 15/12/2026: hết ngày 14/12/2026
            trước ngày 15/12/2025         | 12/12/2025 | Trước ngày 15/12/2025, mà ngày 14/12/2025 là Chủ nhật, nên lùi về ngày làm việc liền trước: hết ngày 12/12/2025
            trước 03/9/2026               | 28/08/2026 | Trước ngày 03/09/2026, mà ngày 02/09/2026 là ngày nghỉ Quốc khánh, nên lùi về ngày làm việc liền trước: hết ngày 28/08/2026
            03/3/2028                     | 03/03/2028 | Hết ngày 03/03/2028 (dự kiến: chưa có thông báo lịch nghỉ năm 2028)
            2 ngày làm việc từ 31/12/2027 | 05/01/2028 | 2 ngày làm việc từ 31/12/2027, trừ nghỉ Tết Dương lịch: hết ngày 05/01/2028 (dự kiến: chưa có thông báo lịch nghỉ năm 2027 và 2028)
            """)
    void saysHowItWasCounted(String typed, String lastDay, String explanation) {
        var deadline = calendar.deadlineOf(DeadlineTerm.parse(typed, TODAY));

        assertThat(deadline.explanation()).isEqualTo(explanation);
        assertThat(VietnamTime.format(deadline.lastDay())).isEqualTo(lastDay);
        assertThat(deadline.provisional()).isEqualTo(explanation.contains("dự kiến"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            30/9/2021                             | 30/09/2021
            30/09/2021                            | 30/09/2021
            2021-09-30                            | 30/09/2021
            đến hết ngày 30/9/2021                | 30/09/2021
            trước 15/12/2021                      | trước ngày 15/12/2021
            TRƯỚC   Ngày 15/12/2021               | trước ngày 15/12/2021
            5 ngày làm việc                       | 5 ngày làm việc từ 01/09/2021
            5 ngày LV                             | 5 ngày làm việc từ 01/09/2021
            05 ngày làm việc kể từ ngày 29/8/2026 | 5 ngày làm việc từ 29/08/2026
            10 ngày                               | 10 ngày từ 01/09/2021
            10 ngày từ 29/8/2026                  | 10 ngày từ 29/08/2026
            """)
    void readsWhatAClerkTypes(String typed, String text) {
        var term = DeadlineTerm.parse(typed, TODAY);

        assertThat(term.text()).isEqualTo(text);
        assertThat(DeadlineTerm.parse(term.text(), LocalDate.MIN)).isEqualTo(term);
    }

    @Test
    void readsDecomposedUnicodeAndBlanksThatDoNotBreak() {
        var typed = " tru\u031bo\u031b\u0301c\u00a0nga\u0300y 15/12/2021 ";

        assertThat(DeadlineTerm.parse(typed, TODAY)).isEqualTo(DeadlineTerm.before(LocalDate.of(2021, 12, 15)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mai", "5", "5 tuần", "sau 15/12/2021", "15/12", "trước 5 ngày", "-5 ngày"})
    void saysWhatItExpectsAndWhatItFound(String typed) {
        assertThatThrownBy(() -> DeadlineTerm.parse(typed, TODAY))
                .isInstanceOf(CalendarRefused.class)
                .hasMessage(
                        "Mong đợi thời hạn như “30/09/2021”, “trước ngày 15/12/2021”, “5 ngày làm việc” hoặc “10 ngày”,"
                                + " gặp “" + typed + "”.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            31/9/2021               | Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “31/9/2021”.
            30/9/21                 | Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “30/9/21”.
            trước 29/2/2021         | Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “29/2/2021”.
            0 ngày                  | Mong đợi từ 1 đến 1000 ngày, gặp 0.
            1001 ngày làm việc      | Mong đợi từ 1 đến 1000 ngày, gặp 1001.
            30/9/2121               | Mong đợi năm từ 2000 đến 2100, gặp 30/09/2121.
            """)
    void refusesDaysAndNumbersThatCannotBe(String typed, String reason) {
        assertThatThrownBy(() -> DeadlineTerm.parse(typed, TODAY))
                .isInstanceOf(CalendarRefused.class)
                .hasMessage(reason);
    }
}
