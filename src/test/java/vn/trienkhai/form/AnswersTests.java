package vn.trienkhai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.trienkhai.calendar.DeadlineTerm;

class AnswersTests {

    enum Color {
        RED
    }

    record Sample(
            @NotNull String text,
            LocalDate day,
            @Positive Integer count,
            Boolean yes,
            Color color,
            DeadlineTerm deadline) {}

    private final Answers answers = new Answers(
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
            Validation.buildDefaultValidatorFactory().getValidator(),
            Clock.fixed(Instant.parse("2026-08-28T17:00:00Z"), ZoneOffset.UTC)); // 29/08/2026, 00:00 in Phú Quốc

    @Test
    void readsDatesAsPeopleWriteThem() {
        assertThat(parse("{'text':'x','day':'5/7/2021'}").day()).isEqualTo(LocalDate.of(2021, 7, 5));
        assertThat(parse("{'text':'x','day':'05/07/2021'}").day()).isEqualTo(LocalDate.of(2021, 7, 5));
        assertThat(parse("{'text':'x','day':'2021-07-05'}").day()).isEqualTo(LocalDate.of(2021, 7, 5));
        assertThat(parse("{'text':'x','day':' '}").day()).isNull();
    }

    @Test
    void readsADeadlineAsItIsTypedAndCountsFromToday() {
        assertThat(parse("{'text':'x','deadline':' 5  ngày làm việc'}").deadline())
                .isEqualTo(DeadlineTerm.workingDays(5, LocalDate.of(2026, 8, 29)));
        assertThat(parse("{'text':'x','deadline':'30/9/2026'}").deadline())
                .isEqualTo(DeadlineTerm.on(LocalDate.of(2026, 9, 30)));
        assertThat(parse("{'text':'x','deadline':' '}").deadline()).isNull();
        assertThat(parse("{'text':'x'}").deadline()).isNull();
        assertRefused(
                "{'text':'x','deadline':'tuần sau'}",
                "deadline",
                "Mong đợi thời hạn như “30/09/2021”, “trước ngày 15/12/2021”, “5 ngày làm việc” hoặc “10 ngày”,"
                        + " gặp “tuần sau”.");
        assertRefused(
                "{'text':'x','deadline':'trước 31/9/2026'}",
                "deadline",
                "Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “31/9/2026”.");
    }

    @Test
    void takesTextsWithoutBlanksAndInComposedUnicode() {
        var decomposed = "Du\u031bo\u031bng\u0020\u0110o\u0302ng";

        assertThat(parse("{'text':'  " + decomposed + " '}").text()).isEqualTo("D\u01b0\u01a1ng \u0110\u00f4ng");
    }

    @Test
    void saysWhatWasExpectedAndWhatWasFound() {
        assertRefused(
                "{'text':'x','day':'30/02/2021'}", "day", "Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “30/02/2021”.");
        assertRefused("{'text':'x','count':'ba'}", "count", "Mong đợi số nguyên, gặp “ba”.");
        assertRefused("{'text':'x','yes':'maybe'}", "yes", "Mong đợi có hoặc không, gặp “maybe”.");
        assertRefused("{'text':'x','color':'BLUE'}", "color", "Mong đợi một lựa chọn trong danh sách, gặp “BLUE”.");
        assertRefused("{'text':'x','count':0}", "count", "Phải là số lớn hơn 0.");
        assertRefused("{'text':'  '}", "text", "Chưa chọn hoặc chưa điền mục này.");
        assertRefused("{'text':", "", "Nội dung trả lời không đọc được.");
    }

    private Sample parse(String json) {
        return answers.parse(json.replace('\'', '"'), Sample.class);
    }

    private void assertRefused(String json, String field, String message) {
        var refused = catchThrowableOfType(FormRefused.class, () -> parse(json));
        assertThat(refused.reasons()).containsExactly(new FormRefused.Reason(field, message));
    }
}
