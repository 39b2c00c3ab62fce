package vn.trienkhai.plan;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file that knows the line of each value and reports what is not as it should be. */
final class YamlFile {

    private final String name;
    private final PlanProblems problems;
    private final List<YamlEntry> entries = new ArrayList<>();

    private YamlFile(String name, PlanProblems problems) {
        this.name = name;
        this.problems = problems;
    }

    /** The fields at the top of the file; empty after reporting that there are none. */
    static Optional<YamlEntry> parse(String name, String text, PlanProblems problems) {
        var file = new YamlFile(name, problems);
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return Optional.of(file.entry(mapping));
            }
            problems.add(name, 1, "các trường YAML", root == null ? "tệp trống" : "một giá trị không có tên trường");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.add(name, mark == null ? 1 : mark.getLine() + 1, "YAML đúng cú pháp", "lỗi: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(name, 1, "YAML đúng cú pháp", "lỗi: " + e.getMessage());
        }
        return Optional.empty();
    }

    String name() {
        return name;
    }

    YamlEntry entry(MappingNode mapping) {
        var entry = new YamlEntry(this, mapping);
        entries.add(entry);
        return entry;
    }

    void report(int line, String expected, String found) {
        problems.add(name, line, expected, found);
    }

    /** To be called when everything was read: what nobody asked for is a slip of the pen. */
    void reportUnknownFields() {
        entries.forEach(YamlEntry::reportUnknownFields);
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
