package vn.trienkhai.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Sha256;
import vn.trienkhai.consistency.Snapshot;

/**
 * Numbers of documents run without gap or double within issuer, type and calendar year (Nghị định 30/2020/NĐ-CP, Điều 15 khoản
 * 3), but for numbers that another register gave; every version is there, and is the one that was marked.
 */
@Component
class DocumentConsistency implements ConsistencyCheck {

    private static final Pattern LEADING_NUMBER = Pattern.compile("(\\d+).*");

    private record Sequence(String issuer, String type, int year) {

        private String words() {
            return "%s, %s, %d".formatted(issuer, DocumentType.valueOf(type).label(), year);
        }
    }

    private record Numbered(Sequence sequence, boolean here, int number) {}

    @Override
    public String subject() {
        return "Số và bản văn bản";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return Stream.concat(numbers(snapshot), versions(snapshot));
    }

    private static Stream<String> numbers(Snapshot snapshot) {
        var lastOf = snapshot
                .rows(
                        "select issuer, type, number_year, last_number from document_number where type <> '-'",
                        (row, number) -> Map.entry(
                                new Sequence(row.getString(1), row.getString(2), row.getInt(3)), row.getInt(4)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var numbered = snapshot
                .rows(
                        """
                        select issuer, type, number_year, numbered_where, sequence_number, number_text from document
                        where number_text is not null order by issuer, type, number_year, sequence_number
                        """,
                        (row, at) -> {
                            var here = NumberedWhere.HERE.name().equals(row.getString("numbered_where"));
                            return new Numbered(
                                    new Sequence(row.getString(1), row.getString(2), row.getInt(3)),
                                    here,
                                    here ? row.getInt("sequence_number") : leading(row.getString("number_text")));
                        })
                .stream()
                .collect(Collectors.groupingBy(Numbered::sequence));
        return Stream.concat(lastOf.keySet().stream(), numbered.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Sequence::words))
                .flatMap(
                        sequence -> problemsOf(
                                sequence, lastOf.getOrDefault(sequence, 0), numbered.getOrDefault(sequence, List.of()))
                                .stream());
    }

    private static List<String> problemsOf(Sequence sequence, int last, List<Numbered> documents) {
        var problems = new ArrayList<String>();
        var here = new TreeSet<Integer>();
        for (var document : documents) {
            if (document.here() && !here.add(document.number())) {
                problems.add("Sổ %s: số %d cấp hai lần.".formatted(sequence.words(), document.number()));
            }
        }
        var elsewhere = documents.stream()
                .filter(document -> !document.here())
                .map(Numbered::number)
                .collect(Collectors.toCollection(TreeSet::new));
        for (int number = 1; number <= last; number++) {
            if (!here.contains(number)) {
                var next = here.higher(number);
                var jump = elsewhere.ceiling(number);
                if (jump == null || (next != null && jump > next)) {
                    problems.add("Sổ %s: thiếu số %d.".formatted(sequence.words(), number));
                }
            }
        }
        if (!here.isEmpty() && here.last() > last) {
            problems.add("Sổ %s: đã cấp đến số %d nhưng sổ ghi số cuối là %d."
                    .formatted(sequence.words(), here.last(), last));
        }
        return problems;
    }

    /** Of a number from elsewhere, which need not begin with digits. */
    private static int leading(String text) {
        var matcher = LEADING_NUMBER.matcher(text);
        return matcher.matches() && matcher.group(1).length() < 9 ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static Stream<String> versions(Snapshot snapshot) {
        return snapshot.stream(
                        """
                        select v.document_id, v.number, v.sha256, v.size_bytes, c.bytes from document_version v
                        left join document_content c on c.version_id = v.id
                        """,
                        (row, at) -> {
                            var bytes = row.getBytes("bytes");
                            var intact = bytes != null
                                    && bytes.length == row.getLong("size_bytes")
                                    && Sha256.of(bytes).equals(row.getString("sha256"));
                            return intact
                                    ? null
                                    : "Văn bản %s, bản %d %s."
                                            .formatted(
                                                    row.getString("document_id"),
                                                    row.getInt("number"),
                                                    bytes == null
                                                            ? "mất nội dung"
                                                            : "có nội dung khác với mã SHA-256 đã ghi");
                        })
                .filter(Objects::nonNull);
    }
}
