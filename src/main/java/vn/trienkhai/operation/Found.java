package vn.trienkhai.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.query.Query;

/**
 * One page of what was found.
 *
 * @param page counted from 0
 * @param more whether another page follows
 * @param cut whether older records were left unread, because too many had to be looked through
 */
record Found<T>(List<T> rows, int page, boolean more, boolean cut) {

    static final int PAGE = 25;

    /** Most records that one search looks through: a page stays fast, whatever the length of history. */
    static final int MOST = 20_000;

    private static final int PIECE = 500;

    /** Reads queries of the engine one after the other, piece by piece, until the page is full. */
    static <T> Found<T> in(List<? extends Query<?, T>> queries, Predicate<T> wanted, int page) {
        var needed = (page + 1) * PAGE + 1;
        var found = new ArrayList<T>();
        var read = 0;
        for (var query : queries) {
            var first = 0;
            List<T> piece;
            do {
                piece = query.listPage(first, PIECE);
                first += piece.size();
                read += piece.size();
                piece.stream().filter(wanted).forEach(found::add);
            } while (piece.size() == PIECE && found.size() < needed && read < MOST);
        }
        return pageOf(found, page, read >= MOST);
    }

    /** @param all in their order */
    static <T> Found<T> pageOf(List<T> all, int page, boolean cut) {
        var from = Math.min(page * PAGE, all.size());
        var to = Math.min(from + PAGE, all.size());
        return new Found<>(List.copyOf(all.subList(from, to)), page, all.size() > to, cut);
    }

    /** The same page, its rows as people read them. */
    <R> Found<R> as(Function<List<T>, List<R>> shown) {
        return new Found<>(shown.apply(rows), page, more, cut);
    }
}
