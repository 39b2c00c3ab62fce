package vn.trienkhai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnswersTests {

    enum Color {
        RED
    }

    record Sample(@NotNull String text, LocalDate day, @Positive Integer count, Boolean yes, Color color) {}

    private final Answers answers = new Answers(
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
            Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void readsDatesAsPeopleWriteThem() {
        assertThat(parse("{'text':'x','day':'5/7/2021'}").day()).isEqualTo(LocalDate.of(2021, 7, 5));
        assertThat(parse("{'text':'x','day':'05/07/2021'}").day()).isEqualTo(LocalDate.of(2021, 7, 5));
        assertThat(parse("{'text':'x','day':'2021-07-05'}").day()).isEqualTo(LocalDate.of(2021, 7, 5));
        assertThat(parse("{'text':'x','day':' '}").day()).isNull();
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
