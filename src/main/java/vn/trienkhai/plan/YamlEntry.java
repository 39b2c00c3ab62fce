package vn.trienkhai.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Fields under one heading of a YAML file. To ask for a field that is missing or not understood reports it and gives
 * an empty text, an empty list or null, so that reading goes on and finds the other problems too.
 */
final class YamlEntry {

    /** A word of a list, and its line. */
    record Word(String text, int line) {}

    private final YamlFile file;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    YamlEntry(YamlFile file, MappingNode mapping) {
        this.file = file;
        this.line = YamlFile.lineOf(mapping);
        for (var field : mapping.getValue()) {
            var name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            int at = YamlFile.lineOf(field.getKeyNode());
            if (fields.putIfAbsent(name, field.getValueNode()) != null) {
                file.report(at, "mỗi trường một lần", "trường “%s” lặp lại".formatted(name));
            }
            lines.putIfAbsent(name, at);
        }
    }

    YamlFile file() {
        return file;
    }

    int line() {
        return line;
    }

    /** The line of the field, or of the whole entry if it has no such field. */
    int line(String field) {
        return lines.getOrDefault(field, line);
    }

    void report(String field, String expected, String found) {
        file.report(line(field), expected, found);
    }

    boolean has(String field) {
        asked.add(field);
        return fields.containsKey(field);
    }

    String text(String field) {
        if (!has(field)) {
            file.report(line, "trường “%s”".formatted(field), "không có");
            return "";
        }
        return text(field, fields.get(field), line(field));
    }

    Optional<String> optionalText(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    LocalDate date(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            report(field, "ngày theo dạng năm-tháng-ngày ở “%s”, ví dụ 2021-06-10".formatted(field), quoted(text));
            return null;
        }
    }

    /** Whether the field is {@code true}; a missing field is {@code false}. */
    boolean flag(String field) {
        var text = optionalText(field).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            report(field, "true hoặc false ở “%s”".formatted(field), quoted(text));
        }
        return text.equals("true");
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        var text = text(field);
        return text.isEmpty()
                ? null
                : constant(new Word(text, line(field)), type).orElse(null);
    }

    <E extends Enum<E>> List<E> manyOf(String field, Class<E> type) {
        return words(field).stream()
                .map(word -> constant(word, type))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The words of a list, which may be empty but not missing. */
    List<Word> words(String field) {
        return list(field, true).stream()
                .map(node -> new Word(text(field, node, YamlFile.lineOf(node)), YamlFile.lineOf(node)))
                .filter(word -> !word.text().isEmpty())
                .toList();
    }

    List<Word> optionalWords(String field) {
        return has(field) ? words(field) : List.of();
    }

    Optional<YamlEntry> entry(String field) {
        if (!has(field)) {
            file.report(line, "mục “%s”".formatted(field), "không có");
            return Optional.empty();
        }
        return mapping(field, fields.get(field));
    }

    /** Each entry of a list that must not be empty. */
    <T> List<T> entries(String field, Function<YamlEntry, T> reader) {
        var nodes = list(field, true);
        if (nodes.isEmpty() && has(field)) {
            report(field, "ít nhất một mục ở “%s”".formatted(field), "không có mục nào");
        }
        return read(field, nodes, reader);
    }

    <T> List<T> optionalEntries(String field, Function<YamlEntry, T> reader) {
        return read(field, list(field, false), reader);
    }

    void reportUnknownFields() {
        fields.keySet().stream()
                .filter(field -> !asked.contains(field))
                .forEach(field -> file.report(
                        line(field),
                        "một trong các trường " + String.join(", ", asked),
                        "trường “%s”".formatted(field)));
    }

    private <T> List<T> read(String field, List<Node> nodes, Function<YamlEntry, T> reader) {
        var read = new ArrayList<T>();
        nodes.forEach(node -> mapping(field, node).ifPresent(entry -> read.add(reader.apply(entry))));
        return read;
    }

    private Optional<YamlEntry> mapping(String field, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(file.entry(mapping));
        }
        file.report(YamlFile.lineOf(node), "các trường của “%s”".formatted(field), described(node));
        return Optional.empty();
    }

    private List<Node> list(String field, boolean required) {
        if (!has(field)) {
            if (required) {
                file.report(line, "danh sách “%s”".formatted(field), "không có");
            }
            return List.of();
        }
        if (fields.get(field) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        report(field, "danh sách “%s”".formatted(field), described(fields.get(field)));
        return List.of();
    }

    private String text(String field, Node node, int at) {
        if (!(node instanceof ScalarNode scalar)) {
            file.report(at, "một đoạn chữ ở “%s”".formatted(field), described(node));
            return "";
        }
        var text = PlanText.onOneLine(scalar.getValue());
        if (text.isEmpty()) {
            file.report(at, "nội dung của “%s”".formatted(field), "để trống");
        }
        return text;
    }

    private <E extends Enum<E>> Optional<E> constant(Word word, Class<E> type) {
        var constants = type.getEnumConstants();
        var found = Stream.of(constants)
                .filter(constant -> constant.name().equals(word.text()))
                .findFirst();
        if (found.isEmpty()) {
            var expected = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ", "một trong ", ""));
            file.report(word.line(), expected, quoted(word.text()));
        }
        return found;
    }

    private static String described(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "để trống" : quoted(scalar.getValue());
        }
        return node instanceof SequenceNode ? "một danh sách" : "các trường con";
    }

    private static String quoted(String found) {
        return PlanProblems.quoted(found);
    }
}
