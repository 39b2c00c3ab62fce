package vn.trienkhai.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.validation.Validator;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.CalendarRefused;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;

/**
 * Reads what a person answered in a form: one JSON variable, transient, as a typed record.
 *
 * <p>Texts arrive without blanks at the ends and in composed Unicode; an empty text is null. The record's constraints are
 * checked here, whoever calls, so that a form only shows and collects.
 */
@Component
public class Answers {

    /** Name of the one variable that a form submits. */
    public static final String VARIABLE = "answer";

    private final ObjectMapper json;
    private final Validator validator;

    Answers(ObjectMapper json, Validator validator, Clock clock) {
        this.json = json.copy()
                .registerModule(new SimpleModule()
                        .addDeserializer(String.class, new TypedText())
                        .addDeserializer(LocalDate.class, new TypedDate())
                        .addDeserializer(DeadlineTerm.class, new TypedDeadline(clock)))
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        this.validator = validator;
    }

    /**
     * @throws FormRefused if nothing was submitted, a value has the wrong type, or a constraint of the record is violated
     */
    public <T> T of(VariableScope submitted, Class<T> type) {
        var answer = submitted.getVariable(VARIABLE);
        if (answer == null) {
            throw FormRefused.because("Chưa có nội dung trả lời: hãy mở biểu mẫu, điền rồi bấm Hoàn thành.");
        }
        return parse(answer.toString(), type);
    }

    <T> T parse(String text, Class<T> type) {
        T value;
        try {
            value = json.readValue(text, type);
        } catch (JsonMappingException wrong) {
            if (wrong.getCause() instanceof CalendarRefused refused) {
                throw FormRefused.at(pathOf(wrong), refused.getMessage());
            }
            throw FormRefused.at(pathOf(wrong), "Mong đợi %s, gặp %s.".formatted(expectedBy(wrong), foundIn(wrong)));
        } catch (JsonProcessingException wrong) {
            throw FormRefused.because("Nội dung trả lời không đọc được.");
        }
        var reasons = validator.validate(value).stream()
                .map(violation -> new FormRefused.Reason(
                        violation.getPropertyPath().toString().replace(".<list element>", ""), violation.getMessage()))
                .sorted(Comparator.comparing(FormRefused.Reason::field))
                .toList();
        if (!reasons.isEmpty()) {
            throw new FormRefused(reasons);
        }
        return value;
    }

    private static String pathOf(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String expectedBy(JsonMappingException wrong) {
        var type = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == LocalDate.class) {
            return "ngày có thật, dạng dd/mm/yyyy";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "có hoặc không";
        }
        if (type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))) {
            return "số nguyên";
        }
        return "một lựa chọn trong danh sách";
    }

    private static String foundIn(JsonMappingException wrong) {
        return wrong instanceof InvalidFormatException invalid ? "“%s”".formatted(invalid.getValue()) : "giá trị khác";
    }

    /** dd/MM/yyyy as people write it, or yyyy-MM-dd as programs do. */
    private static class TypedDate extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        private static final DateTimeFormatter TYPED =
                DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

        TypedDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("").strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return text.contains("/") ? LocalDate.parse(text, TYPED) : LocalDate.parse(text);
            } catch (DateTimeException wrong) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a date");
            }
        }
    }

    /** A deadline as a clerk gives it; days that are counted from no day in particular are counted from today. */
    private static class TypedDeadline extends StdScalarDeserializer<DeadlineTerm> {

        private static final long serialVersionUID = 1L;

        private final transient Clock clock;

        TypedDeadline(Clock clock) {
            super(DeadlineTerm.class);
            this.clock = clock;
        }

        @Override
        public DeadlineTerm deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("").strip();
            return text.isEmpty() ? null : DeadlineTerm.parse(text, VietnamTime.dateOf(clock.instant()));
        }
    }

    private static class TypedText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        TypedText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString();
            if (text == null) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
            return clean.isEmpty() ? null : clean;
        }
    }
}
