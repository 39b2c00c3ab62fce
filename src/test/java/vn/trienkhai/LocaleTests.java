package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The Vietnamese words of the web applications, held against the English ones that Camunda ships. */
class LocaleTests {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)[^}]*}}");

    private static final List<String> ALL = List.of("tasklist", "cockpit", "admin", "welcome");

    /** Signs, names and patterns, not words. */
    private static final Set<String> SAME_IN_BOTH =
            Set.of("<", "<=", ">", ">=", "ID", "ID*", "CSV", "JSON", "Optimize", "YYYY-MM-DDTHH:mm:ss");

    /** The heading of a column and an act on a card: one English word, two things. */
    private static final Set<String> TWO_THINGS = Set.of("Created");

    /** The word by which a thing is called, wherever the English text names it: docs/glossary.md and the terms of BPMN. */
    private static final Map<String, String> GLOSSARY = Map.ofEntries(
            Map.entry("incident", "sự cố"),
            Map.entry("batch", "lô"),
            Map.entry("tenant", "phân vùng"),
            Map.entry("decision", "quyết định"),
            Map.entry("process definition", "quy trình"),
            Map.entry("assignee", "thực hiện"),
            Map.entry("due date", "hạn"),
            Map.entry("retries", "thử lại"),
            Map.entry("group", "nhóm"),
            Map.entry("authorization", "phân quyền"),
            Map.entry("suspend", "tạm dừng"),
            Map.entry("business key", "mã nghiệp vụ"),
            Map.entry("diagram", "sơ đồ"),
            Map.entry("cancel", "hủy"),
            Map.entry("permission", "quyền"),
            Map.entry("activity", "bước"),
            Map.entry("annotation", "ghi chú"),
            Map.entry("removal time", "thời điểm xóa"),
            Map.entry("password", "mật khẩu"),
            Map.entry("priority", "ưu tiên"),
            Map.entry("comment", "ý kiến"),
            Map.entry("claim", "nhận"));

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void hasEveryLabelAndNoOther(String app) throws IOException {
        assertThat(labels(app, "vi").keySet())
                .containsExactlyInAnyOrderElementsOf(labels(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void keepsThePlaceholders(String app) throws IOException {
        var english = labels(app, "en");
        labels(app, "vi").forEach((key, value) -> assertThat(placeholders(value))
                .as("%s: %s", app, key)
                .isEqualTo(placeholders(english.get(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void leavesNoLabelEmpty(String app) throws IOException {
        assertThat(labels(app, "vi"))
                .allSatisfy((key, value) -> assertThat(value).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void isComposedUnicodeWithoutByteOrderMark(String app) throws IOException {
        var text = text(app, "vi");

        assertThat(text.charAt(0)).isNotEqualTo(BYTE_ORDER_MARK);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void leavesNoLabelInEnglish(String app) throws IOException {
        var english = labels(app, "en");
        var left = labels(app, "vi").entrySet().stream()
                .filter(label -> label.getValue().equals(english.get(label.getKey())))
                .filter(label -> !SAME_IN_BOTH.contains(label.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void writesDatesTheVietnameseWay(String app) throws IOException {
        var dates = tree(app, "vi").get("dateLocales");

        assertThat(dates.get("months")).hasSize(12);
        assertThat(words(dates.get("weekdays")))
                .containsExactly("chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy");
        assertThat(dates.at("/longDateFormat/L").asText()).isEqualTo("DD/MM/YYYY");
        assertThat(dates.at("/longDateFormat/LT").asText()).isEqualTo("HH:mm");
        assertThat(dates.at("/week/dow").asInt()).as("first day of the week").isEqualTo(1);
    }

    /** With two locales on offer, a browser set to English would get English unasked. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void offersOneLanguageWhichIsVietnameseUnlessSomebodyChoseEnglish(String app) throws IOException {
        assertThat(read(APPS + app + "/scripts/config.js"))
                .contains("import { locales, say } from '../../../../trien-khai/ngon-ngu-1.0.0.js';")
                .contains("  locales,")
                .contains("chon-ngon-ngu-1.0.0.js");
        assertThat(read("static/trien-khai/ngon-ngu-1.0.0.js"))
                .contains("export const language = chosen() === 'en' ? 'en' : 'vi';")
                .contains("availableLocales: [language], fallbackLocale: language");
    }

    /** Style sheets are sent without a character set, so that "Triển Khai" needs this line to be read right. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void declaresTheCharacterSetOfItsStyles(String app) throws IOException {
        assertThat(read(APPS + app + "/styles/user-styles.css")).startsWith("@charset \"UTF-8\";");
    }

    @Test
    void callsOneThingByOneWord() throws IOException {
        var tasklist = labels("tasklist", "vi");

        assertThat(tasklist)
                .containsEntry("TASK", "Việc")
                .containsEntry("CLAIM_TASK", "Nhận việc")
                .containsEntry("UNCLAIM_TASK", "Trả lại nhóm")
                .containsEntry("COMPLETE", "Hoàn thành")
                .containsEntry("ASSIGNEE", "Người thực hiện")
                .containsEntry("DUE_DATE", "Hạn")
                .containsEntry("START_PROCESS", "Bắt đầu quy trình");
    }

    @Test
    void namesWhatTheGlossaryNamesByItsWord() throws IOException {
        var others = new ArrayList<String>();
        for (var app : ALL) {
            var vietnamese = labels(app, "vi");
            labels(app, "en")
                    .forEach((key, english) -> GLOSSARY.forEach((term, word) -> {
                        var text = PLACEHOLDER.matcher(english).replaceAll("");
                        if (Pattern.compile("\\b" + term + "\\b", Pattern.CASE_INSENSITIVE)
                                        .matcher(text)
                                        .find()
                                && !vietnamese.get(key).toLowerCase(VIETNAMESE).contains(word)) {
                            others.add("%s %s: %s – %s".formatted(app, key, term, vietnamese.get(key)));
                        }
                    }));
        }

        assertThat(others).isEmpty();
    }

    /** The four applications say the same thing in the same words. */
    @Test
    void translatesOneTextInOneWay() throws IOException {
        var ways = new TreeMap<String, Set<String>>();
        for (var app : ALL) {
            var vietnamese = labels(app, "vi");
            labels(app, "en").forEach((key, english) -> ways.computeIfAbsent(english.strip(), text -> new TreeSet<>())
                    .add(vietnamese.get(key).strip()));
        }
        ways.keySet().removeAll(TWO_THINGS);

        assertThat(ways)
                .allSatisfy((english, translated) ->
                        assertThat(translated).as(english).hasSize(1));
    }

    private Map<String, String> labels(String app, String language) throws IOException {
        var labels = new LinkedHashMap<String, String>();
        for (var label : tree(app, language).get("labels").properties()) {
            labels.put(label.getKey(), label.getValue().asText());
        }
        return labels;
    }

    private JsonNode tree(String app, String language) throws IOException {
        var text = text(app, language);
        return json.readTree(text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static String text(String app, String language) throws IOException {
        return read(APPS + app + "/locales/" + language + ".json");
    }

    private static String read(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }

    private static Set<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
