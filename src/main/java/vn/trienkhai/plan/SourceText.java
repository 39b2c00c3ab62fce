package vn.trienkhai.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text as issued, on one line, and where each clause of it stands. */
final class SourceText {

    private final String text;
    private final Map<String, String> clauses = new LinkedHashMap<>();

    SourceText(String text) {
        this.text = PlanText.onOneLine(text);
    }

    /** Finds the clauses, which follow each other. Returns the first whose heading does not stand after the one before. */
    Optional<Clause> divide(List<Clause> headings) {
        int at = 0;
        String code = null;
        for (var clause : headings) {
            int next = text.indexOf(clause.heading(), at);
            if (next < 0) {
                return Optional.of(clause);
            }
            if (code != null) {
                clauses.put(code, text.substring(at, next));
            }
            code = clause.code();
            at = next;
        }
        if (code != null) {
            clauses.put(code, text.substring(at));
        }
        return Optional.empty();
    }

    /** The clause's own words, from its heading to the next one; empty if there is no such clause. */
    Optional<String> clause(String code) {
        return Optional.ofNullable(clauses.get(code));
    }
}
