package vn.trienkhai.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A form's content: first what is known, then what it starts with, then what it offers to choose from.
 *
 * @param known shown read-only on top
 * @param answer what the fields hold when the form opens; a map or a record named like the answer's components
 * @param choices lists for the form's options, by name
 */
public record FormView(Known known, Object answer, Map<String, ?> choices) {

    /**
     * @param quote the clause that the work comes from, word for word; null where there is none
     * @param clause where the quote stands, for example "Kế hoạch 269/KH-UBND, mục III.2"
     * @param askedBy who asks
     * @param deadline dd/MM/yyyy, or "không hạn"
     * @param returned why it came back, newest first; empty when it did not
     * @param facts more lines, label and value
     * @param timing where the work stands towards its deadline; null where there is none
     * @param history what happened so far, oldest first; empty where none is kept
     */
    public record Known(
            String clause,
            String quote,
            String askedBy,
            String deadline,
            List<Returned> returned,
            List<Fact> facts,
            Timing timing,
            List<Happened> history) {

        public Known(
                String clause,
                String quote,
                String askedBy,
                String deadline,
                List<Returned> returned,
                List<Fact> facts) {
            this(clause, quote, askedBy, deadline, returned, facts, null, List.of());
        }

        public Known withReturned(List<Returned> others) {
            return new Known(clause, quote, askedBy, deadline, others, facts, timing, history);
        }

        /** The same with one more line on top of the others. */
        public Known withFirst(Fact fact) {
            var more = Stream.concat(Stream.of(fact), facts.stream()).toList();
            return new Known(clause, quote, askedBy, deadline, returned, more, timing, history);
        }

        public static Known of(Fact... facts) {
            return new Known(null, null, null, null, List.of(), List.of(facts));
        }
    }

    /** @param by who returned it @param at dd/MM/yyyy HH:mm */
    public record Returned(String by, String at, String why) {}

    /**
     * @param state for the look of it, a name such as {@code OVERDUE}
     * @param label the same in words, with the working days that are left or passed
     * @param explanation one sentence that says how the last day came about; null if there is nothing to say
     */
    public record Timing(String state, String label, String explanation) {}

    /** A line of history. @param at dd/MM/yyyy HH:mm @param why may be null */
    public record Happened(String at, String by, String what, String why) {}

    public record Fact(String label, String value) {}

    /** An option: what the program stores, and what people read. */
    public record Choice(String value, String label) {}

    public static FormView of(Known known) {
        return new FormView(known, Map.of(), Map.of());
    }
}
